/** The line that holds a shared page in a frame, and the origins that may. */

const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/;

/**
 * @param url of the link: made by the server, so it holds no quotes
 * @param asked what the frame shows, as in an address: `period=28d`
 */
export function embedCode(
  url: string,
  { asked, language, theme, title }: { asked: string; language: string; theme: string; title: string },
): string {
  const address = `${url}/embed?${asked.replaceAll('&', '&amp;')}&amp;lang=${language}&amp;theme=${theme}`;
  return `<iframe src="${address}" title="${title}" loading="lazy" style="width: 100%; height: 60rem; border: 0; color-scheme: ${theme}"></iframe>`;
}

/** @returns null when a line is no origin, or there is none */
export function readOrigins(text: string): readonly string[] | null {
  const lines = text
    .split(/\s+/)
    .filter((line) => line !== '')
    .map((line) => (URL.canParse(line) ? new URL(line).origin : ''));
  return lines.length > 0 && lines.every((origin) => ORIGIN.test(origin)) ? [...new Set(lines)] : null;
}
