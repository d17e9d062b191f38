/**
 * The people of a site: one-timers, short-lived and regulars. Rates are Pareto among the people of a kind, visits of a day
 * negative binomial with k = 1 (a day is visited with chance rate / (1 + rate), then geometrically often); lives end
 * exponentially, so that with the mixed rates the number of days is close to the Pareto/NBD of customer research.
 */
import type { Random } from './random.ts';
import { HORIZON } from './scenario.ts';

/** Share of arrivals, mean life in days, and rates of visits a day (least, exponent, most). */
const KINDS = [
  { share: 0.63, life: 0, rate: [0.1, 3, 0.5] },
  { share: 0.32, life: 9, rate: [0.08, 1.3, 2] },
  { share: 0.05, life: 120, rate: [0.05, 1.2, 2] },
] as const;

export class People {
  count = 0;
  /** 0 desktop, 1 mobile. */
  device: Uint8Array;
  /** Visits a day while alive. */
  rate: Float32Array;
  /** Last day of life. */
  lastDay: Int32Array;
  /** log of the active days to be expected in a month: what "regular" means to the banner. */
  regularity: Float32Array;
  /** Chance that a visit is direct; that it sees the rare page. */
  direct: Float32Array;
  rare: Float32Array;
  /** Visits before the simulation began. */
  visitsBefore: Uint16Array;
  /** Next of the people who are active on the same day: a chain per day. */
  next: Int32Array;
  readonly #firstOfDay = new Int32Array(HORIZON).fill(-1);

  constructor(capacity: number) {
    this.device = new Uint8Array(capacity);
    this.rate = new Float32Array(capacity);
    this.lastDay = new Int32Array(capacity);
    this.regularity = new Float32Array(capacity);
    this.direct = new Float32Array(capacity);
    this.rare = new Float32Array(capacity);
    this.visitsBefore = new Uint16Array(capacity);
    this.next = new Int32Array(capacity);
  }

  /** First of the chain of people active on a day, -1: nobody. */
  firstOn(day: number): number {
    return this.#firstOfDay[day] ?? -1;
  }

  /** Enters a person into the chain of their next active day, if they live to see it. */
  schedule(person: number, day: number): void {
    if (day >= HORIZON || day > (this.lastDay[person] ?? 0)) return;
    this.next[person] = this.firstOn(day);
    this.#firstOfDay[day] = person;
  }

  /** Days until the next active one, at least 1. */
  gap(person: number, random: Random): number {
    const rate = this.rate[person] ?? 0;
    return 1 + random.geometric(rate / (1 + rate));
  }

  /** Visits on an active day: at least one. */
  visits(person: number, random: Random): number {
    const rate = this.rate[person] ?? 0;
    return 1 + Math.min(8, random.geometric(1 / (1 + rate)));
  }

  add(kind: number, firstDay: number, random: Random): number {
    const person = this.count++;
    const { life, rate } = KINDS[kind] ?? KINDS[0];
    const perDay = random.pareto(...(rate as [number, number, number]));
    const days = Math.floor(random.exponential(life));
    const chance = perDay / (1 + perDay);
    this.device[person] = random.happens(kind === 2 ? 0.45 : 0.6) ? 1 : 0;
    this.rate[person] = perDay;
    this.lastDay[person] = firstDay + days;
    this.regularity[person] = Math.log(1 + chance * Math.min(29, life));
    this.direct[person] = random.happens(kind === 2 ? 0.5 : 0.2) ? 0.8 : 0.2;
    this.rare[person] = random.happens(0.15) ? 0.3 : 0.02;
    return person;
  }
}

/** People for the whole horizon. @param arrivals a day @returns with everybody's first active day entered */
export function settle(arrivals: number, random: Random): People {
  const [, , regular] = KINDS;
  const residents = random.poisson(arrivals * regular.share * regular.life);
  const coming = Array.from({ length: HORIZON }, () => random.poisson(arrivals));
  const people = new People(residents + coming.reduce((sum, count) => sum + count, 0));
  // Regulars who were there before: lives that end exponentially have no memory, so the site is as it will always be.
  for (let resident = 0; resident < residents; resident++) {
    const person = people.add(2, 0, random);
    people.visitsBefore[person] = random.poisson((people.rate[person] ?? 0) * random.exponential(regular.life));
    people.schedule(person, people.gap(person, random) - 1);
  }
  coming.forEach((count, day) => {
    for (let arrival = 0; arrival < count; arrival++) {
      const draw = random.next();
      people.schedule(people.add(draw < 0.63 ? 0 : draw < 0.95 ? 1 : 2, day, random), day);
    }
  });
  return people;
}
