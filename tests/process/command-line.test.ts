/** The command line: what it prints, its exit status, and who owns the data. */

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolder, removeFolder, runCommand, runCommandBeside, startService } from '../support/service.ts';

let folder: string;

beforeAll(() => {
  folder = createFolder();
});
afterAll(() => removeFolder(folder));

describe('passant', () => {
  it('help lists every command with one line each, status 0', () => {
    const { status, stdout } = runCommand(folder, ['help']);
    expect(status).toBe(0);
    for (const command of ['serve', 'config', 'site', 'user', 'key', 'goal', 'query', 'import']) {
      expect(stdout).toMatch(new RegExp(`^  ${command}.* {2,}\\S`, 'm'));
    }
  });

  it('--version prints the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(runCommand(folder, ['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
  });

  it.each([
    ['an unknown command', ['fly']],
    ['an unknown option', ['site', 'list', '--colour']],
    ['a missing option', ['query']],
    ['a wrong value', ['site', 'add', 'example.org', '--anonymous', 'names']],
    ['a wrong setting', ['config', '--port', 'eighty']],
    ['a file that is not there', ['import', 'log', '/no/such/file', '--site', 'example.org']],
  ])('ends with status 2 on %s and says what to do', (_what, args) => {
    const { status, stderr } = runCommand(folder, args);
    expect(status).toBe(2);
    expect(stderr.length).toBeGreaterThan(20);
  });

  it('refuses an unknown PASSANT_ name, and every wrong setting at once', () => {
    const { status, stderr } = runCommand(folder, ['config'], '', {
      PASSANT_PROT: '1',
      PASSANT_LOG: 'loud',
      PASSANT_PORT: '70000',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/PASSANT_PROT is not a setting/);
    expect(stderr).toMatch(/PASSANT_LOG must be one of/);
    expect(stderr).toMatch(/PASSANT_PORT must be a whole number/);
  });

  it('config says where each setting came from: flag, environment, passant.toml, default', () => {
    const data = join(folder, 'config');
    mkdirSync(data);
    writeFileSync(join(data, 'passant.toml'), 'port = 7001\nprefix = "mesure"\nlog = "warn"\n');
    const args = ['config', '--json', '--log', 'error'];
    const settings = JSON.parse(
      runCommand(data, args, '', {
        PASSANT_PREFIX: 'm',
        PASSANT_ADMIN_EMAIL: 'a@b.c',
        PASSANT_ADMIN_PASSWORD: 'not to be shown',
      }).stdout,
    );
    const of = (name: string) => {
      const { value, origin } =
        (settings as { name: string; value: string; origin: string }[]).find((each) => each.name === name) ?? {};
      return [value, origin];
    };
    expect(of('PASSANT_PORT')).toEqual(['7001', 'passant.toml']);
    expect(of('PASSANT_PREFIX')).toEqual(['m', 'environment']);
    expect(of('PASSANT_LOG')).toEqual(['error', 'flag']);
    expect(of('PASSANT_CACHE_MB')).toEqual(['128', 'default']);
    expect(of('PASSANT_ADMIN_PASSWORD')).toEqual(['(set)', 'environment']);
  });

  it('site add, set, list and remove follow the jurisdiction', () => {
    const data = join(folder, 'sites');
    const json = (...args: string[]) => JSON.parse(runCommand(data, [...args, '--json']).stdout);
    expect(json('site', 'add', 'https://www.Example.org/', '--jurisdiction', 'FR')).toMatchObject({
      ...{ domain: 'example.org', profile: 'exempt', anonymous: 'two-day', retentionMonths: 25 },
    });
    expect(json('site', 'add', 'beispiel.de', '--jurisdiction', 'DE', '--timezone', 'Europe/Berlin')).toMatchObject({
      anonymous: 'visits',
    });
    const tooFar = runCommand(data, ['site', 'set', 'beispiel.de', '--anonymous', 'day']);
    expect([tooFar.status, tooFar.stderr]).toEqual([2, expect.stringContaining('In DE the highest level is visits.')]);
    expect(json('site', 'set', 'beispiel.de', '--retention', '13mo')).toMatchObject({
      retentionMonths: 13,
      timezone: 'Europe/Berlin',
    });
    expect(runCommand(data, ['site', 'add', 'example.org']).status).toBe(1);
    expect(runCommand(data, ['site', 'remove', 'example.org']).status).toBe(2);
    expect(runCommand(data, ['site', 'remove', 'example.org', '--yes']).status).toBe(0);
    expect(json('site', 'list')).toHaveLength(1);
  });

  it('works through the running server, and a second server names the first', async () => {
    const data = join(folder, 'served');
    const service = await startService(data);
    const added = await runCommandBeside(data, ['site', 'add', 'example.org']);
    expect([added.status, added.stderr]).toEqual([0, '']);
    expect((await runCommandBeside(data, ['site', 'add', 'example.org'])).status).toBe(1);
    const user = await runCommandBeside(data, ['user', 'add', 'ada@example.org'], 'quiet words in a long row\n');
    expect([user.status, user.stderr]).toEqual([0, '']);
    const second = await runCommandBeside(data, ['serve', '--port', '0']);
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(new RegExp(`in use by .passant serve. \\(process ${service.process.pid}`));
    await service.stop();
    expect(JSON.parse(runCommand(data, ['user', 'list', '--json']).stdout)).toMatchObject([
      { email: 'ada@example.org' },
    ]);
  });

  it('ends with a sentence when the port is in use, and leaves its folder free', async () => {
    const service = await startService(join(folder, 'first'));
    const data = join(folder, 'second');
    const result = runCommand(data, ['serve', '--port', String(service.port)]);
    expect([result.status, result.stderr]).toEqual([1, expect.stringContaining(`Port ${service.port} is in use`)]);
    expect(runCommand(data, ['site', 'list']).status).toBe(0);
    await service.stop();
  });

  it('keeps a chosen level and profile when a jurisdiction is stated, and only lowers what it forbids', () => {
    const data = join(folder, 'stated');
    const set = (...options: string[]) =>
      JSON.parse(runCommand(data, ['site', 'set', 'www.example.org', ...options, '--json']).stdout);
    runCommand(data, ['site', 'add', 'example.org', '--anonymous', 'pageviews']);
    expect(set('--jurisdiction', 'FR')).toMatchObject({ anonymous: 'pageviews', profile: 'consented' });
    expect(set('--anonymous', 'two-day')).toMatchObject({ anonymous: 'two-day' });
    expect(set('--jurisdiction', 'DE')).toMatchObject({ anonymous: 'visits' });
  });

  it('site lets devices keep a date where the law allows it, and switches it off where one is stated that does not', () => {
    const data = join(folder, 'dated');
    const set = (...options: string[]) => runCommand(data, ['site', 'set', 'example.org', ...options]);
    expect(runCommand(data, ['site', 'add', 'example.org', '--jurisdiction', 'FR']).status).toBe(0);
    expect(set('--date-flag', 'on').stdout).toMatch(/date flag[\s\S]*two-day +on /);
    expect(set('--jurisdiction', 'DE').stdout).toMatch(/visits +off /);
    const refused = set('--date-flag', 'on');
    expect([refused.status, refused.stderr]).toEqual([
      2,
      expect.stringContaining('In DE the device may not keep a date before consent; leave it off.'),
    ]);
    expect(JSON.parse(runCommand(data, ['site', 'list', '--json']).stdout)).toMatchObject([{ dateFlag: false }]);
  });

  it.each([
    ['consented', 'gclid'],
    ['consented', 'q,FBCLID'],
    ['exempt', 'utm_source'],
  ])('takes no click identifier into a page, and in the profile exempt no campaign (%s, %s)', (profile, parameters) => {
    const args = ['site', 'add', 'clicks.example', '--profile', profile, '--query-parameters', parameters];
    expect(runCommand(join(folder, 'clicks'), args).status).toBe(2);
  });

  it('keeps every file to its owner', async () => {
    const data = join(folder, 'modes');
    const service = await startService(data);
    for (const name of readdirSync(data)) {
      expect([name, (statSync(join(data, name)).mode & 0o077).toString(8)]).toEqual([name, '0']);
    }
    expect((statSync(data).mode & 0o077).toString(8)).toBe('0');
    await service.stop();
    expect(existsSync(join(data, 'lock.holder'))).toBe(false);
  });

  it('creates the owner from the settings for automation, without a demo or a set-up link', async () => {
    const service = await startService(join(folder, 'automated'), {
      PASSANT_ADMIN_EMAIL: 'ada@example.org',
      PASSANT_ADMIN_PASSWORD: 'quiet words in a long row',
    });
    expect(service.setupUrl).toBeNull();
    expect(service.demoUrl).toBeNull();
    await service.stop();
  });
});
