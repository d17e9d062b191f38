/** What no source of ours does, whatever its reason: each would open a way that the rest of the tests could not see. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const SERVER = ['src'];
const PAGES = ['dashboard'];
const ALL = ['src', 'dashboard', 'client'];

function sourcesOf(folders: readonly string[]): { name: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') })),
  );
}

describe('no source', () => {
  it.each([
    ['runs a text as a program', ALL, /\beval\(|new Function\(|setTimeout\(['"`]/],
    [
      'makes markup of a text',
      ALL,
      /innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|dangerouslySet|srcdoc/i,
    ],
    ['runs a command of the system', SERVER, /child_process/],
    ['hashes by what is broken, or may be', SERVER, /create(Hash|Hmac)\((?!'sha(256|384|512)')/],
    [
      'encrypts but with a mode that notices changes',
      SERVER,
      /'(aes-(?!256-gcm')|aes\d|des-|des3|rc[24]|bf-|camellia|chacha)[\w-]*'/,
    ],
    ['believes any certificate', SERVER, /rejectUnauthorized|TLS_REJECT_UNAUTHORIZED|checkServerIdentity/],
    ['takes numbers that can be foreseen', SERVER, /Math\.random/],
    ['keeps anything in the browser', PAGES, /\b(local|session)Storage\b|indexedDB|caches\.open/],
    [
      'listens to messages of other pages',
      PAGES,
      /\b(window|self|globalThis)\.addEventListener\('message'|\bonmessage\b/,
    ],
    ['forbids to paste', PAGES, /onPaste|addEventListener\('paste'/],
  ] as const)('%s', (_what, folders, pattern) => {
    const sources = sourcesOf(folders);
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
