/** Joining scripts from pieces: exactly what was asked for, or an error that says what there is. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildClient } from '../../client/build.mjs';
import { AppError } from '../../src/domain/errors.ts';
import { IDENTIFIER_PLACES, SCRIPT_FEATURES, USUAL_FEATURES } from '../../src/domain/site.ts';
import { composeScript, nameScript, type ScriptPieces } from '../../src/snippet/compose-script.ts';
import { readPieces } from '../../src/snippet/read-pieces.ts';

let folder: string;
let pieces: ScriptPieces;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passant-pieces-'));
  await buildClient(folder);
  pieces = readPieces(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const compose = (features: readonly string[], more: object = {}) =>
  composeScript(pieces, { features, identifier: 'cookie', adapter: null, ...more });

describe('a composed script', () => {
  it('is byte for byte the one that was built, where it asks for the same', async () => {
    expect(compose(USUAL_FEATURES)).toBe(await readFile(join(folder, 's.js'), 'utf8'));
    expect(compose(['date-flag', ...USUAL_FEATURES])).toBe(await readFile(join(folder, 'sd.js'), 'utf8'));
  });

  it('has what each feature needs, and nothing of the others', () => {
    const marks: Record<string, string> = {
      engagement: 'scrollHeight',
      links: 'Outbound Link: Click',
      downloads: 'File Download',
      forms: 'Form: Submission',
      'not-found': 'data-passant-404',
      tagged: 'plausible-event-name',
      search: 'URLSearchParams',
      'opt-out': 'passant_optout',
      'date-flag': 'passant_date',
      hash: 'location.hash.match',
    };
    for (const name of Object.keys(marks)) {
      const text = compose([name]);
      expect(Object.keys(marks).filter((each) => text.includes(marks[each] ?? ''))).toEqual([name]);
    }
  });

  it.each(IDENTIFIER_PLACES.map((place) => [place]))(
    'with the identifier in %s is a program, whatever it does',
    (identifier) => {
      for (const features of [[], ...SCRIPT_FEATURES.map((name) => [name]), [...SCRIPT_FEATURES, 'date-flag']]) {
        const text = compose(features, { identifier });
        expect(() => new Script(text)).not.toThrow();
        expect(text.includes('localStorage')).toBe(identifier === 'storage');
      }
    },
  );

  it('is the same for the same features in any order', () => {
    expect(compose(['links', 'downloads', 'links'])).toBe(compose(['downloads', 'links']));
    const name = (features: string[]) => nameScript(pieces, { features, identifier: 'cookie', adapter: null });
    expect(name(['links', 'forms'])).toBe(name(['forms', 'links']));
    expect(name(['links'])).not.toBe(name(['forms']));
  });

  it('of unknown names is an error that names all of them and all there are', () => {
    const wrong = () => compose(['links', 'lynx', 'constructor'], { adapter: 'nobody' });
    expect(wrong).toThrow(AppError);
    try {
      wrong();
    } catch (error) {
      const { code, details } = error as AppError;
      expect([code, details.map(({ path }) => path)]).toEqual(['invalid', ['with', 'with', 'cmp']]);
      expect(details[0]?.message).toContain('"lynx"; use date-flag, downloads, engagement');
    }
  });

  it('knows every feature that a site can have', () => {
    expect([...Object.keys(pieces.features), 'hash'].sort()).toEqual([...SCRIPT_FEATURES, 'date-flag'].sort());
  });
});
