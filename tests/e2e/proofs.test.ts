/** What the audit says that a browser has shown is what a browser shows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { buildClient } from '../../client/build.mjs';
import { CLIENT_PROOFS } from '../../src/privacy/audit/client-proofs.ts';
import type { Proof } from '../../src/privacy/audit/facts.ts';
import { openBrowser } from '../client/support/open-browser.ts';
import { planScenes, proveClient } from '../support/proofs/prove-client.ts';
import { PROVEN_FORMS } from '../support/proofs/proven-forms.ts';

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passant-proofs-'));
  await buildClient(folder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the record of proofs', () => {
  it('is of the scripts as they are built now, in each form; else `npm run prove` writes it anew', () => {
    const planned = planScenes(folder).flatMap(({ about }) =>
      about.map((each) => ({ ...each, result: 'pass' as const })),
    );
    expect(inOrder(CLIENT_PROOFS)).toEqual(inOrder(planned));
  });

  const shown = async (wanted: Parameters<typeof proveClient>[2]) => {
    const proofs = await proveClient(browser, folder, wanted);
    expect(proofs).not.toEqual([]);
    expect(inOrder(CLIENT_PROOFS)).toEqual(expect.arrayContaining(inOrder(proofs)));
  };

  it('is what a browser shows of the usual form', () => shown({ forms: PROVEN_FORMS.slice(0, 1) }));

  it('is what a browser shows of the forms with all else, as far as their parts could break it', () =>
    // Of each place of the identifier, and of the date flag, the form with the most features; `npm run prove` looks at everything.
    shown({
      forms: PROVEN_FORMS.filter(({ features, identifier }) =>
        identifier === 'cookie' ? features.length === 3 : features.length === 2,
      ),
      rules: ['D-01', 'C-02'],
    }));

  it('would be another one of a script that keeps an identifier without a yes, for years, and looks at the screen', async () => {
    const spoilt = "document.cookie='passant_id=abcdefghijklmnopqrstu; Max-Age=99999999';screen.width;";
    const rules = ['L-01', 'L-02', 'D-01', 'D-03', 'D-04', 'C-01'];
    const proofs = await proveClient(browser, folder, { forms: PROVEN_FORMS.slice(0, 1), rules, spoilt });
    expect(proofs).not.toEqual([]);
    expect(proofs.filter(({ result }) => result === 'pass')).toEqual([]);
  });
});

function inOrder(proofs: readonly Proof[]): string[] {
  return proofs.map(({ rule, script, sha256, result }) => [script, sha256, rule, result].join(' ')).sort();
}
