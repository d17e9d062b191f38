/** What a banner reported in the ten days before today, for an import: enough answers for shares, and a few of each other kind. */
import { CHROME, FIREFOX } from './beacons.ts';

const DAY_MS = 86_400_000;
const ENDS = ['accepted', 'refused', 'accepted', 'ignored', null] as const;
const STATES = {
  asked: 'unset',
  ignored: 'unset',
  accepted: 'granted',
  refused: 'denied',
  withdrawn: 'denied',
} as const;

/** JSON lines. @param now UTC ms */
export function consentReports(domain: string, now: number): string {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const lines: object[] = [];
  for (let question = 0; question < 400; question++) {
    const at = today - 10 * DAY_MS + question * 2_000_000;
    const report = (action: keyof typeof STATES, afterMs: number) =>
      lines.push({
        ...{ time: new Date(at + afterMs).toISOString(), name: 'consent', action, consent: STATES[action] },
        url: `https://${domain}/${['', 'datasets/', 'contact/'][question % 3]}`,
        ...{ ip: `203.0.113.${question % 200}`, user_agent: question % 4 === 0 ? FIREFOX : CHROME },
        ...{ text: question % 2 === 0 ? '2-en' : '2-fr', banner: 'passant-2' },
      });
    report('asked', 0);
    const end = ENDS[question % ENDS.length];
    if (end) report(end, 9000);
    if (question % 80 === 2) report('withdrawn', 60_000);
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
