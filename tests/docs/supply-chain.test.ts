/** What ships of others' work is listed whole, and an audit that did not happen says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createSbom, judgeAudit } from '../../supply-chain.mjs';

const ROOT = join(import.meta.dirname, '../..');
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };

describe('the bill of materials', () => {
  const { bomFormat, metadata, components, dependencies: edges } = createSbom(ROOT);
  const names = components.map(({ name }) => name);

  it('lists every package that runs, and those that are bundled for browsers, and no tool of ours', () => {
    expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'passant']);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'preact', '@preact/signals-core']));
    for (const tool of ['jest', 'typescript', 'esbuild', 'playwright-core', 'axe-core'])
      expect(names).not.toContain(tool);
  });

  it('has version, place, digest and licence of each, and no need that it does not list', () => {
    for (const { name, version, purl, hashes, licenses } of components)
      expect([name, /^\d/.test(version), purl.endsWith(`@${version}`), hashes?.[0]?.alg, licenses?.length]).toEqual([
        ...[name, true, true, 'SHA-512', 1],
      ]);
    expect(
      edges.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !edges.some((each) => each.ref === ref)),
    ).toEqual([]);
  });
});

describe('the audit of packages', () => {
  const answer = (total: number, high: number, vulnerabilities: object) =>
    JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: { total, high }, dependencies: { prod: 129 } } });

  it.each([
    ['nothing known', answer(0, 0, {}), false, 'Audit: nothing is known against the 129 packages that run.'],
    [
      ...(['something grave', answer(1, 1, { koa: { name: 'koa', severity: 'high' } }), true] as const),
      'Audit: koa (high) among the 129 packages that run.',
    ],
    [
      ...(['something slight', answer(1, 0, { koa: { name: 'koa', severity: 'low' } }), false] as const),
      'Audit: koa (low) among the 129 packages that run.',
    ],
    [
      'a refusal',
      '{"message":"405 Method Not Allowed"}',
      false,
      'Audit: NOT DONE, the registry gave no answer (405 Method Not Allowed).',
    ],
    ['no JSON at all', 'oops', false, 'Audit: NOT DONE, the registry gave no answer (no reason given).'],
  ])('says of %s what it is', (_what, given, isBad, sentence) => {
    expect(judgeAudit(given)).toEqual({ isBad, sentence });
  });
});
