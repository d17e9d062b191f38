/** Asks every engine every question: first to see that all answers are equal, then for the time. */
import { type Answer, compareAnswers } from './answer.ts';
import type { Engine } from './engine.ts';
import type { OurServer } from './our-server.ts';
import { QUESTIONS, type Question, toBody } from './questions.ts';
import type { Row } from './report.ts';
import { DOMAIN } from './shape.ts';
import { medianOf, type Rounds, timeOnce } from './timing.ts';

/** The fastest way to ask an engine a question, and what it took when it was tried. */
interface Tried {
  engine: Engine;
  form: string;
  sql: string;
  ms: number;
}

export interface Measuring {
  server: OurServer;
  engines: readonly Engine[];
  rounds: { ours: Rounds; peers: Rounds };
  /** Tells how far it is. */
  say: (text: string) => void;
}

/** @throws when two engines disagree */
export async function measureQuestions({ server, engines, rounds, say }: Measuring): Promise<Row[]> {
  const tried = new Map<Question, Tried[]>();
  for (const question of QUESTIONS) {
    const ours = await server.ask(toBody(question, DOMAIN));
    if (ours.length === 0) throw new Error(`${question.name}: there is no answer`);
    const best: Tried[] = [];
    for (const engine of engines) best.push(await tryForms(question, engine, ours));
    tried.set(question, best);
    say(`${question.name}: equal`);
  }
  const rows: Row[] = [];
  for (const question of QUESTIONS) {
    const ours = await medianOf(() => server.ask(toBody(question, DOMAIN)), rounds.ours);
    const others: Record<string, number> = {};
    const forms: Record<string, string> = {};
    for (const { engine, form, sql, ms } of tried.get(question) ?? []) {
      others[engine.name] = await medianOf(() => engine.ask(question, sql), rounds.peers, ms);
      forms[engine.name] = form;
    }
    rows.push({
      case: question.name,
      kind: question.kind,
      conditions: question.conditions.length,
      ours,
      others,
      forms,
    });
    say(`${question.name}: ${Math.round(ours)} ms`);
  }
  return rows;
}

async function tryForms(question: Question, engine: Engine, ours: Answer): Promise<Tried> {
  let best: Tried | null = null;
  for (const { form, sql } of engine.formsOf(question)) {
    const { ms, result } = await timeOnce(() => engine.ask(question, sql));
    compareAnswers(question, `${engine.name} (${form})`, ours, result);
    if (best === null || ms < best.ms) best = { engine, form, sql, ms };
  }
  if (best === null) throw new Error(`${engine.name} has no way to ask ${question.name}`);
  return best;
}
