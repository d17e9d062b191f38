/** What a site keeps a list of: its goals, and the funnels that were given a name. */
import type { Step } from '../funnels/steps.ts';
import { asFields, asList, asNumberOrNull, asText, asTextOrNull, asWord } from './decode.ts';
import { changeJson, getJson, postJson } from './request.ts';
import { sitePath } from './site-path.ts';

export type Goal = { name: string } & (
  | { kind: 'event'; event: string; props: readonly (readonly [name: string, value: string])[] }
  | { kind: 'page'; path: string }
  | { kind: 'scroll'; path: string; depth: number }
);

/** What a form says of a goal; empty texts were not given. */
export interface GoalForm {
  event?: string;
  page?: string;
  scroll?: string;
  name: string;
  /** Such as `plan=pro`. */
  prop?: readonly string[];
}

export interface SavedFunnel {
  name: string;
  steps: readonly Step[];
  /** null: within one visit. */
  withinDays: number | null;
}

/** @throws ApiError */
export async function fetchGoals(domain: string, signal: AbortSignal): Promise<readonly Goal[]> {
  return asList(asFields(await getJson(sitePath(domain, 'goals'), signal)).goals).map(decodeGoal);
}

/** @throws ApiError with details whose paths are the form's fields */
export async function addGoal(domain: string, form: GoalForm): Promise<Goal> {
  return decodeGoal(await postJson(sitePath(domain, 'goals'), form));
}

/** @throws ApiError */
export async function fetchFunnels(domain: string, signal: AbortSignal): Promise<readonly SavedFunnel[]> {
  return asList(asFields(await getJson(sitePath(domain, 'funnels'), signal)).funnels).map(decodeFunnel);
}

/** @throws ApiError */
export async function saveFunnel(domain: string, { name, steps, withinDays }: SavedFunnel): Promise<void> {
  await postJson(sitePath(domain, 'funnels'), { name, steps, within_days: withinDays });
}

/** @throws ApiError */
export async function removeFrom(domain: string, list: 'goals' | 'funnels', name: string): Promise<void> {
  await changeJson('DELETE', sitePath(domain, `${list}?name=${encodeURIComponent(name)}`));
}

function decodeGoal(value: unknown): Goal {
  const { name: given, kind, event, props, path, depth } = asFields(value);
  const name = asText(given);
  switch (asWord(kind, ['event', 'page', 'scroll'])) {
    case 'event': {
      const pairs = Object.entries(asFields(props)).map(([key, each]) => [key, asText(each)] as const);
      return { name, kind: 'event', event: asText(event), props: pairs };
    }
    case 'page':
      return { name, kind: 'page', path: asText(path) };
    case 'scroll':
      return { name, kind: 'scroll', path: asText(path), depth: asNumberOrNull(depth) ?? 0 };
  }
}

function decodeFunnel(value: unknown): SavedFunnel {
  const { name, steps, within_days: days } = asFields(value);
  return {
    name: asText(name),
    withinDays: asNumberOrNull(days),
    steps: asList(steps).map((step) => {
      const { subject, match, value: text, name: title } = asFields(step);
      return {
        subject: asWord(subject, ['page', 'event', 'goal']),
        match: asWord(match, ['is', 'starts', 'contains']),
        value: asText(text),
        name: asTextOrNull(title) ?? '',
      };
    }),
  };
}
