/** Which reports are due: for whom, when, and never twice. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outbox } from '../../src/jobs/outbox.ts';
import { ReportMails } from '../../src/jobs/report-mails.ts';
import { MadeUpFigures } from '../../src/rehearsal/made-up-figures.ts';
import { type MailWorld, openMailWorld } from '../support/mail-world.ts';
import { SITE, SITE_ID } from '../support/reference/counting-service.ts';

const DAY_MS = 86_400_000;
/** A Wednesday. */
const START = Date.parse('2026-11-25T12:00:00Z');
let world: MailWorld;
let reports: ReportMails;
let outbox: Outbox;

beforeEach(() => {
  world = openMailWorld(START, SITE);
  reports = new ReportMails({ ...world, executor: new MadeUpFigures(), goalsOf: () => [] });
  outbox = world.openOutbox({ report: reports });
});
afterEach(() => world.close());

const subscribe = (kind: 'week' | 'month', isOn = true) =>
  world.subscriptions.set(world.ada, SITE_ID, kind, { isOn, language: 'fr' });
/** Every ten hours from now on, what is due is planned and sent. */
async function live(days: number): Promise<string[]> {
  const { clock, sent } = world;
  const end = clock.at + days * DAY_MS;
  for (; clock.at < end; clock.at += 10 * 3_600_000) {
    await reports.plan(outbox);
    await reports.plan(outbox);
    await outbox.run();
  }
  return sent.map(({ letter }) => letter.subject.replaceAll(/\s/g, ' '));
}

describe('reports', () => {
  it('come once a week and once a month, from the first period that is over after they were asked for', async () => {
    subscribe('week');
    subscribe('month');
    expect(await live(20)).toEqual([
      'example.org : 23–29 novembre 2026',
      'example.org : 1–30 novembre 2026',
      'example.org : 30 novembre – 6 décembre 2026',
      'example.org : 7–13 décembre 2026',
    ]);
    expect(world.sent[0]).toMatchObject({ to: 'ada@example.org', letter: { language: 'fr' } });
    const token = world.subscriptions.listOf(world.ada)[0]?.token;
    expect(world.sent[0]?.letter.unsubscribeUrl).toBe(`https://count.example.org/app/unsubscribe/${token}`);
  });

  it('are not sent again after they were ended and asked for anew', async () => {
    subscribe('week');
    await live(7);
    subscribe('week', false);
    subscribe('week');
    expect(await live(3)).toHaveLength(1);
  });

  it('are the last one only when the server was off for weeks', async () => {
    subscribe('week');
    world.clock.at += 22 * DAY_MS;
    expect(await live(1)).toEqual(['example.org : 7–13 décembre 2026']);
  });

  it('are not sent when they were ended meanwhile, or when the site may not be seen any more', async () => {
    subscribe('week');
    world.clock.at += 6 * DAY_MS;
    await reports.plan(outbox);
    subscribe('week', false);
    await outbox.run();
    subscribe('month');
    world.users.setStanding(world.ada.id, { role: null, siteRoles: [] });
    expect(await live(10)).toEqual([]);
  });

  it('wait for nobody where mail is not set up', async () => {
    subscribe('week');
    world.post.isOpen = false;
    expect(await live(10)).toEqual([]);
    expect(world.db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0);
  });
});
