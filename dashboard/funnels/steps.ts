/** Steps of a funnel: how they stand in the address, and how they are asked. */
import type { Base } from '../api/explorations.ts';
import { escapePart, SEPARATOR, unescapePart } from '../state/address-parts.ts';

export const SUBJECTS = ['page', 'event', 'goal'] as const;
export type Subject = (typeof SUBJECTS)[number];
export const MATCHES = ['is', 'starts', 'contains'] as const;
export type Match = (typeof MATCHES)[number];

export const FEWEST_STEPS = 2;
export const MOST_STEPS = 10;
export const MOST_DAYS = 90;

export interface Step {
  subject: Subject;
  /** Events and goals are always whole. */
  match: Match;
  value: string;
  /** Empty: called after what it asks. */
  name: string;
}

export const EMPTY_STEP: Step = { subject: 'page', match: 'is', value: '', name: '' };

const DIMENSIONS = { page: 'event:page', event: 'event:name', goal: 'event:goal' } as const;

/** `page~starts~/docs/~Reading`; a text's own `~` and `%` are escaped, a missing name leaves its part out. */
export function writeStep({ subject, match, value, name }: Step): string {
  return [subject, match, escapePart(value), ...(name === '' ? [] : [escapePart(name)])].join(SEPARATOR);
}

/** @returns null when the text is no step we know */
export function readStep(text: string): Step | null {
  const [first, second, ...rest] = text.split(SEPARATOR);
  const subject = SUBJECTS.find((known) => known === first);
  const match = MATCHES.find((known) => known === second);
  if (subject === undefined || match === undefined) return null;
  const [value = '', name = ''] = rest.map(unescapePart);
  return { subject, match: subject === 'page' ? match : 'is', value, name };
}

/** The steps of an address; two empty ones where it has none. */
export function readSteps(texts: readonly string[]): readonly Step[] {
  const steps = texts
    .map(readStep)
    .filter((step) => step !== null)
    .slice(0, MOST_STEPS);
  return [...steps, EMPTY_STEP, EMPTY_STEP].slice(0, Math.max(FEWEST_STEPS, steps.length));
}

/** @returns null for within a visit */
export function readWithin(text: string | undefined): number | null {
  const days = Number(text ?? '');
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : null;
}

export function isComplete(steps: readonly Step[]): boolean {
  return steps.length >= FEWEST_STEPS && steps.every(({ value }) => value !== '');
}

/** The filter that an event has to pass. */
export function toFilter({ subject, match, value }: Step): readonly [string, string, readonly string[]] {
  const dimension = DIMENSIONS[subject];
  if (match === 'starts') return ['matches', dimension, [`^${value.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')}`]];
  return [match, dimension, [value]];
}

export interface FunnelQuestion {
  base: Base;
  steps: readonly Step[];
  withinDays: number | null;
}

/** What a funnel is asked with beside its range and filters. */
export function toFunnelBody({ steps, withinDays }: Omit<FunnelQuestion, 'base'>): object {
  return {
    steps: steps.map((step) => ({ ...(step.name !== '' && { name: step.name }), filter: toFilter(step) })),
    within: withinDays === null ? 'visit' : { days: withinDays },
  };
}

/** The steps with one of them moved. @param by -1 for up, 1 for down */
export function moveItem<T>(items: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const [item, other] = [items[index], items[index + by]];
  if (item === undefined || other === undefined) return items;
  return items.with(index, other).with(index + by, item);
}
