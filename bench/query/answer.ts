/** An answer of any engine, in the shape in which they are compared. */
import type { Question } from './questions.ts';

export interface AnsweredRow {
  label: string;
  figures: readonly (number | null)[];
}
export type Answer = readonly AnsweredRow[];

/** @throws when two engines disagree, with both values */
export function compareAnswers(question: Question, name: string, ours: Answer, theirs: Answer): void {
  const say = (answer: Answer) => answer.map(({ label, figures }) => `${label}: ${figures.join(' ')}`);
  const [left, right] = [say(ours), say(theirs)];
  const rows = Math.max(left.length, right.length);
  for (let row = 0; row < rows; row++) {
    if (left[row] !== right[row]) {
      const where = `${question.name}, row ${row + 1}`;
      throw new Error(`${where}: we answer "${left[row] ?? 'nothing'}", ${name} "${right[row] ?? 'nothing'}"`);
    }
  }
}
