/** Adding and removing the goals of sites. */
import { AppError } from '../domain/errors.ts';
import type { Goal } from '../domain/goal.ts';
import { type GoalOptions, parseGoal } from './parse-goal.ts';
import type { GoalStore } from './ports.ts';

/** A question tries each of them on every kind of event. */
const MOST_GOALS = 200;

export class Goals {
  readonly #store: GoalStore;
  readonly #now: () => number;

  /** @param now UTC ms */
  constructor(store: GoalStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** In the order of their names. */
  list(siteId: number): Goal[] {
    return this.#store.list(siteId);
  }

  /** @throws AppError `invalid`, or `conflict` when the name is taken */
  add(siteId: number, options: GoalOptions): Goal {
    const goal = parseGoal(options);
    if (this.list(siteId).length >= MOST_GOALS)
      throw new AppError('conflict', `A site has at most ${MOST_GOALS} goals; remove one first.`);
    if (this.#store.insert(siteId, goal, this.#now())) return goal;
    throw nameTaken(goal.name);
  }

  /** Puts another in its place, under the same name or a new one. @throws AppError `invalid`, `not_found`, or `conflict` when the name is another's */
  change(siteId: number, name: string, options: GoalOptions): Goal {
    const goal = parseGoal(options);
    if (!this.list(siteId).some((each) => each.name === name)) throw notThere();
    if (this.#store.replace(siteId, name, goal)) return goal;
    throw nameTaken(goal.name);
  }

  /** @throws AppError `not_found` */
  remove(siteId: number, name: string): void {
    if (this.#store.remove(siteId, name)) return;
    throw notThere();
  }
}

function nameTaken(name: string): AppError {
  return new AppError('conflict', `The site has a goal called ${name}; give this one another name.`);
}

function notThere(): AppError {
  return new AppError('not_found', 'The site has no goal of that name; `passant goal list` shows them.');
}
