/** The words that the banner asks with: complete in every language, and never changed once they have been served. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileBanner, writeTexts } from '../../client/banner/build-banner.mjs';

const ROOT = join(import.meta.dirname, '../../client/banner');
const TEXTS = join(ROOT, 'texts');

/** Of each text that was ever served. A change of words is a new folder and new lines here, never another digest. */
const DIGESTS: Readonly<Record<string, string>> = {
  '1/en': 'd726fd8dfbc4b1b5',
  '1/fr': '56791ccbb0cb9551',
  '2/de': '2212746cd69343cd',
  '2/en': '23166de758b595a9',
  '2/es': 'cec91acadb87e660',
  '2/fr': '4a69066159869e69',
  '2/it': '4ff69e2745cccdfb',
  '2/nl': 'fd059a5a18a204d9',
  '2/pl': 'c743b82be3b82198',
  '2/pt': '9d25c9895afac0a9',
};

const readText = async (name: string) =>
  JSON.parse(await readFile(join(TEXTS, `${name}.json`), 'utf8')) as Record<string, string>;
const listTexts = async () =>
  (await readdir(TEXTS, { recursive: true })).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));

describe('the texts of the banner', () => {
  it('are those that were served under their number', async () => {
    const names = (await listTexts()).sort();
    const found = await Promise.all(
      names.map(async (name) => {
        const bytes = await readFile(join(TEXTS, `${name}.json`));
        return [name, createHash('sha256').update(bytes).digest('hex').slice(0, 16)];
      }),
    );
    expect(Object.fromEntries(found)).toEqual(DIGESTS);
  });

  it('say in every language what the banner has to say, and each thing in its own words', async () => {
    const declared = await readFile(join(ROOT, 'texts.d.ts'), 'utf8');
    const wanted = [...declared.matchAll(/export const (\w+): string/g)].map(([, name]) => name);
    const keys = wanted.filter((name) => name !== 'version' && name !== 'language').sort();
    const english = await readText('2/en');
    for (const name of (await listTexts()).filter((each) => each.startsWith('2/'))) {
      const words = await readText(name);
      expect([name, Object.keys(words).sort()]).toEqual([name, keys]);
      expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
      const untranslated = keys.filter((key) => key && key !== 'reopen' && words[key] === english[key]);
      expect([name, untranslated]).toEqual([name, name === '2/en' ? keys.filter((key) => key !== 'reopen') : []]);
      // What is kept, and for how long, is the same in all of them.
      expect(
        [words.necessary, words.statistics, words.purpose].join(' ').match(/cookies_preferences|passant_id|\d+/g),
      ).toEqual(['cookies_preferences', '6', 'passant_id', '13', '13']);
    }
  });

  it('stand in the script of their language alone', async () => {
    for (const { name, code } of await compileBanner()) {
      const language = /choice\.(..)\.js/.exec(name)?.[1];
      for (const other of ['en', 'fr', 'de']) {
        const { purpose = '' } = await readText(`2/${other}`);
        expect([name, other, code.includes(purpose)]).toEqual([name, other, other === language]);
      }
      if (language) expect(code).toContain(`-${language}`);
    }
  });

  it('can all be read again, also those that nobody is asked with any more', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'passant-texts-'));
    await writeTexts(folder);
    const names = (await readdir(folder)).sort();
    expect(names).toEqual((await listTexts()).map((name) => `${name.replace('/', '-')}.json`).sort());
    const proof = JSON.parse(await readFile(join(folder, '1-fr.json'), 'utf8'));
    expect(proof).toEqual({ version: '1-fr', language: 'fr', texts: await readText('1/fr') });
    await rm(folder, { recursive: true });
  });
});
