/** Funnels in words: what a step is called, and what became of all who began. */
import type { FunnelAnswer, FunnelStep } from '../api/explorations.ts';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { type Format, UNKNOWN } from '../i18n/format.ts';
import type { TextsWith } from '../i18n/languages.ts';
import type { AnsweredBy } from '../state/use-answer.ts';
import type { FunnelQuestion, Step } from './steps.ts';

export type AnsweredFunnel = AnsweredBy<FunnelQuestion, FunnelAnswer>;

export function sayStep({ name, subject, match, value }: Step, { funnels }: TextsWith<'explore'>): string {
  return name === '' ? funnels.called[subject](value, match) : name;
}

export function sayCount(count: number | null, answer: FunnelAnswer, format: Format): string {
  return count === null ? sayHidden(answer, format) : format.count(count);
}

/** @param share in percent, to one decimal: rounded once more it would not add up with what is left of the hundred */
export function sayShare(share: number | null, format: Format): string {
  return share === null ? UNKNOWN : format.finePercent(share / 100);
}

/** How many began, how many came to the end, and where most were lost. */
export function sayFunnel({ question, answer }: AnsweredFunnel, texts: TextsWith<'explore'>, format: Format): string {
  const { funnels } = texts;
  const { steps, counts } = answer;
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined || first.reached === 0) return funnels.nobody;
  const say = (count: number | null) => funnels.counted[counts](sayCount(count, answer, format), count);
  const whole = funnels.summary(
    say(first.reached),
    sayCount(last.reached, answer, format),
    sayShare(last.ofFirst, format),
  );
  // Between two steps there is one loss.
  const loss = steps.length > 2 ? steepest(steps) : null;
  const step = loss === null ? undefined : question.steps[loss.index];
  if (loss === null || step === undefined) return whole;
  return `${whole} ${funnels.steepest(sayStep(step, texts), format.count(loss.dropOff))}`;
}

/** The step that most did not take; null when nobody was lost, or it is not known. */
export function steepest(steps: readonly FunnelStep[]): { index: number; dropOff: number } | null {
  const known = steps.flatMap(({ dropOff }, index) => (dropOff === null || dropOff <= 0 ? [] : [{ index, dropOff }]));
  return known.toSorted((one, other) => other.dropOff - one.dropOff)[0] ?? null;
}
