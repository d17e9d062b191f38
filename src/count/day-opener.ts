/** Tells the counter of each site's day before its first event: by the day's key where there is one, else by the event itself. */
import type { OpenedDay } from './day-book.ts';
import type { KeyRecord } from './day-keys.ts';

export class DayOpener {
  readonly #open: (day: OpenedDay) => void;
  /** The newest day that was opened, and at which level, by site. */
  readonly #opened = new Map<number, { day: number; level: string }>();

  constructor(open: (day: OpenedDay) => void) {
    this.#open = open;
  }

  /** @param custody what the service knows of its own key; an import has none */
  keyCreated({ siteId, day, level, timeZone, commitment }: KeyRecord, custody?: OpenedDay['custody']): void {
    if (day >= (this.#opened.get(siteId)?.day ?? day)) this.#opened.set(siteId, { day, level });
    const opened = { siteId, day, level, timeZone, keyCommitment: commitment };
    this.#open(custody === undefined ? opened : { ...opened, custody });
  }

  /** Call before an event of `day` is handed on. */
  beforeEvent(site: { id: number; anonymous: string; timezone: string } | undefined, day: number): void {
    if (site === undefined) return;
    const opened = this.#opened.get(site.id);
    const isOpen = opened !== undefined && opened.day >= day;
    const hasChanged = opened?.day === day && opened.level !== site.anonymous;
    if (isOpen && !hasChanged) return;
    this.#opened.set(site.id, { day, level: site.anonymous });
    this.#open({ siteId: site.id, day, level: site.anonymous, timeZone: site.timezone, keyCommitment: null });
  }
}
