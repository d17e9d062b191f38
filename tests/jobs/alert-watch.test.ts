/** Alerts: what is unusual is told once, with its cause, to those who asked. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeliveryFault } from '../../src/domain/delivery.ts';
import { AlertWatch } from '../../src/jobs/alert-watch.ts';
import type { Outbox } from '../../src/jobs/outbox.ts';
import { WebhookDeliveries } from '../../src/jobs/webhook-deliveries.ts';
import { MadeUpFigures } from '../../src/rehearsal/made-up-figures.ts';
import type { WebhookMessage } from '../../src/reports/ports.ts';
import type { ConsentCount, ConsentPlan } from '../../src/stats/consent/ports.ts';
import type { Plan } from '../../src/stats/plan.ts';
import type { Scan } from '../../src/stats/ports.ts';
import { type MailWorld, openMailWorld } from '../support/mail-world.ts';
import { SITE, SITE_ID } from '../support/reference/counting-service.ts';

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
/** A Wednesday. */
const NOON = Date.parse('2026-11-25T12:00:00Z');

/** Visits by the hour in which they began, and by source; answers by the day. */
class Traffic extends MadeUpFigures {
  visitsAt: (hour: number) => Record<string, number> = () => ({ Google: 60 });
  acceptedOn: (day: number) => number = () => 50;
  first = 0;

  override async scan(plan: Plan): Promise<Scan> {
    const totals = new Map<string, number>();
    for (let hour = plan.window.startsAt; hour < plan.window.endsAt; hour += HOUR_MS)
      for (const [source, visits] of Object.entries(this.visitsAt(hour)))
        totals.set(source, (totals.get(source) ?? 0) + visits);
    const [dimension] = plan.dimensions;
    const all = [...totals.values()].reduce((sum, each) => sum + each, 0);
    const rows = dimension === 'visit:source' ? [...totals] : [['/', all] as const];
    const [group] = (await super.scan({ ...plan, dimensions: [] })).groups;
    if (group === undefined) throw new Error('there is always a row');
    const groups = rows.map(([value, visits]) => ({
      values: dimension === undefined ? [] : [value],
      ...{ bucket: -1, sums: { ...group.sums, visits } },
    }));
    return { groups, rows: groups.length, window: null };
  }

  override async firstDay(): Promise<number> {
    return this.first;
  }

  override async readConsent(plan?: ConsentPlan): Promise<ConsentCount[]> {
    const { firstDay, lastDay } = plan ?? { firstDay: 0, lastDay: 0 };
    const days = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index);
    return days.map((day) => {
      const accepted = this.acceptedOn(day);
      return {
        ...{ day: null, value: '', asked: 100, accepted },
        ...{ refused: 100 - accepted, ignored: 0, withdrawn: 0 },
      };
    });
  }
}

let world: MailWorld;
let traffic: Traffic;
let watch: AlertWatch;
let outbox: Outbox;
beforeEach(() => {
  world = openMailWorld(NOON, SITE);
  traffic = new Traffic();
  watch = new AlertWatch({ ...world, executor: traffic, goalsOf: () => [] });
  outbox = world.openOutbox({ alert: watch });
  world.subscriptions.set(world.ada, SITE_ID, 'alerts', { isOn: true, language: 'en' });
});
afterEach(() => world.close());

async function live(hours: number): Promise<string[]> {
  const end = world.clock.at + hours * HOUR_MS;
  for (; world.clock.at < end; world.clock.at += HOUR_MS / 4) {
    await watch.plan(outbox);
    await outbox.run();
  }
  return world.sent.map(({ letter }) => letter.subject);
}
const textOf = (index: number) =>
  (world.sent[index]?.letter.parts ?? []).map((part) => ('text' in part ? part.text : '')).join('\n');
const addressesOf = (index: number) =>
  (world.sent[index]?.letter.parts ?? []).flatMap((part) => (part.kind === 'link' ? [part.url] : []));

describe('alerts', () => {
  it('say nothing while everything is as usual', async () => {
    expect(await live(30)).toEqual([]);
  });

  it('tell of many more visits, once a day, with what most of them came from', async () => {
    traffic.visitsAt = (hour) =>
      hour >= NOON && hour < NOON + 3 * HOUR_MS ? { Google: 60, News: 200 } : { Google: 60 };
    expect(await live(8)).toEqual(['example.org: many more visits than usual']);
    expect(textOf(0)).toMatch(/^Wednesday,? 25 November 2026 at 12:00: 260 visits in an hour; 60 are usual/);
    // The page explains all of it too, and says less.
    expect(textOf(0)).toContain('Most of the difference (100%) comes from the source News.');
    expect(world.sent[0]?.letter.unsubscribeUrl).toContain('/app/unsubscribe/');
    // Its day, which may be over when the mail is read.
    expect(addressesOf(0)).toContain(
      'https://count.example.org/app/example.org?period=custom&from=2026-11-25&to=2026-11-25',
    );
  });

  it('tell of many fewer visits, and then of none at all', async () => {
    traffic.visitsAt = (hour) => (hour >= NOON ? {} : { Google: 60 });
    const subjects = await live(8);
    expect(subjects).toEqual(['example.org: many fewer visits than usual', 'example.org: no visits any more']);
    expect(textOf(1)).toMatch(/^No visit since Wednesday,? 25 November 2026 at 12:00; 360 are usual in this time\./);
  });

  it('tell of a consent rate that has changed, once a week', async () => {
    const today = NOON / DAY_MS;
    traffic.acceptedOn = (day) => (day >= Math.floor(today) - 7 ? 80 : 50);
    expect(await live(30)).toEqual(['example.org: the consent rate has changed']);
    expect(textOf(0)).toContain('In the last 7 days 80% of those who answered gave consent; before that 50%.');
    expect(addressesOf(0)).toContain('https://count.example.org/app/example.org?period=28d');
  });

  it('do not take the first weeks of a site for a rise', async () => {
    traffic.first = NOON / DAY_MS - 20;
    traffic.visitsAt = (hour) => (hour >= NOON - 7 * DAY_MS ? { Google: 600 } : {});
    expect(await live(3)).toEqual([]);
  });

  it('are told to webhooks in a form that does not change, and again until they are taken', async () => {
    const messages: WebhookMessage[] = [];
    const sender = {
      post: async (message: WebhookMessage) => {
        messages.push(message);
        if (messages.length === 1) throw new DeliveryFault('later', 'It answered 500.');
      },
    };
    world.subscriptions.set(world.ada, SITE_ID, 'alerts', { isOn: false, language: 'en' });
    const { webhook } = world.webhooks.add(SITE_ID, 'https://hook.example/');
    outbox = world.openOutbox({ alert: watch, webhook: new WebhookDeliveries({ webhooks: world.webhooks, sender }) });
    traffic.visitsAt = (hour) => (hour === NOON ? { Google: 60, News: 200 } : { Google: 60 });
    await live(4);
    expect(messages.map(({ id, url }) => [id, url])).toEqual([
      ['passant-1-1', 'https://hook.example/'],
      ['passant-1-1', 'https://hook.example/'],
    ]);
    expect(messages[1]?.secret).toEqual(webhook.secret);
    expect(JSON.parse(messages[1]?.body ?? '')).toEqual({
      type: 'alert.spike',
      timestamp: '2026-11-25T13:15:00.000Z',
      data: {
        ...{ site: 'example.org', from: '2026-11-25T12:00:00.000Z', to: '2026-11-25T13:00:00.000Z' },
        ...{ visits: 260, usual_visits: 60, cause: { dimension: 'visit:source', value: 'News', share: 100 } },
      },
    });
    expect(world.outboxStore.listOfWebhook(webhook.id, 20)).toMatchObject([
      { state: 'sent', attempts: 2, fault: null },
    ]);
  });

  it('look at each hour once, and at none of a site that nobody watches', async () => {
    let asked = 0;
    traffic.visitsAt = () => {
      asked += 1;
      return { Google: 60 };
    };
    await live(1);
    const ofOneHour = asked;
    expect(ofOneHour).toBeGreaterThan(0);
    world.subscriptions.set(world.ada, SITE_ID, 'alerts', { isOn: false, language: 'en' });
    await live(5);
    expect(asked).toBe(ofOneHour);
  });

  it('are not sent to whoever may not see the site any more', async () => {
    traffic.visitsAt = (hour) => (hour >= NOON ? {} : { Google: 60 });
    world.clock.at = NOON + 1.5 * HOUR_MS;
    await watch.plan(outbox);
    world.users.setStanding(world.ada.id, { role: null, siteRoles: [] });
    await outbox.run();
    expect(world.sent).toEqual([]);
  });
});
