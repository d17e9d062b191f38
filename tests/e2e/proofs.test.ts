/** What the audit says that a browser has shown is what a browser shows. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { buildClient } from '../../client/build.mjs';
import { CLIENT_PROOFS } from '../../src/privacy/audit/client-proofs.ts';
import { openBrowser } from '../client/support/open-browser.ts';
import { proveClient } from '../support/proofs/prove-client.ts';

let folder: string;
let browser: Browser;
let scripts: Awaited<ReturnType<typeof buildClient>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passant-proofs-'));
  scripts = await buildClient(folder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the record of proofs', () => {
  it('is of the scripts as they are built now, and a browser shows the same; else `npm run prove` writes it anew', async () => {
    expect(await proveClient(browser, folder, scripts)).toEqual(CLIENT_PROOFS);
    expect(CLIENT_PROOFS.filter(({ result }) => result === 'fail')).toEqual([]);
  });

  it('would be another one of a script that keeps an identifier without a yes, for years, and looks at the screen', async () => {
    const spoilt = "document.cookie='passant_id=abcdefghijklmnopqrstu; Max-Age=99999999';screen.width;";
    writeFileSync(join(folder, 's.js'), spoilt + readFileSync(join(folder, 's.js'), 'utf8'));
    const proofs = await proveClient(browser, folder, scripts, ['L-01', 'L-02', 'D-01', 'D-03', 'D-04', 'C-01']);
    expect(proofs.filter(({ result }) => result === 'pass')).toEqual([]);
  });
});
