/** Scripts that anybody may ask for in any combination: made one at a time, and not too many at once. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClient } from '../../client/build.mjs';
import { SCRIPT_FEATURES, type Site } from '../../src/domain/site.ts';
import { ClientScripts } from '../../src/http/client-scripts.ts';
import { readPieces } from '../../src/snippet/read-pieces.ts';

const SITE = { domain: 'shop.example', features: ['engagement', 'links'], identifier: 'cookie', dateFlag: false };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passant-scripts-'));
  await buildClient(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('scripts', () => {
  it('are refused when somebody makes up too many at once, and those of sites never', async () => {
    const scripts = new ClientScripts(readPieces(folder), () => SITE as unknown as Site);
    const made: Promise<unknown>[] = [];
    const makeUp = (index: number) => {
      const features = SCRIPT_FEATURES.filter((_, bit) => (index >> bit) & 1);
      made.push(scripts.find(new URLSearchParams({ with: features.join() })));
    };
    expect(() => {
      for (let index = 0; index < 64; index++) makeUp(index);
    }).toThrow(expect.objectContaining({ code: 'unavailable', retryAfterS: 2 }));
    expect(made).toHaveLength(32);
    made.push(scripts.find(new URLSearchParams({ site: SITE.domain })));
    await Promise.all(made);
    await expect(scripts.find(new URLSearchParams({ with: SCRIPT_FEATURES.join() }))).resolves.toMatchObject({
      type: 'text/javascript; charset=utf-8',
    });
  });
});
