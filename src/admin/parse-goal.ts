/** Reads a goal as texts, as a command or a form gives them; every mistake at once. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import { CONSENT, ENGAGEMENT, PAGEVIEW } from '../domain/event.ts';
import type { Goal, GoalProperties } from '../domain/goal.ts';
import { cleanText } from '../lib/clean-text.ts';

/** Option names as on the command line, without the dashes. */
export const GOAL_OPTIONS = {
  event: 'name of a custom event',
  page: 'path of a page; * stands for any characters but /, ** for any',
  scroll: 'percent of that page that must be scrolled, 1 to 100',
  name: 'what the goal is called; default: after what it asks',
} as const;

export type GoalOptions = Partial<Record<keyof typeof GOAL_OPTIONS, string>> & {
  /** Properties that the event must have, such as `plan=pro`. */
  prop?: readonly string[];
};

const LONGEST_NAME = 120;
const LONGEST_PATH = 2000;
const MOST_PROPERTIES = 10;

/** @throws AppError `invalid` with one detail per mistake */
export function parseGoal(options: GoalOptions): Goal {
  const mistakes: ErrorDetail[] = [];
  const refuse: Refuse = (path, message) => mistakes.push({ path, message });
  const rule = readRule(options, refuse);
  const name = cleanText(options.name ?? (rule && nameOf(rule)) ?? '').trim();
  if (mistakes.length === 0 && (name === '' || name.length > LONGEST_NAME))
    refuse('name', `A name has 1 to ${LONGEST_NAME} characters; give one with --name.`);
  if (mistakes.length > 0 || rule === null)
    throw new AppError('invalid', 'The goal cannot be used; see details.', mistakes);
  return { ...rule, name };
}

type Refuse = (path: keyof GoalOptions, message: string) => void;
type Rule = { kind: 'event'; event: string; props?: GoalProperties } | PageRule;
type PageRule = { kind: 'page'; path: string } | { kind: 'scroll'; path: string; depth: number };

function readRule(options: GoalOptions, refuse: Refuse): Rule | null {
  const { event, page, scroll, prop = [] } = options;
  if ((event === undefined) === (page === undefined)) {
    refuse('event', 'Give either --event or --page.');
    return null;
  }
  if (event === undefined) {
    if (prop.length > 0) refuse('prop', 'Only events have properties: use --event.');
    return readPageRule(page ?? '', scroll, refuse);
  }
  if (scroll !== undefined) refuse('scroll', 'Only pages are scrolled: use --page.');
  if (event === '' || event.length > LONGEST_NAME) refuse('event', `A name has 1 to ${LONGEST_NAME} characters.`);
  if (event === PAGEVIEW) refuse('event', "Pageviews are reached by their page: use --page '/**'.");
  if (event === ENGAGEMENT || event === CONSENT) refuse('event', `${event} is no custom event.`);
  const props = readProperties(prop, refuse);
  return { kind: 'event', event, ...(props && { props }) };
}

function readPageRule(path: string, scroll: string | undefined, refuse: Refuse): PageRule {
  if (!/^[/*]/.test(path) || path.length > LONGEST_PATH)
    refuse('page', `A path begins with / or *, such as /docs/**, and has at most ${LONGEST_PATH} characters.`);
  if (scroll === undefined) return { kind: 'page', path };
  const depth = /^\d{1,3}$/.test(scroll) ? Number(scroll) : 0;
  if (depth < 1 || depth > 100) refuse('scroll', 'Give whole percents from 1 to 100.');
  return { kind: 'scroll', path, depth };
}

function readProperties(given: readonly string[], refuse: Refuse): GoalProperties | null {
  if (given.length > MOST_PROPERTIES) refuse('prop', `At most ${MOST_PROPERTIES} properties.`);
  const pairs = given.map((text): [string, string] => {
    const [key = '', ...value] = text.split('=');
    return [key, value.join('=')];
  });
  if (pairs.some(([key, value]) => key === '' || value === '')) refuse('prop', 'Write name=value, such as plan=pro.');
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) refuse('prop', 'An event has one value of a property.');
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function nameOf(rule: Rule): string {
  switch (rule.kind) {
    case 'event':
      return [rule.event, ...Object.values(rule.props ?? {})].join(' ');
    case 'page':
      return `Visit ${rule.path}`;
    case 'scroll':
      return `Scroll ${rule.depth} % of ${rule.path}`;
  }
}
