/** Reads a funnel that is to be kept, as the dashboard sends it; every mistake at once. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import {
  FEWEST_STEPS,
  MOST_DAYS_WITHIN,
  MOST_STEPS,
  type SavedFunnel,
  type SavedStep,
  STEP_MATCHES,
  STEP_SUBJECTS,
} from '../domain/funnel.ts';
import { cleanText } from '../lib/clean-text.ts';

const LONGEST_NAME = 120;
/** Of the pattern that a query makes of it. */
const LONGEST_VALUE = 2000;

type Fields = Readonly<Record<string, unknown>>;
type Refuse = (path: string, message: string) => void;

/**
 * @param given `{name, steps: [{subject, match, value, name}], within_days}`
 * @throws AppError `invalid` with one detail per mistake
 */
export function parseFunnel(given: unknown): SavedFunnel {
  const mistakes: ErrorDetail[] = [];
  const refuse: Refuse = (path, message) => mistakes.push({ path, message });
  const fields = asFields(given);
  const name = typeof fields.name === 'string' ? cleanText(fields.name).trim() : '';
  if (name === '' || name.length > LONGEST_NAME) refuse('name', `A name has 1 to ${LONGEST_NAME} characters.`);
  const list = Array.isArray(fields.steps) ? (fields.steps as unknown[]) : [];
  if (list.length < FEWEST_STEPS || list.length > MOST_STEPS)
    refuse('steps', `A funnel has ${FEWEST_STEPS} to ${MOST_STEPS} steps.`);
  const steps = list.slice(0, MOST_STEPS).map((step, index) => readStep(asFields(step), `steps[${index}]`, refuse));
  const withinDays = fields.within_days ?? null;
  if (withinDays !== null && !isDays(withinDays))
    refuse('within_days', `Give 1 to ${MOST_DAYS_WITHIN} days, or null for one visit.`);
  if (mistakes.length > 0) throw new AppError('invalid', 'The funnel cannot be kept; see details.', mistakes);
  return { name, steps, withinDays: isDays(withinDays) ? withinDays : null };
}

function readStep({ subject, match, value, name }: Fields, path: string, refuse: Refuse): SavedStep {
  const knownSubject = STEP_SUBJECTS.find((each) => each === subject);
  const knownMatch = STEP_MATCHES.find((each) => each === match);
  if (knownSubject === undefined) refuse(`${path}.subject`, `Use one of ${STEP_SUBJECTS.join(', ')}.`);
  if (knownMatch === undefined || (knownSubject !== 'page' && knownMatch !== 'is'))
    refuse(`${path}.match`, `Use one of ${STEP_MATCHES.join(', ')}; events and goals take is.`);
  const text = typeof value === 'string' ? value : '';
  if (text === '' || text.length > LONGEST_VALUE)
    refuse(`${path}.value`, `Give a text of 1 to ${LONGEST_VALUE} characters.`);
  const title = typeof name === 'string' ? cleanText(name).trim() : '';
  if (title.length > LONGEST_NAME) refuse(`${path}.name`, `A name has at most ${LONGEST_NAME} characters.`);
  return {
    ...{ subject: knownSubject ?? 'page', match: knownMatch ?? 'is', value: text },
    name: title === '' ? null : title,
  };
}

function isDays(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_DAYS_WITHIN;
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
