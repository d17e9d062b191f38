/** An engine beside us: what it is called, and how it is asked in SQL. */
import type { Answer } from './answer.ts';
import type { SqlForm } from './peer-sql.ts';
import type { Question } from './questions.ts';

export interface Engine {
  name: string;
  version: string;
  formsOf: (question: Question) => SqlForm[];
  ask: (question: Question, sql: string) => Promise<Answer>;
  close: () => void;
}
