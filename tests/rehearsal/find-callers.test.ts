import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCallers } from '../../src/rehearsal/find-callers.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-callers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as the build writes it: each part below its source. */
const built = (...parts: [source: string, code: string][]) =>
  parts.map(([source, code]) => `// ${source}\n${code}\n`).join('\n');

describe('what can open a connection', () => {
  it.each([
    ['nothing, where nobody does', [['src/count/counter.ts', 'const fetched = prefetch(1);']], []],
    [
      'a part of ours that fetches',
      [['src/count/counter.ts', 'await fetch("https://example.org");']],
      ['count/counter'],
    ],
    [
      'one that asks by a module of Node',
      [['src/admin/sites.ts', 'import { request as request2 } from "node:https";']],
      ['admin/sites'],
    ],
    ['no server, which only listens', [['src/app.ts', 'import { createServer } from "node:http";']], []],
    ['no part on the list', [['src/control/call-control.ts', 'import { connect } from "node:net";']], []],
    ['no package', [['node_modules/koa/lib/request.js', 'import { connect } from "node:net";']], []],
    ['no package that lies elsewhere', [['../node_modules/koa/lib/request.js', 'await fetch(address);']], []],
    ['no comment that speaks of it', [['src/app.ts', '// fetch(nothing)\n/* new WebSocket(nothing) */']], []],
  ] as const)('is %s', (_name, parts, expected) => {
    writeFileSync(join(folder, 'main.js'), built(...(parts as unknown as [string, string][])));
    expect(findCallers(folder)).toEqual(expected);
  });

  it('is also what stands in a built file without a source', () => {
    writeFileSync(join(folder, 'main.js'), `fetch("https://example.org");\n${built(['src/app.ts', ''])}`);
    expect(findCallers(folder)).toEqual(['?']);
  });
});
