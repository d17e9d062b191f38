/** `npm run prove`: builds the scripts, lets a browser look at them, and writes down what it has seen for the audit. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '../../../client/build.mjs';
import type { Proof } from '../../../src/privacy/audit/facts.ts';
import { openBrowser } from '../../client/support/open-browser.ts';
import { proveClient } from './prove-client.ts';

const FILE = join(import.meta.dirname, '../../../src/privacy/audit/client-proofs.ts');

const folder = mkdtempSync(join(tmpdir(), 'passant-prove-'));
const browser = await openBrowser();
try {
  await buildClient(folder);
  const proofs = await proveClient(browser, folder);
  const lines = groupProofs(proofs).map(
    ({ script, sha256, result, rules }) =>
      `  {\n    ...{ script: '${script}', result: '${result}', rules: '${rules.join(' ')}' },\n    sha256: '${sha256}',\n  },\n`,
  );
  writeFileSync(
    FILE,
    `/** What a browser has shown of the scripts, and of which forms of the tracker. Written by \`npm run prove\`, never by hand. */
import type { Proof } from './facts.ts';

const SHOWN: readonly { script: string; result: Proof['result']; rules: string; sha256: string }[] = [
${lines.join('')}];

export const CLIENT_PROOFS: readonly Proof[] = SHOWN.flatMap(({ rules, ...shown }) =>
  rules.split(' ').map((rule) => ({ ...shown, rule })),
);
`,
  );
  for (const { rule, script, result } of proofs) console.log(`${rule}  ${script}  ${result}`);
  process.exitCode = proofs.every(({ result }) => result === 'pass') ? 0 : 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

/** By script and result, in the order of the proofs. */
function groupProofs(proofs: readonly Proof[]): (Omit<Proof, 'rule'> & { rules: string[] })[] {
  const groups = new Map<string, Omit<Proof, 'rule'> & { rules: string[] }>();
  for (const { rule, ...shown } of proofs) {
    const name = JSON.stringify(Object.values(shown));
    const group = groups.get(name) ?? { ...shown, rules: [] };
    group.rules.push(rule);
    groups.set(name, group);
  }
  return [...groups.values()];
}
