/** Sites of a wanted size and willingness, found once on a pilot with a seed of its own. */
import { findBase, type Willingness } from './consent.ts';
import { Random } from './random.ts';
import { BURN_IN, type Scenario } from './scenario.ts';
import { type Replication, simulate } from './simulate.ts';

const PILOT_ARRIVALS = 300;
const NOBODY: Willingness = { consent: 'random', base: -30 };

export class Sites {
  readonly #pilot = simulate(
    { arrivals: PILOT_ARRIVALS, willingness: NOBODY, hazard: 0, merged: 0 },
    new Random('pilot'),
    null,
  );
  readonly #known = new Map<string, Willingness>();

  /** What to simulate so that the site has the scenario's size and share. */
  replicationOf({ consent, share, size, merged }: Scenario): Replication {
    const arrivals = (PILOT_ARRIVALS * size) / this.#pilot.size;
    return { arrivals, willingness: this.#willingness(consent, share), hazard: share, merged };
  }

  #willingness(consent: Scenario['consent'], share: number): Willingness {
    const name = `${consent} ${share}`;
    const found = this.#known.get(name);
    if (found !== undefined) return found;
    const { people, lastSeen } = this.#pilot;
    const seen = [...(lastSeen[0] ?? [])].flatMap((day, person) => (day >= BURN_IN ? [person] : []));
    const willingness = findBase(consent, share, people, seen);
    this.#known.set(name, willingness);
    return willingness;
  }
}
