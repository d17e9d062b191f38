/** Reports by mail of the service as it ships: what the dashboard says, once, as long as somebody wants it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { MAIL_LANGUAGES } from '../../src/mail/ports.ts';
import { openMailServer, type ReceivedMail } from '../support/mail-server.ts';
import { OWNER, SHOP, seedShop, signIn } from '../support/seeded-office.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const SMALL = 'small.example';
const DAY_MS = 86_400_000;
let folder: string;
let service: Service;
let mailServer: Awaited<ReturnType<typeof openMailServer>>;
let settings: Record<string, string>;
let login: string;
let shop: ReceivedMail;
let small: ReceivedMail;

const post = (path: string, body: object, language = 'en') =>
  fetch(`${service.url}/app/api/${path}`, {
    method: 'POST',
    headers: { cookie: `csrftoken=abc; sessionid=${login}; language=${language}`, 'x-csrf-token': 'abc' },
    body: JSON.stringify(body),
  });
const run = async (args: string[], input = '') => {
  const { status, stdout, stderr } = await runCommandBeside(folder, args, input);
  if (status !== 0) throw new Error(stderr + stdout);
  return stdout;
};
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50));
}
function inDatabase<T>(work: (db: Database.Database) => T): T {
  const db = new Database(join(folder, 'app.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

beforeAll(async () => {
  folder = createFolder();
  mailServer = await openMailServer();
  settings = {
    ...{ PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password, PASSANT_RATE_LIMIT: '0' },
    ...{ PASSANT_SMTP_URL: mailServer.url, PASSANT_MAIL_FROM: 'Passant <stats@example.org>' },
  };
  service = await startService(folder, settings);
  login = await signIn(service.url);
  const options = ['--timezone', 'UTC', '--anonymous', 'day'];
  await run(['site', 'add', SHOP, ...options, '--profile', 'consented']);
  await run(['site', 'add', SMALL, ...options, '--profile', 'exempt', '--jurisdiction', 'FR']);
  await run(['import', 'events', '-', '--site', SHOP], seedShop(Date.now()));
  const few = Array.from({ length: 42 }, (_, hour) => ({
    ...{ time: new Date(Date.now() - 14 * DAY_MS + hour * 8 * 3_600_000).toISOString(), name: 'pageview' },
    ...{
      url: `https://${SMALL}${hour < 40 ? '/' : '/rare'}`,
      referrer: null,
      ip: '203.0.113.9',
      user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
      consent: 'unset',
    },
  }));
  await run(['import', 'events', '-', '--site', SMALL], few.map((each) => JSON.stringify(each)).join('\n'));
  for (const kind of ['week', 'month']) await post(`sites/${SHOP}/subscriptions`, { kind, on: true });
  await post(`sites/${SHOP}/subscriptions`, { kind: 'month', on: false });
  await post(`sites/${SMALL}/subscriptions`, { kind: 'week', on: true }, 'fr');
  await restart((db) => db.exec(`UPDATE subscriptions SET created_at = ${Date.now() - 20 * DAY_MS}`));
  await until(() => mailServer.mails.length === 2);
  const mailOf = (site: string) => {
    const found = mailServer.mails.find(({ headers }) => headers.get('subject')?.includes(site));
    if (found === undefined) throw new Error(`nothing was mailed about ${site}`);
    return found;
  };
  [shop, small] = [mailOf(SHOP), mailOf(SMALL)];
}, 120_000);
afterAll(async () => {
  await service.stop();
  await mailServer.close();
  removeFolder(folder);
});

/** Looks once more at what is due, and at the end of that. */
async function restart(change: (db: Database.Database) => void): Promise<void> {
  await service.stop();
  inDatabase(change);
  const marker = `marker ${Date.now()}`;
  inDatabase((db) =>
    db
      .prepare(
        "INSERT INTO outbox (key, kind, about, state, attempts, due_at, created_at, done_at) VALUES (?, 'x', '{}', 'sent', 1, 1, 1, 1)",
      )
      .run(marker),
  );
  service = await startService(folder, settings);
  // What ended long ago is forgotten right before reports are planned.
  await until(() => inDatabase((db) => db.prepare('SELECT 1 FROM outbox WHERE key = ?').get(marker) === undefined));
  await new Promise((resolve) => setTimeout(resolve, 300));
}

const textOf = (page: string) => page.replace(/<[^>]*>/g, '');

describe('a weekly report', () => {
  it('says what the dashboard says', async () => {
    const key = JSON.parse(await run(['key', 'issue', 'tests', '--json'])) as { secret: string };
    const text = shop.parts.get('text/plain') ?? '';
    const [from = '', to = ''] = [/from=([\d-]+)/, /to=([\d-]+)/].map((each) => each.exec(text)?.[1]);
    expect(Date.parse(to) - Date.parse(from)).toBe(6 * DAY_MS);
    const answer = await fetch(`${service.url}/api/v2/query`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key.secret}` },
      body: JSON.stringify({
        ...{ site_id: SHOP, date_range: [from, to] },
        metrics: ['visitors', 'visits', 'pageviews', 'visitors_low', 'visitors_high'],
      }),
    });
    const { results } = (await answer.json()) as { results: { metrics: number[] }[] };
    const [visitors, visits, pageviews, low, high] = (results[0]?.metrics ?? []).map((each) =>
      each.toLocaleString('en-GB'),
    );
    expect(text).toMatch(new RegExp(`Unique visitors +${visitors ?? ''} `));
    expect(text).toMatch(new RegExp(`Visits +${visits ?? ''} `));
    expect(text).toMatch(new RegExp(`Pageviews +${pageviews ?? ''} `));
    if (low !== high) expect(text).toContain(`Between ${low} and ${high} people`);
    expect(text).toMatch(/Top pages +Pageviews +Change\n\/\S* +\d+/);
    expect(text).toMatch(/Sources +Visits +Change\nDirect or none +\d+/);
    // What visitors have sent to break a page is text here too.
    expect(shop.parts.get('text/html')).not.toMatch(/<script|<img/);
  });

  it('rounds and hides where the site has to, in the language of whoever asked', () => {
    const text = small.parts.get('text/plain') ?? '';
    expect(small.headers.get('subject')).toContain(`${SMALL}\u00a0:`);
    expect(text).toContain('Les chiffres sont arrondis à 10 près.');
    expect(text).toMatch(/Pages vues +\d*0 /);
    expect(text).toContain('< 5');
  });

  it('is sent once, whatever is restarted', async () => {
    await restart(() => {});
    expect(mailServer.mails).toHaveLength(2);
  });

  it('ends by a page without signing in, by its button alone, or by one click of a mail program', async () => {
    const url = /<(.*)>/.exec(shop.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
    const subscribed = async () => {
      const answer = await fetch(`${service.url}/app/api/subscriptions`, { headers: { cookie: `sessionid=${login}` } });
      return ((await answer.json()) as { subscriptions: object[] }).subscriptions;
    };
    const here = (old: string) => old.replace(/^http:\/\/localhost:\d+/, service.url);
    const page = await fetch(here(url));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(`Stop this e-mail about ${SHOP}?`)]);
    expect(await subscribed()).toHaveLength(2);
    const words = new Set<string>();
    for (const language of MAIL_LANGUAGES) {
      const asked = { headers: { 'accept-language': `${language}-XX, en;q=0.5` } };
      const texts = [await fetch(here(url), asked), await fetch(`${here(url)}?lang=${language}`)];
      const [accepted = '', chosen = ''] = await Promise.all(texts.map((each) => each.text()));
      expect(accepted).toContain(`<html lang="${language}"`);
      expect(textOf(chosen)).toEqual(textOf(accepted));
      expect(accepted.match(/hreflang="/g)).toHaveLength(MAIL_LANGUAGES.length - 1);
      words.add(/<p>[^<]*shop\.example[^<]*<\/p>/.exec(accepted)?.[0] ?? '');
    }
    expect([words.size, words.has('')]).toEqual([MAIL_LANGUAGES.length, false]);
    const ended = await fetch(here(url), { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect([ended.status, await ended.text()]).toEqual([200, expect.stringContaining('It has ended')]);
    expect(await subscribed()).toEqual([{ site: SMALL, kind: 'week' }]);
    expect((await fetch(here(url))).status).toBe(200);
    expect((await fetch(`${service.url}/app/unsubscribe/none`)).status).toBe(404);
  });
});
