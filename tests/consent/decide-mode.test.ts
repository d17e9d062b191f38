/** How an event may be counted: every setting of a site against every answer of a visitor. */
import { describe, expect, it } from '@jest/globals';
import { decideMode } from '../../src/consent/decide-mode.ts';
import { CONSENT_STATES, type ConsentState } from '../../src/domain/consent.ts';
import { ANONYMOUS_LEVELS, type AnonymousLevel } from '../../src/domain/levels.ts';
import { ON_REFUSAL, type OnRefusal, SIGNAL_POLICIES, type SignalPolicy } from '../../src/domain/site.ts';

/** What silence leads to at each level. */
const SILENT = { pageviews: 'uncounted', visits: 'unseen', day: 'anonymous', 'two-day': 'anonymous' } as const;

type Outcome = 'identified' | 'silent' | 'uncounted' | 'dropped: signal' | 'dropped: refused';

/** Each row stands for all levels; `silent` is what the level makes of silence. */
const TABLE: readonly [ConsentState, identifier: boolean, signal: boolean, OnRefusal, SignalPolicy, Outcome][] = [
  // An explicit yes prevails over any signal and any setting.
  ['granted', true, false, 'anonymous', 'anonymous', 'identified'],
  ['granted', true, false, 'none', 'exclude', 'identified'],
  ['granted', true, true, 'anonymous', 'anonymous', 'identified'],
  ['granted', true, true, 'none', 'exclude', 'identified'],
  ['granted', true, true, 'pageviews', 'ignore', 'identified'],
  // A yes without an identifier can only be counted like silence.
  ['granted', false, false, 'none', 'exclude', 'silent'],
  ['granted', false, true, 'none', 'exclude', 'silent'],
  // Silence is anonymous, unless the site excludes whoever sends a signal.
  ['unset', false, false, 'anonymous', 'anonymous', 'silent'],
  ['unset', false, false, 'none', 'exclude', 'silent'],
  ['unset', false, true, 'anonymous', 'anonymous', 'silent'],
  ['unset', false, true, 'anonymous', 'ignore', 'silent'],
  ['unset', false, true, 'anonymous', 'exclude', 'dropped: signal'],
  // An identifier without a yes is not looked at.
  ['unset', true, false, 'anonymous', 'anonymous', 'silent'],
  ['denied', true, false, 'anonymous', 'anonymous', 'silent'],
  // A refusal is what the site has chosen.
  ['denied', false, false, 'anonymous', 'anonymous', 'silent'],
  ['denied', false, false, 'pageviews', 'anonymous', 'uncounted'],
  ['denied', false, false, 'none', 'anonymous', 'dropped: refused'],
  ['denied', false, true, 'anonymous', 'exclude', 'dropped: signal'],
  ['denied', false, true, 'none', 'exclude', 'dropped: signal'],
  ['denied', false, true, 'none', 'ignore', 'dropped: refused'],
  ['denied', false, true, 'pageviews', 'anonymous', 'uncounted'],
];

const EVERY = ANONYMOUS_LEVELS.flatMap((level) =>
  ON_REFUSAL.flatMap((onRefusal) =>
    SIGNAL_POLICIES.flatMap((signals) =>
      CONSENT_STATES.flatMap((consent) =>
        [true, false].flatMap((hasIdentifier) =>
          [true, false].map((hasSignal) => ({ level, onRefusal, signals, consent, hasIdentifier, hasSignal })),
        ),
      ),
    ),
  ),
);

function decide({ level, onRefusal, signals, ...facts }: (typeof EVERY)[number]) {
  return decideMode({ anonymous: level, onRefusal, signals }, facts);
}

describe.each(ANONYMOUS_LEVELS)('at level %s', (level: AnonymousLevel) => {
  it.each(TABLE)(
    '%s, identifier %s, signal %s, refusal %s, signals %s: %s',
    (consent, hasIdentifier, hasSignal, onRefusal, signals, outcome) => {
      const decision = decide({ level, consent, hasIdentifier, hasSignal, onRefusal, signals });
      const mode = outcome === 'silent' ? SILENT[level] : outcome;
      const [dropped, reason] = mode.split(': ');
      expect(decision).toEqual(dropped === 'dropped' ? { drop: reason } : { mode });
    },
  );
});

describe('in every one of all cases', () => {
  it('nobody is identified without a yes and an identifier', () => {
    for (const each of EVERY) {
      const decision = decide(each);
      const isIdentified = 'mode' in decision && decision.mode === 'identified';
      expect(isIdentified).toBe(each.consent === 'granted' && each.hasIdentifier);
    }
  });

  it('nobody is told apart below the level `day`', () => {
    for (const each of EVERY.filter(({ level }) => level === 'visits' || level === 'pageviews')) {
      expect(decide(each)).not.toEqual({ mode: 'anonymous' });
    }
  });

  it('a privacy signal never leads to more being counted', () => {
    const rank = ['identified', 'anonymous', 'unseen', 'uncounted', undefined];
    for (const each of EVERY.filter(({ hasSignal }) => hasSignal)) {
      const [withSignal, without] = [decide(each), decide({ ...each, hasSignal: false })];
      const rankOf = (decision: typeof withSignal) => rank.indexOf('mode' in decision ? decision.mode : undefined);
      expect(rankOf(withSignal)).toBeGreaterThanOrEqual(rankOf(without));
    }
  });

  it('there are 432 of them', () => {
    expect(EVERY).toHaveLength(4 * 3 * 3 * 3 * 2 * 2);
  });
});
