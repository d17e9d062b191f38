/** Who may import whom: the table of docs/architecture.md, held by reading every import of the sources. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

/** Rooms below src/ and what each may import beside itself and packages. `*` is everything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  domain: ['lib'],
  config: ['lib'],
  observe: ['lib'],
  consent: ['domain', 'lib'],
  count: ['domain', 'lib'],
  collect: ['domain', 'consent', 'count', 'observe', 'lib'],
  stats: ['domain', 'count', 'observe', 'lib'],
  admin: ['domain', 'lib'],
  snippet: ['domain', 'lib'],
  auth: ['domain', 'lib'],
  // Speaks to the provider of OpenID Connect, as the store speaks to disks.
  oidc: ['auth', 'lib'],
  mail: ['domain', 'observe', 'lib'],
  reports: ['domain', 'auth', 'mail', 'stats', 'lib'],
  jobs: ['domain', 'auth', 'mail', 'reports', 'stats', 'observe', 'lib'],
  // What leaves for other machines: the third wall.
  outside: ['domain', 'mail', 'reports', 'lib'],
  privacy: ['domain', 'observe', 'lib'],
  transfer: ['domain', 'collect', 'count', 'stats', 'observe', 'lib'],
  // The store implements ports, and speaks of the types that stand in them.
  store: [
    'domain',
    'admin',
    'auth',
    'jobs',
    'mail',
    'reports',
    'collect',
    'count',
    'stats',
    'privacy',
    'transfer',
    'observe',
    'lib',
  ],
  http: [
    'domain',
    'consent',
    'admin',
    'auth',
    'mail',
    'reports',
    'collect',
    'snippet',
    'stats',
    'privacy',
    'transfer',
    'config',
    'observe',
    'lib',
  ],
  control: ['domain', 'count', 'admin', 'auth', 'stats', 'privacy', 'transfer', 'observe', 'lib'],
  // The same program on a stage: joined for an audit as app.ts joins it for visitors, without the store.
  rehearsal: [
    'domain',
    'consent',
    'admin',
    'auth',
    'collect',
    'count',
    'snippet',
    'stats',
    'privacy',
    'transfer',
    'http',
    'observe',
    'lib',
  ],
  cli: [
    'app.ts',
    'open-data.ts',
    'open-audit.ts',
    'domain',
    'admin',
    'auth',
    'collect',
    'config',
    'control',
    'snippet',
    'stats',
    'privacy',
    'transfer',
    'observe',
    'lib',
  ],
  'open-data.ts': ['*'],
  'open-accounts.ts': ['*'],
  'open-sign-in.ts': ['*'],
  'open-audit.ts': ['*'],
  'open-provider.ts': ['*'],
  'open-mail.ts': ['*'],
  'app.ts': ['*'],
  'main.ts': ['cli'],
};
/** What a store may take from a room that it serves: its ports and plain data, never its services. */
const SERVICES =
  /\/(sites|goals|cookies|rights|accounts|logins|api-keys|collector|pipeline|importer|answer-query)\.ts$/;

interface Import {
  from: string;
  to: string;
  isType: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.mts') ? [path] : [];
  });
}

function importsBelow(folder: string): Import[] {
  return filesBelow(join(ROOT, folder)).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found = [
      ...text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm),
    ];
    return found.map(([, type, path, lazy]) => ({
      from: relative(ROOT, file),
      to: relative(ROOT, resolve(dirname(file), path ?? lazy ?? '')),
      isType: type !== undefined,
    }));
  });
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

describe('the import table', () => {
  const imports = importsBelow('src');

  it('sees the imports it judges', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  it('is kept by every room of src', () => {
    const broken = imports.filter(({ from, to }) => {
      const [room, target] = [roomOf(from), roomOf(to)];
      const allowed = MAY_IMPORT[room];
      if (allowed === undefined) return true; // a room that the table does not know
      return room !== target && !allowed.includes('*') && !allowed.includes(target);
    });
    expect(broken).toEqual([]);
  });

  it('keeps the store away from services', () => {
    expect(imports.filter(({ from, to }) => roomOf(from) === 'store' && SERVICES.test(to))).toEqual([]);
  });

  it('keeps SQL in the store', () => {
    const withSql = filesBelow(join(ROOT, 'src'))
      .filter(
        (file) =>
          !file.includes('/store/') &&
          /\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b/.test(readFileSync(file, 'utf8')),
      )
      .map((file) => relative(ROOT, file));
    expect(withSql).toEqual([]);
  });

  it('leaves process.env to the settings and the command line', () => {
    const readers = filesBelow(join(ROOT, 'src'))
      .filter((file) => readFileSync(file, 'utf8').includes('process.env'))
      .map((file) => relative(ROOT, file));
    expect(readers).toEqual(['src/cli/program.ts']);
  });

  it('keeps the client to itself', () => {
    expect(importsBelow('client').filter(({ to }) => !to.startsWith('client/'))).toEqual([]);
  });

  it('lets the dashboard have types only, of questions and answers', () => {
    const foreign = importsBelow('dashboard').filter(({ to }) => !to.startsWith('dashboard/'));
    expect(foreign.filter(({ to, isType }) => !isType || !/^src\/(stats|http)\//.test(to))).toEqual([]);
  });
});
