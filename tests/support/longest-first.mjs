/** Begins with the files of tests that take longest: in a fresh clone Jest knows nothing but their size, and at the end of a run one core would wait for the other. */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const ROOT = join(import.meta.dirname, '../..');
/** As measured, the longest first. Whatever is not here comes after them as Jest would have it. */
const LONGEST = [
  'process/import',
  'process/restart',
  'e2e/accessibility',
  'process/export',
  'e2e/journey',
  'e2e/dashboard-asking',
  'e2e/dashboard-chart',
  'e2e/dashboard-panels',
  'process/oidc',
  'e2e/rights',
  'process/access',
  'process/reader-threads',
  'e2e/engines-device',
  'e2e/engines-pages',
  'e2e/engines-counting',
  'e2e/dashboard-sharing',
  'e2e/dashboard-languages',
  'e2e/consent-tools',
  'e2e/consent-tools-counted',
  'e2e/proofs',
  'e2e/client',
  'e2e/banner',
  'e2e/dashboard-explore',
  'process/bench-query',
  'process/no-loss',
  'process/kills',
  'process/rights',
  'e2e/hostile-visitors',
  'e2e/people',
  'e2e/sites',
  'store/segments/sealing.property',
  'stats/answer-query.property',
  'transfer/export',
  'stats/estimates',
  'count/counter.property',
  'store/segments/damage',
  'privacy/audit/audit',
  'client/demo',
  'http/client-scripts',
  'count/estimate/simulation',
  'client/build',
  'count/estimate/estimate.property',
  'snippet/compose-script',
  'auth/password-rules',
  'count/levels',
].map((name) => `tests/${name}.test.ts`);

const gone = LONGEST.filter((path) => !existsSync(join(ROOT, path)));
if (gone.length > 0) throw new Error(`tests/support/longest-first.mjs names what is not there: ${gone.join(', ')}`);

export default class LongestFirst extends Sequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    const placeOf = ({ path }) => {
      const place = LONGEST.indexOf(relative(ROOT, path).split(sep).join('/'));
      return place === -1 ? LONGEST.length : place;
    };
    return super.sort(tests).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
