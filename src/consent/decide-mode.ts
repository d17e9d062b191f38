/** How an event may be counted: the site's settings, the visitor's answer and the privacy signals, and nothing else. */
import type { ConsentState } from '../domain/consent.ts';
import type { DropReason } from '../domain/drop-reason.ts';
import { type AnonymousMode, LEVELS } from '../domain/levels.ts';
import type { SiteSettings } from '../domain/site.ts';

/** `identified`: by the random identifier. */
export type CollectionMode = 'identified' | AnonymousMode;

export interface ConsentFacts {
  consent: ConsentState;
  hasIdentifier: boolean;
  /** Global Privacy Control or Do Not Track was sent. */
  hasSignal: boolean;
}

type Policy = Pick<SiteSettings, 'anonymous' | 'onRefusal' | 'signals'>;

/** An explicit yes prevails over a signal; a refusal falls back to what the site has chosen; silence is anonymous. */
export function decideMode(policy: Policy, facts: ConsentFacts): { mode: CollectionMode } | { drop: DropReason } {
  if (facts.consent === 'granted') return { mode: facts.hasIdentifier ? 'identified' : LEVELS[policy.anonymous].mode };
  if (facts.hasSignal && policy.signals === 'exclude') return { drop: 'signal' };
  if (facts.consent === 'denied' && policy.onRefusal === 'none') return { drop: 'refused' };
  if (facts.consent === 'denied' && policy.onRefusal === 'pageviews') return { mode: 'uncounted' };
  return { mode: LEVELS[policy.anonymous].mode };
}
