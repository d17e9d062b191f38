/** Goals by command, and questions about them by command and by API. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolder, removeFolder, runCommand, runCommandBeside, startService } from '../support/service.ts';

let folder: string;

const person = (number: number) => `person-${number}`.padEnd(21, '_');
const line = (number: number, minute: number, name: string, path: string, more: object = {}) =>
  JSON.stringify({
    ...{ time: `2026-03-01T10:0${minute}:00Z`, name, url: `https://example.org${path}`, consent: 'granted' },
    ...{ visitor: person(number), ip: `203.0.113.${number}`, user_agent: FIREFOX, ...more },
  });
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const LINES = [
  line(1, 0, 'pageview', '/docs/start'),
  line(2, 0, 'pageview', '/docs/start'),
  line(3, 0, 'pageview', '/about'),
  line(1, 1, 'engagement', '/docs/start', { e: 5000, sd: 80 }),
  line(2, 1, 'engagement', '/docs/start', { e: 2000, sd: 20 }),
  line(1, 2, 'signup', '/docs/start', {
    props: { plan: 'pro' },
    revenue: { amount: 1234.5, currency: 'EUR' },
  }),
  line(3, 2, 'signup', '/about', { props: { plan: 'free' } }),
  line(3, 3, 'refund', '/about', { revenue: { amount: -20.5, currency: 'EUR' } }),
];
const ASKED = ['--site', 'example.org', '--range', '2026-03-01,2026-03-01'];

beforeAll(() => {
  folder = createFolder();
  runCommand(folder, ['site', 'add', 'example.org', '--timezone', 'UTC']);
  const { stderr, status } = runCommand(
    folder,
    ['import', 'events', '-', '--site', 'example.org'],
    `${LINES.join('\n')}\n`,
  );
  expect([status, stderr]).toEqual([0, '']);
});
afterAll(() => removeFolder(folder));

const json = (...args: string[]) => JSON.parse(runCommand(folder, [...args, '--json']).stdout);
const query = (...args: string[]) => runCommand(folder, ['query', ...ASKED, ...args]);

describe('passant goal', () => {
  it('adds, lists and removes goals, and says what is wrong with one', () => {
    expect(json('goal', 'add', 'example.org', '--event', 'signup', '--prop', 'plan=pro', '--name', 'Pro')).toEqual({
      ...{ name: 'Pro', kind: 'event', event: 'signup', props: { plan: 'pro' } },
    });
    expect(runCommand(folder, ['goal', 'add', 'example.org', '--page', '/docs/**', '--scroll', '75']).stdout).toBe(
      'Added Scroll 75 % of /docs/**: 75 % of page /docs/**.\n',
    );
    runCommand(folder, ['goal', 'add', 'example.org', '--page', '/about']);
    const again = runCommand(folder, ['goal', 'add', 'example.org', '--page', '/about']);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('has a goal called Visit /about')]);
    const wrong = runCommand(folder, ['goal', 'add', 'example.org', '--event', 'a', '--scroll', '75']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('scroll: Only pages are scrolled')]);
    expect(runCommand(folder, ['goal', 'add', 'nobody.example', '--page', '/']).status).toBe(1);
    runCommand(folder, ['goal', 'add', 'example.org', '--event', 'mistake']);
    expect(runCommand(folder, ['goal', 'remove', 'example.org', 'mistake']).stdout).toBe('Removed mistake.\n');
    expect(runCommand(folder, ['goal', 'remove', 'example.org', 'mistake']).status).toBe(1);
    expect(runCommand(folder, ['goal', 'list', 'example.org']).stdout.split(/\n| {2,}/)).toEqual([
      ...['name', 'reached by', 'Pro', 'event signup, plan=pro', 'Scroll 75 % of /docs/**', '75 % of page /docs/**'],
      ...['Visit /about', 'page /about', ''],
    ]);
  });

  it('is asked about by command, as a table and as comma-separated values', () => {
    const asked = ['--dimensions', 'event:goal', '--order-by', 'event:goal asc'];
    const metrics = ['--metrics', 'visitors,pageviews,events,conversion_rate,total_revenue'];
    expect(
      query(...metrics, ...asked, '--csv')
        .stdout.trim()
        .split('\n'),
    ).toEqual([
      'event:goal,visitors,pageviews,events,conversion_rate,total_revenue,total_revenue_currency',
      'Pro,1,0,1,33.33,1234.5,EUR',
      'Scroll 75 % of /docs/**,1,0,1,33.33,,',
      'Visit /about,1,1,1,33.33,,',
    ]);
    expect(query('--metrics', 'total_revenue', ...asked).stdout).toMatch(/Pro +€1,234\.50\n/);
    const refund = query('--metrics', 'average_revenue', '--filter', 'event:name is refund', '--csv');
    expect(refund.stdout).toBe('average_revenue,average_revenue_currency\n-20.5,EUR\n');
  });

  it.each([
    ['event:props:plan is pro', '1'],
    ['event:props:plan matches ^(pro|fr.{2})$', '2'],
    ['has_done event:goal is Pro', '1'],
    ['has_not_done event:name contains sign,up', '1'],
    ['["has_done",["matches_not","event:section",["docs"]]]', '1'],
  ])('takes the filter %s', (filter, visits) => {
    const { stdout, stderr } = query('--metrics', 'visits', '--csv', '--filter', filter);
    expect([stdout, stderr]).toEqual([`visits\n${visits}\n`, '']);
  });

  it('names the place of a pattern that does not compile', () => {
    const { status, stderr } = query('--metrics', 'visits', '--filter', 'event:page matches (');
    expect([status, stderr]).toEqual([2, expect.stringContaining('filters[0][2][0]: The pattern is no regular')]);
  });

  it('works through the running server, whose API knows the goal at once', async () => {
    const service = await startService(folder);
    const added = await runCommandBeside(folder, ['goal', 'add', 'example.org', '--event', 'signup']);
    expect([added.status, added.stdout]).toEqual([0, 'Added signup: event signup.\n']);
    expect((await runCommandBeside(folder, ['goal', 'list', 'example.org'])).stdout).toContain('signup');
    const key = (await runCommandBeside(folder, ['key', 'issue', 'test'])).stdout.trim();
    const answer = await fetch(`${service.url}/api/v2/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({
        ...{ site_id: 'example.org', metrics: ['visitors', 'group_conversion_rate', 'average_revenue'] },
        ...{ date_range: ['2026-03-01', '2026-03-01'], dimensions: ['event:section'] },
        filters: [['is', 'event:goal', ['signup']]],
      }),
    });
    const { results } = (await answer.json()) as { results: unknown };
    const euros = { value: 1234.5, currency: 'EUR', short: '€1.2K', long: '€1,234.50' };
    expect(results).toEqual([
      { dimensions: ['/'], metrics: [1, 100, null] },
      { dimensions: ['/docs/'], metrics: [1, 50, euros] },
    ]);
    expect((await runCommandBeside(folder, ['goal', 'remove', 'example.org', 'signup'])).status).toBe(0);
    await service.stop();
  });
});
