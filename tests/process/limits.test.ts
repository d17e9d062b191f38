/** How often who may ask what, of the service as it runs without any setting; the table stands in docs/configuration.md. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SITE } from '../support/access-table.ts';
import { type AttackedService, type SeenAnswer, startAttacked } from '../support/attacked-service.ts';

let attacked: AttackedService;
let otherProgram: Record<string, string>;
beforeAll(async () => {
  attacked = await startAttacked({ PASSANT_RATE_LIMIT: '50' });
  const key = await attacked.run(['key', 'issue', 'another', '--scope', 'stats:read']);
  otherProgram = { authorization: `Bearer ${key}` };
}, 60_000);
afterAll(() => attacked.close());

const from = (address: string, headers: Record<string, string> = {}) => ({ ...headers, 'x-forwarded-for': address });
type Ask = (index: number) => Promise<SeenAnswer>;

/** How many are let through before the first that is refused, and that one. */
async function exhaust(most: number, ask: Ask): Promise<{ admitted: number; refused: SeenAnswer | null }> {
  for (let index = 0; index <= most; index++) {
    const answer = await ask(index);
    if (answer.status === 429) return { admitted: index, refused: answer };
  }
  return { admitted: most + 1, refused: null };
}

function expectToWait(answer: SeenAnswer | null, mostS: number): void {
  const waitS = Number(answer?.headers['retry-after']);
  expect([answer?.status, Number.isInteger(waitS) && waitS >= 1 && waitS <= mostS]).toEqual([429, true]);
  expect(JSON.parse(answer?.body ?? '')).toMatchObject({
    code: 'rate_limited',
    error: expect.stringContaining('wait'),
  });
}

describe('the API', () => {
  const api = `/api/v2/segments?site_id=${SITE}`;

  it('answers a key 600 times a minute, wherever it asks from, and other keys meanwhile', async () => {
    const { admitted, refused } = await exhaust(600, (index) =>
      attacked.ask('GET', api, from(`192.0.2.${index % 250}`, attacked.program)),
    );
    expect(admitted).toBe(600);
    expectToWait(refused, 60);
    expect((await attacked.ask('GET', api, from('192.0.2.1', otherProgram))).status).toBe(200);
    const stream = await attacked.ask(
      'GET',
      `/api/v2/realtime/stream?site_id=${SITE}`,
      from('192.0.2.9', attacked.program),
    );
    expect(stream.status).toBe(429);
  });

  it('answers an address 1200 times a minute, whatever keys it makes up', async () => {
    const { admitted, refused } = await exhaust(1200, (index) =>
      attacked.ask('GET', api, from('198.51.100.7', { authorization: `Bearer psk_${index}` })),
    );
    expect(admitted).toBe(1200);
    expectToWait(refused, 60);
    expect((await attacked.ask('GET', api, from('198.51.100.8', otherProgram))).status).toBe(200);
  });
});

it('pages for visitors are opened 300 times a minute by one address, whichever they are', async () => {
  const pages = [`/charter/${SITE}`, `/count/charter/${SITE}`, `/privacy/${SITE}`, `/count/privacy/${SITE}`];
  const { admitted, refused } = await exhaust(300, (index) =>
    attacked.ask('GET', pages[index % pages.length] ?? '', from('203.0.113.5')),
  );
  expect(admitted).toBe(300);
  expectToWait(refused, 60);
});

it('what is known of a visitor is asked 30 times a minute by one network of IPv6', async () => {
  const { admitted, refused } = await exhaust(30, (index) =>
    attacked.ask('POST', '/api/access', from(`2001:db8:9:9::${index.toString(16)}`), { d: SITE, id: 'x'.repeat(21) }),
  );
  expect(admitted).toBe(30);
  expectToWait(refused, 60);
  expect((await attacked.ask('POST', '/api/access', from('2001:db8:9:a::1'), { d: SITE, id: 'x' })).status).not.toBe(
    429,
  );
});

it('a shared page is asked 600 times a minute by one address, what it says of itself included', async () => {
  const { admitted, refused } = await exhaust(600, (index) =>
    index % 2 === 0
      ? attacked.ask('GET', `/share/${SITE}/api/state`, from('203.0.113.6'))
      : attacked.ask('POST', '/share/nobody-has-this/api/v2/query', from('203.0.113.6'), {}),
  );
  expect(admitted).toBe(600);
  expectToWait(refused, 60);
});

it('set-up and invitations are tried a few times by one address', async () => {
  const { cookie, ...page } = attacked.owner;
  const stranger = from('203.0.113.8', { ...page, cookie: 'csrftoken=of-a-page' });
  const body = { token: 'none', email: 'eve@example.org', password: 'a few other words' };
  const setUp = await exhaust(20, () => attacked.ask('POST', '/app/api/setup', stranger, body));
  const accept = await exhaust(30, () => attacked.ask('POST', '/app/api/invitation/accept', stranger, body));
  expect([setUp.admitted, accept.admitted]).toEqual([20, 30]);
  expectToWait(setUp.refused, 900);
  expectToWait(accept.refused, 900);
});
