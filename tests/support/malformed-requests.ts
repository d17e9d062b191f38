/** Generates requests to the collector together with what must become of each. */
import fc from 'fast-check';

export type Expected =
  /** 202, kept. */
  | { as: 'stored' }
  /** 202 with this reason. */
  | { as: 'dropped'; reason: string }
  /** 400; one of the details names this path (a prefix of it). */
  | { as: 'refused'; path: string }
  | { as: 'too-large' };

export interface MalformedRequest {
  body: string | Uint8Array;
  isJson: boolean;
  expected: Expected;
}

const SITE = 'demo';
const PAGE = 'http://127.0.0.1/demo/';
const good = { n: 'pageview', u: PAGE, d: SITE, c: 'unset' };

const request = (message: unknown, expected: Expected): MalformedRequest => ({
  body: JSON.stringify(message),
  isJson: true,
  expected,
});
const refused = (path: string): Expected => ({ as: 'refused', path });
const STORED: Expected = { as: 'stored' };

const notText = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer()),
  fc.dictionary(fc.string(), fc.integer()),
);
const HOSTILE = [
  '<script>window.__hacked=1</script>',
  '"><img src=x onerror="window.__hacked=1">',
  'javascript:window.__hacked=1',
  '\u202egnp.exe',
  'a\u0000b',
  "'; DROP TABLE events; --",
  '{{constructor.constructor("window.__hacked=1")()}}',
  '=cmd|"/c calc"!A1',
  '%00%ff',
  '\ud800',
  '../../../../etc/passwd',
];
const hostile = fc.constantFrom(...HOSTILE);

/** Valid JSON with a field of a wrong kind: refused, and the path says which. */
const wrongKinds = fc.oneof(
  notText.map((n) => request({ ...good, n }, refused('n'))),
  notText.map((u) => request({ ...good, u }, refused('u'))),
  fc.integer().map((d) => request({ ...good, d }, refused('d'))),
  fc.oneof(fc.integer(), fc.array(fc.string())).map((r) => request({ ...good, r }, refused('r'))),
  fc.constantFrom('yes', 1, true, ['granted']).map((c) => request({ ...good, c }, refused('c'))),
  fc
    .oneof(fc.integer(), fc.string({ maxLength: 20 }), fc.string({ minLength: 22 }))
    .map((id) => request({ ...good, c: 'granted', id }, id === '' ? refused('id') : refused('id'))),
  fc
    .oneof(fc.integer(), fc.array(fc.string(), { minLength: 1 }))
    .map((p) => request({ ...good, n: 'x', p }, refused('p'))),
  fc
    .dictionary(
      fc.string({ minLength: 1, maxLength: 5 }).filter((key) => /^[a-z]+$/.test(key)),
      fc.constant({ a: 1 }),
      { minKeys: 1 },
    )
    .map((p) => request({ ...good, n: 'x', p }, refused('p.'))),
  fc
    .constantFrom({ amount: 'x', currency: 'EUR' }, {}, 5, [])
    .map(($) => request({ ...good, n: 'x', $ }, refused('$.amount'))),
  fc
    .constantFrom('eur', 'EURO', 1, null)
    .map((currency) => request({ ...good, n: 'x', $: { amount: 1, currency } }, refused('$.currency'))),
  fc.constantFrom(-1, '5', true, []).map((e) => request({ ...good, n: 'engagement', e }, refused('e'))),
  fc.constantFrom(-1, '5', {}).map((sd) => request({ ...good, n: 'engagement', e: 1, sd }, refused('sd'))),
  fc.constantFrom('', 'x'.repeat(65), 7, []).map((b) => request({ ...good, b }, refused('b'))),
  fc.constantFrom('yes', 5, {}).map((action) => request({ ...good, n: 'consent', action }, refused('action'))),
  fc.constantFrom('soon', '2026-13-45').map((time) => request({ ...good, time }, refused('time'))),
);

/** Addresses that are none, or not of a page. */
const badAddresses = fc
  .oneof(
    hostile.filter((text) => !text.startsWith('http')),
    fc.constantFrom(
      '',
      '/relative',
      '//host/x',
      'ftp://127.0.0.1/',
      'data:text/html,x',
      'file:///etc/passwd',
      'http://',
      'https://[::1',
      'http://a b/',
    ),
    fc.string({ maxLength: 30 }).filter((text) => !/^\s*https?:/i.test(text)),
    fc.constant(`${PAGE}${'x'.repeat(9000)}`),
  )
  .map((u) => request({ ...good, u }, refused('u')));

/** JSON that is no beacon. */
const otherJson = fc.oneof(
  fc
    .oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string(), fc.array(fc.anything()))
    .map((value): MalformedRequest => {
      const body = JSON.stringify(value) ?? 'null';
      return { body, isJson: true, expected: refused('') };
    }),
  fc.integer({ min: 100, max: 5000 }).map((depth): MalformedRequest => {
    const body = `{"n":"x","u":"${PAGE}","d":"${SITE}","p":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
    return { body, isJson: true, expected: refused('p.a') };
  }),
);

/** Strange and yet good: kept, without its tricks. */
const hostileButGood = fc.oneof(
  hostile.map((text) =>
    request(
      {
        ...good,
        u: `${PAGE}${encodeURIComponent(text.replace('\ud800', ''))}?q=${encodeURIComponent(text.replace('\ud800', ''))}`,
      },
      STORED,
    ),
  ),
  hostile.map((text) => request({ ...good, u: PAGE + text }, STORED)),
  hostile.map((text) => request({ ...good, n: `x${text}`, p: { [`k${text}`]: text } }, STORED)),
  hostile.map((text) => request({ ...good, r: text }, STORED)),
  hostile.map((text) =>
    request(
      {
        ...good,
        r: `https://evil.example/${text}`,
        u: `${PAGE}?utm_source=${encodeURIComponent(text.replace('\ud800', ''))}`,
      },
      STORED,
    ),
  ),
  fc.dictionary(fc.string(), fc.anything({ maxDepth: 2 })).map((more) => {
    const unknown = Object.fromEntries(Object.entries(more).map(([key, value]) => [`zz_${key}`, value]));
    return request({ ...unknown, ...good }, STORED);
  }),
  fc.constantFrom(1e9, 12.7, 0).map((e) => request({ ...good, n: 'engagement', e, sd: e }, STORED)),
);

/** Understood and not kept, with the reason. */
const dropped = fc.oneof(
  fc
    .constantFrom('other.example', 'DEMO.', '<script>', 'constructor', '__proto__')
    .map((d) => request({ ...good, d }, { as: 'dropped', reason: 'unknown-site' })),
  fc
    .constantFrom('http://evil.example/', 'https://demo.evil.example/', 'http://127.0.0.1.evil.example/')
    .map((u) => request({ ...good, u }, { as: 'dropped', reason: 'foreign-host' })),
  fc
    .constantFrom('http://semalt.com/x', 'http://buttons-for-website.com/')
    .map((r) => request({ ...good, r }, { as: 'dropped', reason: 'spam-referrer' })),
);

/** Bytes that are no JSON at all. */
const notJson = fc.oneof(
  fc
    .string()
    .filter((text) => !isJson(text))
    .map((body): MalformedRequest => ({ body, isJson: false, expected: refused('') })),
  fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes): MalformedRequest => {
    const body = Uint8Array.from([0x7b, 0xff, 0xfe, ...bytes]);
    return { body, isJson: false, expected: refused('') };
  }),
  fc.nat({ max: 60 }).map((cut): MalformedRequest => {
    const body = JSON.stringify(good).slice(0, cut + 1);
    return { body: isJson(body) ? `${body}{` : body, isJson: false, expected: refused('') };
  }),
  fc
    .constantFrom(
      '['.repeat(20_000),
      `${JSON.stringify(good)}${JSON.stringify(good)}`,
      "{'n':'pageview'}",
      '{"n":NaN}',
      '\u0000',
    )
    .map((body): MalformedRequest => ({ body, isJson: false, expected: refused('') })),
);

const tooLarge = fc.integer({ min: 65_537, max: 200_000 }).map(
  (size): MalformedRequest => ({
    body: `{"n":"x","pad":"${'x'.repeat(size)}"}`,
    isJson: true,
    expected: { as: 'too-large' },
  }),
);

export const malformedRequest: fc.Arbitrary<MalformedRequest> = fc.oneof(
  { weight: 5, arbitrary: wrongKinds },
  { weight: 2, arbitrary: badAddresses },
  { weight: 2, arbitrary: otherJson },
  { weight: 4, arbitrary: hostileButGood },
  { weight: 2, arbitrary: dropped },
  { weight: 5, arbitrary: notJson },
  { weight: 1, arbitrary: tooLarge },
);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
