/** Which events of a day fulfil a goal. */
import { ENGAGEMENT, PAGEVIEW } from '../../domain/event.ts';
import type { Goal } from '../../domain/goal.ts';
import { isPageOf } from '../../stats/match-text.ts';
import { lookUp } from './column.ts';
import type { Day } from './day-columns.ts';
import { type SiteTexts, valuesOf } from './dimension-values.ts';
import { both } from './masks.ts';

/** @param seesPageviews engagement events pass for the pageviews that they tell of. @returns one byte per event */
export function goalMask(goal: Goal, texts: SiteTexts, seesPageviews: boolean): (day: Day) => Uint8Array {
  const named = (name: string, passFor: boolean) => withText('event:name', (text) => text === name, texts, passFor);
  switch (goal.kind) {
    case 'event':
      return all([
        named(goal.event, seesPageviews),
        ...Object.entries(goal.props ?? {}).map(([key, value]) =>
          withText(`event:props:${key}`, (text) => text === value, texts, false),
        ),
      ]);
    case 'page':
      return all([named(PAGEVIEW, seesPageviews), withText('event:page', isPageOf(goal), texts, false)]);
    case 'scroll':
      // A pageview has scrolled nothing.
      if (seesPageviews) return (day) => new Uint8Array(day.rows.events);
      return all([
        named(ENGAGEMENT, false),
        withText('event:page', isPageOf(goal), texts, false),
        scrolled(goal.depth),
      ]);
  }
}

type Mask = (day: Day) => Uint8Array;

function withText(
  name: Parameters<typeof valuesOf>[0],
  accepts: (text: string) => boolean,
  texts: SiteTexts,
  seesPageviews: boolean,
): Mask {
  const values = valuesOf(name, texts, seesPageviews);
  // An absent value has no text that a goal could ask for.
  const allowed = new Uint8Array(values.size);
  for (let id = 1; id < allowed.length; id++) allowed[id] = accepts(values.label(id)) ? 1 : 0;
  return (day) => lookUp(values.read(day), allowed);
}

function scrolled(depth: number): Mask {
  return (day) => {
    const { values, from, hasNulls } = day.column('events', 'scroll_depth');
    const out = new Uint8Array(values.length);
    const nullsTake = hasNulls ? 1 : 0;
    for (let row = 0; row < out.length; row++) {
      const value = values[row] ?? 0;
      out[row] = Number(!(hasNulls && value === 0) && from + value - nullsTake >= depth);
    }
    return out;
  };
}

function all(masks: readonly Mask[]): Mask {
  return (day) => {
    const [first = new Uint8Array(0), ...others] = masks.map((mask) => mask(day));
    for (const mask of others) both(first, mask);
    return first;
  };
}
