/** A reproducible mix of beacons as a busy site sends them. */

/** Mulberry32: a small seeded generator, so that every run sends the same bytes. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const USER_AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
  'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
];
const REFERRERS = [
  null,
  null,
  null,
  'https://www.google.com/',
  'https://duckduckgo.com/',
  'https://www.service-public.fr/x',
  'https://t.co/abc',
];
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export interface Request {
  body: string;
  userAgent: string;
  address: string;
}

/** `count` pageviews: pages by Zipf's law, one visitor in three with consent, addresses of 20 000 networks. */
export function createRequests(count: number, domain: string, seed = 1): Request[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const identifiers = Array.from({ length: 400 }, () => Array.from({ length: 21 }, () => pick([...ALPHABET])).join(''));
  return Array.from({ length: count }, () => {
    const page = Math.floor(1000 ** random());
    const isConsenting = random() < 1 / 3;
    const internal = random() < 0.6;
    const message = {
      n: 'pageview',
      u: `https://${domain}/datasets/page-${page}?utm_source=${random() < 0.1 ? 'newsletter' : ''}`,
      d: domain,
      r: internal ? `https://${domain}/` : pick(REFERRERS),
      c: isConsenting ? 'granted' : 'unset',
      ...(isConsenting ? { id: pick(identifiers) } : {}),
    };
    const address = [81, Math.floor(random() * 100), Math.floor(random() * 200), Math.floor(random() * 250)].join('.');
    return { body: JSON.stringify(message), userAgent: pick(USER_AGENTS), address };
  });
}
