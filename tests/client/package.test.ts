/** What a bundler makes of the package: an application pays for what it uses. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { buildPackage } from '../../client/build-package.mjs';
import { SendError, sendEvent } from '../../client/npm/server.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passant-package-'));
  await buildPackage(join(folder, 'node_modules/passant/dist/npm'));
  const { exports, sideEffects } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const manifest = { name: 'passant', type: 'module', exports, sideEffects };
  await writeFile(join(folder, 'node_modules/passant/package.json'), JSON.stringify(manifest));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function bundle(text: string): Promise<string> {
  await writeFile(join(folder, 'app.ts'), text);
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'app.ts')],
    ...{ bundle: true, write: false, minify: true, format: 'esm', logLevel: 'silent' },
  });
  return outputFiles[0]?.text ?? '';
}

describe('an application', () => {
  it('that only tracks bundles the call and nothing of the tracker', async () => {
    const text = await bundle("import { track } from 'passant/client'; track('Sign up', { props: { plan: 'pro' } });");
    expect(text).toContain('Sign up');
    expect(text).not.toMatch(/cookie|localStorage|fetch|pushState|composedPath|keepalive/);
    expect(text.length).toBeLessThan(400);
  });

  it('that starts the tracker bundles the features that it names, and no other', async () => {
    const text = await bundle("import { init, links } from 'passant/client'; init({ features: [links] });");
    expect(text).toContain('Outbound Link: Click');
    expect(text).not.toMatch(/File Download|passant_date|plausible-event|scrollHeight|passant_optout/);
  });

  it('has types for every option', async () => {
    const types = await readFile(join(folder, 'node_modules/passant/dist/npm/types/npm/client.d.ts'), 'utf8');
    expect(types).toMatch(/export declare function init\(/);
    expect(types).not.toMatch(/\.ts'/);
  });
});

describe('on a server', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });

  it('the calls of the browser do nothing', async () => {
    const { consent, forget, init, track } = await import('../../client/npm/client.ts');
    init({ site: 'example.org' });
    track('Sign up');
    forget();
    expect(consent('granted')).toBeUndefined();
  });

  it('calls made before the tracker is there wait for it, in their order', async () => {
    const { consent, track } = await import('../../client/npm/client.ts');
    const window: { passant?: { q: unknown[] } } = {};
    Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
    track('Sign up', { props: { plan: 'pro' } });
    consent('granted');
    expect(window.passant?.q).toEqual([
      ['Sign up', { props: { plan: 'pro' } }],
      ['consent', 'granted', undefined],
    ]);
  });

  const answerWith =
    (answer: Response, seen: { url?: string; init?: RequestInit | undefined } = {}) =>
    async (url: unknown, init?: RequestInit) => {
      Object.assign(seen, { url: String(url), init });
      return answer;
    };

  it('an event is sent with the key and says what became of it', async () => {
    const seen: { url?: string; init?: RequestInit } = {};
    const fetch = answerWith(new Response('ok', { status: 202 }), seen);
    const time = new Date('2026-06-10T12:00Z');
    const options = { api: 'https://count.example.org/', key: 'psk_x', fetch };
    const event = { name: 'Order', url: 'https://example.org/shop', userAgent: 'UA', ip: '203.0.113.9', time };
    expect(await sendEvent(options, { ...event, site: 'example.org' })).toEqual({ kept: true });
    expect(seen.url).toBe('https://count.example.org/api/event');
    expect(seen.init?.headers).toMatchObject({ authorization: 'Bearer psk_x' });
    expect(JSON.parse(String(seen.init?.body))).toEqual({
      ...{ name: 'Order', url: 'https://example.org/shop', ip: '203.0.113.9', domain: 'example.org' },
      ...{ user_agent: 'UA', time: '2026-06-10T12:00:00.000Z' },
    });
    const dropped = answerWith(new Response('ok', { status: 202, headers: { 'x-passant-dropped': 'bot' } }));
    expect(await sendEvent({ ...options, fetch: dropped }, event)).toEqual({ kept: false, reason: 'bot' });
  });

  it('an error of the service is one with its sentence, code and time to wait', async () => {
    const body = JSON.stringify({ error: 'Come back.', code: 'unavailable' });
    const fetch = answerWith(new Response(body, { status: 503, headers: { 'retry-after': '3' } }));
    const sent = sendEvent({ api: 'https://a.org', key: 'k', fetch }, { name: 'x', url: 'https://a.org/' });
    await expect(sent).rejects.toMatchObject({
      status: 503,
      code: 'unavailable',
      retryAfter: 3,
      message: 'Come back.',
    });
    await expect(sent).rejects.toBeInstanceOf(SendError);
  });
});
