/** Goals and kept funnels as the dashboard shows them. */
import type { SavedFunnel } from '../../domain/funnel.ts';
import type { Goal } from '../../domain/goal.ts';

/** `{name, kind: 'event', event, props}`, `{name, kind: 'page', path}` or `{name, kind: 'scroll', path, depth}`. */
export function presentGoal(goal: Goal): { name: string; [field: string]: unknown } {
  switch (goal.kind) {
    case 'event':
      return { name: goal.name, kind: goal.kind, event: goal.event, props: goal.props ?? {} };
    case 'page':
      return { name: goal.name, kind: goal.kind, path: goal.path };
    case 'scroll':
      return { name: goal.name, kind: goal.kind, path: goal.path, depth: goal.depth };
  }
}

export function presentFunnel({ name, steps, withinDays }: SavedFunnel): { name: string; [field: string]: unknown } {
  return {
    name,
    steps: steps.map(({ subject, match, value, name: title }) => ({ subject, match, value, name: title })),
    within_days: withinDays,
  };
}
