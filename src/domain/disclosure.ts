/** How finely figures of a site may be shown, and to whom: one table, read by statistics, audit and documentation. */
import type { Site } from './site.ts';

export interface DisclosureSettings {
  /** Cells of fewer visitors are hidden; 0 hides none. */
  smallCells: number;
  /** Whether figures are rounded to ten. */
  rounding: boolean;
}

export const USUAL_DISCLOSURE: DisclosureSettings = { smallCells: 5, rounding: true };

/** `staff`: who may sign in, hold a key or run a command. `public`: anybody who has an address. */
export type Audience = 'staff' | 'public';

/** How finely figures are shown. */
export interface Disclosure {
  /** Figures are multiples of it; null: as they are. */
  roundedTo: number | null;
  /** Cells of fewer visitors are hidden, and as many others as keep them from being worked out; null: none. */
  smallest: number | null;
  /** Whether hidden rows are left out: their very names may tell of somebody. */
  omitsHidden?: boolean;
}

export const AS_IT_IS: Disclosure = { roundedTo: null, smallest: null };
const STEP = 10;
/** Whoever looks at a public page may know somebody in it. */
const SMALLEST_IN_PUBLIC = 10;

export function disclosureOf(
  { profile, demo, smallCells, rounding }: Pick<Site, 'profile' | 'demo' | keyof DisclosureSettings>,
  audience: Audience,
): Disclosure {
  if (audience === 'public') return { roundedTo: STEP, smallest: Math.max(SMALLEST_IN_PUBLIC, smallCells) };
  if (demo || profile === 'consented') return AS_IT_IS;
  return { roundedTo: rounding ? STEP : null, smallest: smallCells === 0 ? null : smallCells };
}
