/** A sentence in the languages in which a report is handed over. */

export const REPORT_LANGUAGES = ['en', 'fr'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];
export type Words = Readonly<Record<ReportLanguage, string>>;

/** @param fr French punctuation may stand behind plain spaces: they are made such as do not break */
export function say(en: string, fr: string): Words {
  const set = fr
    .replaceAll(/ ([;!?])/g, '\u202f$1')
    .replaceAll(/ ([:»])/g, '\u00a0$1')
    .replaceAll('« ', '«\u00a0');
  return { en, fr: set };
}
