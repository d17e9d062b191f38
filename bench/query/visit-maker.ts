/** Makes one visit: where it comes from, which pages it sees when, and what else happens. */
import type { Random } from '../uniques/random.ts';
import { type Columns, columnOf } from './day-batch.ts';
import type { EventList } from './event-list.ts';
import { Sampler, zipf } from './sampler.ts';
import { DIRECT_VISITS, PAGE_EXPONENT, PATHS, PURCHASES, REFERRERS, SIGNUPS } from './shape.ts';
import { channelOf, idOf, TEXTS } from './texts.ts';

const PAGE = new Sampler(zipf(PATHS, PAGE_EXPONENT));
const SOURCE = new Sampler(zipf(REFERRERS, 1.1));
const GAP_MS = 70_000;
const LATE_GAP_MS = 300_000;
const LEAST_GAP_MS = 3_000;
/** Events of a visit are less than 30 minutes apart. */
const LONGEST_GAP_MS = 29 * 60_000;
const CAMPAIGN_VISITS = 0.05;
/** Pageviews after the first one, on average; late visits have one more. */
const FURTHER = 1.49;

const PAGEVIEW = idOf('name', 'pageview');
const SIGNUP = idOf('name', 'signup');
const PURCHASE = idOf('name', 'purchase');
const BY_EMAIL = idOf('channel', 'Email');
/** By id of the source, as ids. */
const CHANNEL_OF = Uint8Array.from({ length: REFERRERS + 1 }, (_, source) => idOf('channel', channelOf(source)));
const [CAMPAIGNS, CAMPAIGN_SOURCES, CAMPAIGN_MEDIUMS] = [
  TEXTS.utm_campaign.length,
  TEXTS.utm_source.length,
  TEXTS.utm_medium.length,
];

export class VisitMaker {
  readonly #random: Random;
  readonly #columns: (name: string) => Float64Array;
  readonly #events: EventList;

  /** @param visits where the values go @param events where its events go */
  constructor(random: Random, visits: Columns, events: EventList) {
    this.#random = random;
    this.#columns = (name) => columnOf(visits, name);
    this.#events = events;
  }

  /** @param row of the visit, from 0 @param startedAt UTC ms */
  make(row: number, startedAt: number, isLate: boolean): void {
    const random = this.#random;
    const visit = row + 1;
    const pageviews = 1 + random.geometric(1 / (1 + FURTHER)) + (isLate ? 1 : 0);
    let [at, page, interactions] = [startedAt, PAGE.pick(random.next()) + 1, 0];
    this.#columns('entry_page')[row] = page;
    this.#events.add(visit, at, PAGEVIEW, page);
    for (let index = 1; index < pageviews; index++) {
      at += this.#gap(isLate);
      page = PAGE.pick(random.next()) + 1;
      this.#events.add(visit, at, PAGEVIEW, page);
    }
    if (random.happens(SIGNUPS)) {
      at += this.#gap(isLate);
      interactions += 1;
      this.#events.add(visit, at, SIGNUP, page, Number.NaN, 1 + random.below(TEXTS.prop_value.length));
    }
    if (random.happens(PURCHASES)) {
      at += this.#gap(isLate);
      interactions += 1;
      this.#events.add(visit, at, PURCHASE, page, Math.round(500 + random.exponential(4_000)) / 100);
    }
    this.#columns('visit')[row] = visit;
    this.#columns('started_at')[row] = startedAt;
    this.#columns('last_at')[row] = at;
    this.#columns('entry_host')[row] = 1;
    this.#columns('exit_host')[row] = 1;
    this.#columns('exit_page')[row] = page;
    this.#columns('pageviews')[row] = pageviews;
    this.#columns('interactions')[row] = interactions;
    this.#come(row);
  }

  /** @returns milliseconds to the visit's next event */
  #gap(isLate: boolean): number {
    const wanted = LEAST_GAP_MS + this.#random.exponential(isLate ? LATE_GAP_MS : GAP_MS);
    return Math.min(LONGEST_GAP_MS, Math.round(wanted));
  }

  #come(row: number): void {
    const random = this.#random;
    const source = random.happens(DIRECT_VISITS) ? 0 : SOURCE.pick(random.next()) + 1;
    this.#columns('source')[row] = source;
    this.#columns('referrer')[row] = source;
    this.#columns('channel')[row] = CHANNEL_OF[source] ?? 0;
    if (!random.happens(CAMPAIGN_VISITS)) return;
    // A campaign always comes with the same source and medium.
    const campaign = 1 + random.below(CAMPAIGNS);
    this.#columns('channel')[row] = BY_EMAIL;
    this.#columns('utm_campaign')[row] = campaign;
    this.#columns('utm_source')[row] = 1 + (campaign % CAMPAIGN_SOURCES);
    this.#columns('utm_medium')[row] = 1 + (campaign % CAMPAIGN_MEDIUMS);
  }
}
