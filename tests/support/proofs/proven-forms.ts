/** The forms of the tracker that a browser looks at: what sites have by default, the date flag, and each place of the identifier. */
import { IDENTIFIER_PLACES } from '../../../src/domain/site.ts';
import type { ScriptChoice } from '../../../src/snippet/compose-script.ts';

const FEATURES = [['engagement'], ['engagement', 'opt-out']];

/** docs/audit.md names them. The first is the one with which the other scripts are proven. */
export const PROVEN_FORMS: readonly ScriptChoice[] = [
  ...IDENTIFIER_PLACES.flatMap((identifier) => FEATURES.map((features) => ({ features, identifier, adapter: null }))),
  ...FEATURES.map((features) => ({
    features: [...features, 'date-flag'],
    identifier: 'cookie' as const,
    adapter: null,
  })),
];
