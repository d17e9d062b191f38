/** What may be kept of an event: one table, read by the pipeline, the tests and the documentation (docs/privacy.md). */
import type { Profile } from '../domain/site.ts';

export type Population = 'identified' | 'anonymous';
/** `coarsen` is explained per field. */
export type Treatment = 'keep' | 'coarsen' | 'drop';

type Rule = Record<Profile, Record<Population, Treatment>>;

const ALWAYS = rule('keep', 'keep', 'keep', 'keep');

export const ALLOWED_FIELDS = {
  page: ALWAYS,
  /** Query parameters outside the site's list, and the fragment, never enter a page. */
  campaign: rule('drop', 'keep', 'keep', 'keep'),
  /** Coarsened to the host. */
  referrer: rule('coarsen', 'keep', 'keep', 'keep'),
  /** Coarsened to the site's first three kinds. */
  customEvents: rule('coarsen', 'keep', 'keep', 'keep'),
  properties: rule('drop', 'keep', 'keep', 'keep'),
  revenue: rule('drop', 'keep', 'keep', 'keep'),
  place: ALWAYS,
  /** Family and major version, on every row. */
  technology: rule('coarsen', 'coarsen', 'coarsen', 'coarsen'),
  /** Primary tag, on every row. */
  language: rule('coarsen', 'coarsen', 'coarsen', 'coarsen'),
  address: rule('drop', 'drop', 'drop', 'drop'),
  userAgent: rule('drop', 'drop', 'drop', 'drop'),
  screen: rule('drop', 'drop', 'drop', 'drop'),
  clickIdentifiers: rule('drop', 'drop', 'drop', 'drop'),
} as const satisfies Record<string, Rule>;

export type Field = keyof typeof ALLOWED_FIELDS;

/** What happens to a field on a row of this profile and population. */
export function treatmentOf(field: Field, profile: Profile, population: Population): Treatment {
  return ALLOWED_FIELDS[field][profile][population];
}

function rule(
  exemptAnonymous: Treatment,
  exemptIdentified: Treatment,
  anonymous: Treatment,
  identified: Treatment,
): Rule {
  return {
    exempt: { anonymous: exemptAnonymous, identified: exemptIdentified },
    consented: { anonymous, identified },
  };
}
