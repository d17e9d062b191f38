/** How likely somebody is to accept: a logistic curve per scenario, shifted so that the wanted share of people accepts. */
import type { People } from './population.ts';
import type { Consent } from './scenario.ts';

/** Change of the log odds with regularity (log of expected active days a month), and for phones. */
const SLOPES: Readonly<Record<Consent, { regular: number; mobile: number }>> = {
  random: { regular: 0, mobile: 0 },
  device: { regular: 0, mobile: -1.5 },
  positive: { regular: 1.6, mobile: 0 },
  negative: { regular: -1.6, mobile: 0 },
  're-asked': { regular: 0, mobile: 0 },
};

export interface Willingness {
  consent: Consent;
  /** Log odds of a one-timer at a desktop. */
  base: number;
}

/** Chance that a person accepts, decided once. */
export function chanceOf({ consent, base }: Willingness, people: People, person: number): number {
  const { regular, mobile } = SLOPES[consent];
  const odds = base + regular * (people.regularity[person] ?? 0) + mobile * (people.device[person] ?? 0);
  return 1 / (1 + Math.exp(-odds));
}

/** The base at which `share` of the people given accept. */
export function findBase(consent: Consent, share: number, people: People, persons: readonly number[]): Willingness {
  let [low, high] = [-12, 12];
  for (let round = 0; round < 40; round++) {
    const base = (low + high) / 2;
    const mean = persons.reduce((sum, person) => sum + chanceOf({ consent, base }, people, person), 0) / persons.length;
    if (mean < share) low = base;
    else high = base;
  }
  return { consent, base: (low + high) / 2 };
}
