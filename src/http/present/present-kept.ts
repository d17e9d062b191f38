/** What a site keeps as programs read it, in the names in which they write it. */
import type { GoalOptions } from '../../admin/parse-goal.ts';
import type { Goal } from '../../domain/goal.ts';
import type { GoalBody } from '../api/schemas/lists.ts';
import type { LinkAnswer } from './present-link.ts';

/** `{name, event, props}` or `{name, page, scroll}`, as it can be sent back. */
export function presentKeptGoal(goal: Goal): { name: string; [field: string]: unknown } {
  if (goal.kind === 'event') return { name: goal.name, event: goal.event, ...(goal.props && { props: goal.props }) };
  return { name: goal.name, page: goal.path, ...(goal.kind === 'scroll' && { scroll: goal.depth }) };
}

/** The same goal as the texts that its parser reads. */
export function goalOptionsOf({ props, scroll, ...texts }: GoalBody): GoalOptions {
  const given = Object.entries(texts).filter(([, text]) => text !== undefined);
  return {
    ...(Object.fromEntries(given) as GoalOptions),
    ...(scroll !== undefined && { scroll: String(scroll) }),
    ...(props && { prop: Object.entries(props).map(([name, value]) => `${name}=${value}`) }),
  };
}

export function presentKeptLink({ hasPassword, lastUsed, ...link }: LinkAnswer): object {
  return { ...link, has_password: hasPassword, last_used: lastUsed };
}
