/** A sentence in the languages in which a report is handed over. */

export const REPORT_LANGUAGES = ['en', 'fr'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];
export type Words = Readonly<Record<ReportLanguage, string>>;

export function say(en: string, fr: string): Words {
  return { en, fr };
}
