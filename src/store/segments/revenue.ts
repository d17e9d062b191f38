/** Adds up what custom events were worth, by row and currency. */
import type { RevenueSum } from '../../stats/ports.ts';
import { valueAt } from './column.ts';
import type { DayView, Question } from './day-view.ts';

export class Revenue {
  readonly #sums = new Map<number, Map<number, RevenueSum>>();

  /** The next day. @param rowAt finds the row of an event in a bucket */
  add(
    view: DayView,
    { pageviewId, engagementId, context }: Question,
    takes: Uint8Array | null,
    rowAt: (event: number, owner: number, bucket: number) => number,
  ): void {
    const { day } = view;
    const currency = day.column('events', 'currency');
    if (currency.isConstant && currency.from === 0) return;
    const [amount, name] = [day.column('events', 'amount'), day.column('events', 'name')];
    const bucketOf = view.bucketOfEvents();
    const visit = day.column('events', 'visit');
    const texts = context.terms('currency');
    for (let event = 0; event < day.rows.events; event++) {
      const id = (currency.values[event] ?? 0) + currency.from;
      if (id === 0 || (takes !== null && takes[event] === 0)) continue;
      const nameId = valueAt(name, event);
      const worth = valueAt(amount, event);
      const bucket = bucketOf(event);
      if (bucket < 0 || Number.isNaN(worth) || nameId === pageviewId || nameId === engagementId) continue;
      const row = rowAt(event, valueAt(visit, event), bucket);
      const ofRow = this.#sums.get(row) ?? new Map<number, RevenueSum>();
      this.#sums.set(row, ofRow);
      const known = ofRow.get(id) ?? { currency: texts[id] ?? '', amount: 0, events: 0 };
      ofRow.set(id, { ...known, amount: known.amount + worth, events: known.events + 1 });
    }
  }

  /** By currency in alphabetical order. */
  of(row: number): RevenueSum[] {
    return [...(this.#sums.get(row)?.values() ?? [])].sort((a, b) => (a.currency < b.currency ? -1 : 1));
  }
}
