/** What fulfils a goal, in words. */
import type { Goal } from '../api/site-lists.ts';
import type { TextsWith } from '../i18n/languages.ts';

export function sayRule(goal: Goal, { goalPage }: TextsWith<'explore'>): string {
  switch (goal.kind) {
    case 'event':
      return [goalPage.rules.event(goal.event), ...goal.props.map(([name, value]) => `${name} = ${value}`)].join(', ');
    case 'page':
      return goalPage.rules.page(goal.path);
    case 'scroll':
      return goalPage.rules.scroll(goal.path, goal.depth);
  }
}
