/** Reads the pieces of exports: the events of one day by their own time, a part of them at once. */
import { createHmac } from 'node:crypto';
import { startOfDay } from '../../../lib/calendar.ts';
import type { ExportAsk } from '../../../transfer/ports.ts';
import type { StoredEvent } from '../../../transfer/stored-event.ts';
import type { Day } from '../../segments/day-columns.ts';
import { type EventOrder, orderEventsByTime, sliceAfter } from '../../segments/event-order.ts';
import { DayEvents } from '../../segments/read-events.ts';
import type { Texts } from '../../segments/visits-of.ts';

/**
 * An event is stored with the day of its visit: it may have happened on the day before or after, and on one more where the site has
 * changed its time zone since.
 */
export const EXPORT_DAYS_AROUND = 2;

/** Characters of an identifier, so that an import takes the name for one. */
const NAME_LENGTH = 21;

export type EventsAsk = Omit<ExportAsk, 'format'>;

export interface EventsRead {
  events: StoredEvent[];
  next: number | null;
}

export class ExportReader {
  /** Of the last piece's day: the next piece is of the same one, mostly. */
  #last: { state: string; order: EventOrder } | null = null;

  /** @param days that can hold events of the day, in order @param state another one when they have changed */
  read(
    { siteId, day, timeZone, after, mostEvents, salt }: EventsAsk,
    state: string,
    days: Day[],
    read: Texts,
  ): EventsRead {
    const order = this.#order(JSON.stringify([siteId, day, timeZone, state]), () =>
      orderEventsByTime(days, startOfDay(day, timeZone), startOfDay(day + 1, timeZone)),
    );
    const { from, to } = sliceAfter(order, after, mostEvents);
    const names = { texts: rememberTexts(read), nameOf: namesWith(salt) };
    const dayEvents = days.map((each) => new DayEvents(each, names));
    const events: StoredEvent[] = [];
    for (let place = from; place < to; place++) {
      const event = dayEvents[order.days[place] ?? 0]?.read(order.rows[place] ?? 0);
      if (event !== undefined) events.push(event);
    }
    return { events, next: to < order.times.length ? (order.times[to - 1] ?? null) : null };
  }

  #order(state: string, work: () => EventOrder): EventOrder {
    const order = this.#last?.state === state ? this.#last.order : work();
    this.#last = { state, order };
    return order;
  }
}

/** Names of visitors that nobody without the salt can make again. The letter before them: a spreadsheet takes none for a formula. */
function namesWith(salt: Uint8Array): (visitor: number) => string {
  const known = new Map<number, string>();
  return (visitor) => {
    const name =
      known.get(visitor) ??
      `v${createHmac('sha256', salt).update(String(visitor)).digest('base64url')}`.slice(0, NAME_LENGTH);
    known.set(visitor, name);
    return name;
  };
}

/** Asks for the texts of each kind once: whether there are new ones is a question to the database. */
function rememberTexts(read: Texts): Texts {
  const known = new Map<string, readonly string[]>();
  return (kind) => {
    const texts = known.get(kind) ?? read(kind);
    known.set(kind, texts);
    return texts;
  };
}
