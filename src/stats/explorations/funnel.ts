/** Funnels: ordered steps, within one visit or, of identified visitors, within some days. */
import { FEWEST_STEPS, MOST_DAYS_WITHIN, MOST_STEPS } from '../../domain/funnel.ts';
import type { DateRange } from '../date-range.ts';
import { protectSteps } from '../disclosure/protect-explorations.ts';
import type { Filter } from '../plan.ts';
import { restrictExploration } from '../restrict-report.ts';
import { type Coverage, presentCoverage, presentTold, type ToldMeta } from './coverage.ts';
import {
  Body,
  disclosureFor,
  type ExplorationContext,
  type Fields,
  isObject,
  isWhole,
  planWindow,
  presentAsked,
  shareOf,
} from './read-body.ts';

const LONGEST_NAME = 120;

export interface FunnelStep {
  name: string;
  /** Who took the step and all before it: visits, or visitors where the steps may lie days apart. */
  visits?: number | null;
  visitors?: number | null;
  /** Of the visits; those of visitors who were erased since are in neither. */
  identified?: number | null;
  anonymous?: number | null;
  /** In percent; null of nothing. */
  of_first: number | null;
  of_previous: number | null;
  /** Who took the step before and not this one. */
  drop_off: number | null;
}

export interface FunnelAnswer {
  results: FunnelStep[];
  meta: { counts: 'visits' | 'visitors'; coverage: Coverage } & ToldMeta;
  query: Fields;
}

interface Funnel {
  dateRange: DateRange;
  filter: Filter | null;
  names: string[];
  steps: Filter[];
  /** null: within a visit. */
  withinDays: number | null;
}

/** @throws AppError `invalid` with one detail per mistake */
export async function answerFunnel(given: unknown, context: ExplorationContext): Promise<FunnelAnswer> {
  const { site, goals, executor } = context;
  const body = new Body(given, context.segments);
  const { dateRange, ...funnel } = parseFunnel(body);
  const window = await planWindow(dateRange, context);
  const { steps, names, withinDays } = funnel;
  const { filter, restriction } = restrictExploration(funnel.filter, site.profile);
  const disclosure = disclosureFor(context);
  const scan = await executor.explore('funnel', { siteId: site.id, goals, window, filter, steps, withinDays });
  const told = protectSteps(scan.steps, disclosure);
  const within = withinDays === null ? 'visit' : { days: withinDays };
  return {
    results: presentSteps(names, told, withinDays === null),
    meta: {
      counts: withinDays === null ? 'visits' : 'visitors',
      coverage: presentCoverage(scan.seen, disclosure),
      ...presentTold(
        disclosure,
        restriction,
        told.map(({ reached }) => reached),
      ),
    },
    query: { ...presentAsked(body, window, site.timezone), steps: body.fields.steps, within },
  };
}

function parseFunnel(body: Body): Funnel {
  const { steps, within } = body.fields;
  const range = body.range();
  const list = Array.isArray(steps) ? (steps as unknown[]) : [];
  if (list.length < FEWEST_STEPS || list.length > MOST_STEPS)
    body.refuse(
      'steps',
      `Give ${FEWEST_STEPS} to ${MOST_STEPS} steps such as {"filter": ["is", "event:page", ["/"]]}.`,
    );
  const filters = list.slice(0, MOST_STEPS).map((step, index) => parseStep(body, step, index));
  const funnel = {
    ...range,
    names: list.map(nameOf),
    steps: filters.filter((filter) => filter !== null),
    withinDays: parseWithin(body, within ?? 'visit'),
  };
  body.check();
  return funnel;
}

function parseStep(body: Body, step: unknown, index: number): Filter | null {
  const path = `steps[${index}]`;
  if (!isObject(step) || step.filter === undefined) {
    body.refuse(path, 'Give an object such as {"name": "Start", "filter": ["is", "event:page", ["/"]]}.');
    return null;
  }
  const { name } = step;
  const isName = typeof name === 'string' && name !== '' && name.length <= LONGEST_NAME;
  if (name !== undefined && !isName) body.refuse(`${path}.name`, `Give a text of 1 to ${LONGEST_NAME} characters.`);
  return body.filter(step.filter, `${path}.filter`);
}

function nameOf(step: unknown, index: number): string {
  return isObject(step) && typeof step.name === 'string' ? step.name : `Step ${index + 1}`;
}

function parseWithin(body: Body, within: unknown): number | null {
  if (within === 'visit') return null;
  if (isObject(within) && isWhole(within.days, 1, MOST_DAYS_WITHIN)) return within.days;
  body.refuse('within', `Say "visit" or {"days": 7} with 1 to ${MOST_DAYS_WITHIN} days.`);
  return null;
}

function presentSteps(
  names: readonly string[],
  steps: ReturnType<typeof protectSteps>,
  areVisits: boolean,
): FunnelStep[] {
  const first = steps[0]?.reached ?? null;
  return steps.map(({ reached, identified, anonymous }, index) => {
    const previous = index === 0 ? reached : (steps[index - 1]?.reached ?? null);
    return {
      name: names[index] ?? '',
      ...(areVisits ? { visits: reached, identified, anonymous } : { visitors: reached }),
      of_first: shareOf(reached, first),
      of_previous: shareOf(reached, previous),
      drop_off: previous === null || reached === null ? null : previous - reached,
    };
  });
}
