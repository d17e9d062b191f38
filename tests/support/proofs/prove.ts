/** `npm run prove`: builds the scripts, lets a browser look at them, and writes down what it has seen for the audit. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '../../../client/build.mjs';
import { openBrowser } from '../../client/support/open-browser.ts';
import { proveClient } from './prove-client.ts';

const FILE = join(import.meta.dirname, '../../../src/privacy/audit/client-proofs.ts');

const folder = mkdtempSync(join(tmpdir(), 'passant-prove-'));
const browser = await openBrowser();
try {
  const proofs = await proveClient(browser, folder, await buildClient(folder));
  const lines = proofs.map(
    ({ rule, script, sha256, result }) =>
      `  {\n    ...{ rule: '${rule}', script: '${script}', result: '${result}' },\n    sha256: '${sha256}',\n  },\n`,
  );
  writeFileSync(
    FILE,
    `/** What a browser has shown of the scripts. Written by \`npm run prove\`, never by hand. */
import type { Proof } from './facts.ts';

export const CLIENT_PROOFS: readonly Proof[] = [
${lines.join('')}];
`,
  );
  for (const { rule, script, result } of proofs) console.log(`${rule}  ${script}  ${result}`);
  process.exitCode = proofs.every(({ result }) => result === 'pass') ? 0 : 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
