/** What ships of others' work is listed whole, and an audit that did not happen says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createSbom, judgeAges, judgeAudit } from '../../supply-chain.mjs';

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

const NOW = Date.parse('2026-11-29T12:00Z');
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString().slice(0, 10);

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
      ...(['something slight', answer(1, 0, { pino: { name: 'pino', severity: 'low' } }), false] as const),
      'Audit: pino (low) among the 129 packages that run.',
    ],
    [
      'a refusal',
      '{"message":"405 Method Not Allowed"}',
      false,
      'Audit: NOT DONE, the registry gave no answer (405 Method Not Allowed).',
    ],
    ['no JSON at all', 'oops', false, 'Audit: NOT DONE, the registry gave no answer (no reason given).'],
  ])('says of %s what it is', (_what, given, isBad, sentence) => {
    const seen = { koa: daysAgo(0), pino: daysAgo(30) };
    expect(judgeAudit(given, seen, NOW)).toEqual({ isBad, sentence });
  });

  it.each([
    ['nobody has written down', {}],
    ['was seen longer ago than the days that are promised', { koa: daysAgo(31) }],
    ['was seen on a day that is none', { koa: 'lately' }],
  ])('has something slight mended that %s', (_what, seen) => {
    const { isBad, sentence } = judgeAudit(answer(1, 0, { koa: { name: 'koa', severity: 'low' } }), seen, NOW);
    expect([isBad, sentence]).toEqual([true, expect.stringContaining('Mend koa, or write the day')]);
  });

  it('forgives nothing on a day to come, nor what is no list of days', () => {
    const written = JSON.parse(readFileSync(join(ROOT, 'known-weaknesses.json'), 'utf8')) as Record<string, string>;
    for (const [name, day] of Object.entries(written))
      expect([name, day <= new Date().toISOString().slice(0, 10)]).toEqual([name, true]);
  });
});

describe('the age of packages', () => {
  const judge = (current: string, times: Record<string, string>) => judgeAges([['koa', current, times]], NOW).isBad;

  it.each([
    ['a newer version 90 days old', '3.1.2', { '3.1.2': daysAgo(400), '3.1.3': daysAgo(90) }, false],
    ['a newer version 91 days old', '3.1.2', { '3.1.3': daysAgo(91), '3.1.4': daysAgo(2) }, true],
    ['a newer minor one, of two digits', '3.9.0', { '3.10.0': daysAgo(91) }, true],
    ['another major 365 days old', '3.1.2', { '4.0.0': daysAgo(365) }, false],
    ['another major 366 days old', '3.1.2', { '4.0.0': daysAgo(366) }, true],
    ['older ones that were released later', '3.1.2', { '2.9.9': daysAgo(91), '3.1.1': daysAgo(400) }, false],
    ['what is no release', '3.1.2', { created: daysAgo(900), '4.0.0-alpha.1': daysAgo(900) }, false],
  ])('with %s', (_what, current, times, isBad) => {
    expect(judge(current, times)).toBe(isBad);
  });

  it('is not looked at where nobody answers, which is said', () => {
    expect(judgeAges(null, NOW)).toEqual({ isBad: false, sentence: expect.stringContaining('NOT LOOKED AT') });
  });

  it('is named, and has the days that are promised', () => {
    expect(judgeAges([['koa', '3.1.2', { '4.0.0': daysAgo(999) }]], NOW).sentence).toContain('koa 3.1.2');
    const promised = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
    for (const days of [7, 30, 90, 365]) expect(promised).toContain(`**${days} days**`);
  });
});
