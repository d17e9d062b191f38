/** Live streams: one computation for all who watch, an event when something changes, and nothing left of those who have gone. */
import type { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import type { Site } from '../../src/domain/site.ts';
import { RealtimeStreams, type RealtimeStreamsOptions } from '../../src/http/realtime-streams.ts';
import type { RealtimeAnswer } from '../../src/stats/explorations/realtime.ts';

const SITE = { id: 1, domain: 'example.org' } as Site;

function answerOf(pageviews: number, now = '10:00'): RealtimeAnswer {
  const span = { visitors: 1, identified: 1, anonymous: 0, pageviews, uncounted_pageviews: 0 };
  return {
    results: { last_5_minutes: span, last_30_minutes: span, pageviews_by_minute: [], pages: [], sources: [] },
    meta: { now },
    query: { site_id: SITE.domain },
  };
}

function open(more: Partial<RealtimeStreamsOptions> = {}) {
  let clock = 0;
  let computed = 0;
  let pageviews = 1;
  const streams = new RealtimeStreams({
    // Every look takes a minute of the clock, so that each answer has another time.
    answer: async () => answerOf(pageviews, String(++computed)),
    findSite: () => SITE,
    log: pino({ level: 'silent' }),
    now: () => clock,
    paceMs: 5,
    ...more,
  });
  return {
    streams,
    computed: () => computed,
    count: (given: number) => (pageviews = given),
    pass: (ms: number) => (clock += ms),
  };
}

/** What a stream has said until now. */
function listen(stream: PassThrough): () => string {
  let text = '';
  stream.on('data', (chunk) => (text += String(chunk)));
  return () => text;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

const eventsOf = (text: string) => text.split('event: figures').length - 1;
const always = () => true;

describe('a live stream', () => {
  it('says the figures at once, and again only when they have changed', async () => {
    const { streams, count, computed } = open();
    const heard = listen(streams.open(SITE, always));
    await until(() => eventsOf(heard()) === 1);
    const before = computed();
    await until(() => computed() > before + 3);
    expect(eventsOf(heard())).toBe(1);
    count(2);
    await until(() => eventsOf(heard()) === 2);
    expect(heard()).toMatch(
      /^retry: 5000\n\nevent: figures\ndata: {"results".*"pageviews":1.*}\n\nevent: figures\ndata: /,
    );
    streams.close();
  });

  it('shares one computation with all who watch the site, and gives those who come later what is known', async () => {
    const { streams, computed } = open({ paceMs: 1_000_000 });
    const first = listen(streams.open(SITE, always));
    const second = listen(streams.open(SITE, always));
    await until(() => eventsOf(first()) + eventsOf(second()) === 2);
    const third = listen(streams.open(SITE, always));
    await until(() => eventsOf(third()) === 1);
    expect([computed(), streams.count]).toEqual([1, 3]);
    streams.close();
  });

  it('breaks long silences with a comment', async () => {
    const { streams, pass } = open();
    const heard = listen(streams.open(SITE, always));
    await until(() => eventsOf(heard()) === 1);
    pass(15_000);
    await until(() => heard().endsWith('\n\n:\n\n'));
    streams.close();
  });

  it('leaves nothing behind when its reader goes', async () => {
    const { streams, computed } = open();
    const stream = streams.open(SITE, always);
    await until(() => computed() > 1);
    stream.destroy();
    await until(() => streams.count === 0);
    const after = computed();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(computed()).toBeLessThanOrEqual(after + 1);
  });

  it('lets go of who reads nothing', async () => {
    const { streams, count } = open({
      answer: async () => ({ ...answerOf(n++), query: { site_id: 'x'.repeat(20_000) } }),
    });
    let n = 0;
    count(0);
    const stream = streams.open(SITE, always);
    await until(() => stream.destroyed);
    expect(streams.count).toBe(0);
  });

  it('ends with the login, with the site and with the service', async () => {
    let isSignedIn = true;
    let site: Site | null = SITE;
    const { streams, count } = open({ findSite: () => site });
    const login = streams.open(SITE, () => isSignedIn);
    const heard = listen(login);
    await until(() => eventsOf(heard()) === 1);
    isSignedIn = false;
    count(2);
    await until(() => login.readableEnded);
    expect(heard().endsWith('event: ended\ndata: {}\n\n')).toBe(true);
    const other = streams.open(SITE, always);
    listen(other);
    site = null;
    await until(() => other.readableEnded);
    site = SITE;
    const last = streams.open(SITE, always);
    listen(last);
    streams.close();
    await until(() => last.readableEnded);
    expect(() => streams.open(SITE, always)).toThrow('stopping');
    expect(streams.count).toBe(0);
  });

  it('is refused when there are too many', () => {
    const { streams } = open({ mostStreams: 2 });
    streams.open(SITE, always);
    streams.open(SITE, always);
    expect(() => streams.open(SITE, always)).toThrow('Too many live streams');
    streams.close();
  });
});
