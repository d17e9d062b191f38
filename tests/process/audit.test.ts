/** `passant audit` as it ships: with and without the running server, as JSON, as a report, as a record of processing. */
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageview, sendBeacon } from '../support/beacons.ts';
import { createFolder, removeFolder, runCommand, runCommandBeside, startService } from '../support/service.ts';

interface Audited {
  site: string;
  rules: { id: string; severity: string; scope: string; result: string; message: string }[];
}

let folder: string;
let data: string;
beforeAll(() => {
  folder = createFolder();
  data = join(folder, 'data');
});
afterAll(() => removeFolder(folder));

const failing = ({ rules }: Audited, severity: string) =>
  rules.filter((rule) => rule.severity === severity && rule.result === 'fail').map(({ id }) => id);

describe('passant audit', () => {
  it('finds nothing that must hold and fails on a fresh site in France, status 0', () => {
    runCommand(data, ['site', 'add', 'example.org', '--jurisdiction', 'FR']);
    const { status, stdout } = runCommand(data, ['audit', '--site', 'example.org', '--json']);
    const audited = JSON.parse(stdout) as Audited;
    expect(Object.keys(audited)).toEqual(['site', 'rules']);
    expect(audited.rules).toHaveLength(53);
    for (const rule of audited.rules)
      expect(Object.keys(rule).sort()).toEqual(['id', 'message', 'result', 'scope', 'severity']);
    expect([failing(audited, 'must'), failing(audited, 'should'), failing(audited, 'info')]).toEqual([
      [],
      ['R-05'],
      ['D-06'],
    ]);
    expect(status).toBe(0);
  });

  it('writes a dated report without scripts, and the record of processing, which R-05 then finds', () => {
    const [html, record] = [join(folder, 'report.html'), join(folder, 'record.json')];
    runCommand(data, ['site', 'set', 'example.org', '--exclude-countries', 'BE', '--exclude-paths', '/admin/**']);
    const args = ['audit', '--html', html, '--record', record, '--language', 'fr'];
    const { status, stdout } = runCommand(data, args);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^53 rules: /m);
    const report = readFileSync(html, 'utf8');
    expect(report).toMatch(/<html lang="fr">/);
    expect(report).toContain(`Établi ${new Date().toISOString().slice(0, 10)}`);
    const left = 'pays\u00a0: BE\u202f; pages\u00a0: /admin/**';
    expect(report).toContain(`<dt>Ce qui n’est pas compté</dt><dd>${left}</dd>`);
    expect(report).not.toMatch(/<script|https?:\/\/[^<]*\.js/i);
    const { entries } = JSON.parse(readFileSync(record, 'utf8')) as { entries: { key: string }[] };
    expect(entries.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['controller', 'purpose', 'data', 'recipients', 'retention', 'security']),
    );
    expect(entries).toContainEqual({ key: 'not-counted', title: 'Non compté', content: left });
    expect(stdout).toMatch(/^R-05 +should +pass/m);
  });

  it('names in the record whom the operator lets know something, and nobody where there is none', () => {
    const record = join(folder, 'recipients.json');
    const recipients = (settings: Record<string, string>) => {
      expect(runCommand(data, ['audit', '--site', 'example.org', '--record', record], '', settings).status).toBe(0);
      const { entries } = JSON.parse(readFileSync(record, 'utf8')) as { entries: { key: string; content: string }[] };
      return entries.find(({ key }) => key === 'recipients')?.content;
    };
    expect(recipients({})).toContain('the service sends nothing');
    const mail = { PASSANT_SMTP_URL: 'smtp://ada:secret@mail.example.net:587', PASSANT_MAIL_FROM: 'stats@example.org' };
    const provider = {
      ...{ PASSANT_OIDC_ISSUER: 'https://id.example.com/realms/a', PASSANT_OIDC_CLIENT_ID: 'passant' },
      PASSANT_OIDC_CLIENT_SECRET: 'another secret',
    };
    const told = recipients({ ...mail, ...provider }) ?? '';
    expect(told).toContain('the mail server mail.example.net.');
    expect(told).toContain('the OpenID Connect provider id.example.com.');
    expect(told).not.toMatch(/secret|ada|sends nothing/);
  });

  it('looks at the running server, and counts nothing by looking', async () => {
    const service = await startService(data);
    await sendBeacon(service.url, pageview('/a', { u: 'https://example.org/a?utm_source=x', d: 'example.org' }), {
      headers: { origin: 'https://example.org' },
    });
    const before = await askVisits();
    const audit = async () => {
      const { status, stdout } = await runCommandBeside(data, ['audit', '--site', 'example.org', '--json']);
      return [failing(JSON.parse(stdout) as Audited, 'must'), status];
    };
    let found = await audit();
    // The service removes what is old a second after its start, and until it has done so the audit must say so.
    for (let attempt = 0; attempt < 10 && String(found[0]) === 'L-03'; attempt++) found = await audit();
    expect(found).toEqual([[], 0]);
    expect(await askVisits()).toBe(before);
    await service.stop();
  });

  it('ends with status 1 when a rule that must hold fails', () => {
    chmodSync(join(data, 'events.db'), 0o644);
    const { status, stdout } = runCommand(data, ['audit', '--site', 'example.org', '--json']);
    expect([failing(JSON.parse(stdout) as Audited, 'must'), status]).toEqual([['S-03'], 1]);
    chmodSync(join(data, 'events.db'), 0o600);
  });

  it.each([
    ['an ending that no record has', ['audit', '--record', 'record.pdf']],
    ['several sites and one report', ['audit', '--html', 'report.html']],
    ['the demo', ['audit', '--site', 'demo']],
  ])('refuses %s', (_what, args) => {
    runCommand(data, ['site', 'add', 'second.example']);
    expect(runCommand(data, args).status).not.toBe(0);
  });
});

async function askVisits(): Promise<string> {
  const args = ['query', '--site', 'example.org', '--metrics', 'pageviews', '--range', 'day', '--json'];
  return (await runCommandBeside(data, args)).stdout;
}
