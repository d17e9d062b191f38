/** WebKitGTK, Safari's engine: its MiniBrowser under a virtual display, driven by the W3C WebDriver protocol in plain fetch. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Engine, findBinary, type InPage, type Tab } from './engine.ts';

const LONGEST_START_MS = 30_000;
/** Where Debian keeps MiniBrowser, below a folder named after the machine's architecture. */
const LIBRARIES = '/usr/lib';
const MINI_BROWSER = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
/** The key under which WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

export async function openWebKit(): Promise<Engine> {
  const driver = findBinary('WebKitGTK', ['/usr/bin/WebKitWebDriver'], existsSync);
  const display = findBinary('Xvfb', ['/usr/bin/xvfb-run'], existsSync);
  const folders = existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : [];
  const places = folders.flatMap((folder) => MINI_BROWSER.map((name) => `${LIBRARIES}/${folder}/${name}/MiniBrowser`));
  const binary = findBinary('MiniBrowser', places, existsSync);
  const port = await findFreePort();
  // A group of its own, so that the display goes with the driver.
  const child = spawn(display, ['-a', driver, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const stop = () => child.pid !== undefined && child.exitCode === null && process.kill(-child.pid, 'SIGTERM');
  const root = `http://127.0.0.1:${port}`;
  try {
    await untilReady(root);
    const wanted = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] }, pageLoadStrategy: 'normal' };
    const made = await send(root, 'POST', '/session', { capabilities: { alwaysMatch: wanted } });
    const session = `${root}/session/${(made as { sessionId: string }).sessionId}`;
    const ask: Ask = (method, path, body) => send(session, method, path, body);
    const first = (await ask('GET', '/window')) as string;
    return {
      async open() {
        const { handle } = (await ask('POST', '/window/new', { type: 'window' })) as { handle: string };
        await ask('POST', '/window', { handle });
        return tabOf(ask, first);
      },
      async close() {
        await ask('DELETE', '').finally(stop);
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

function tabOf(ask: Ask, first: string): Tab {
  return {
    async goto(url) {
      await ask('POST', '/url', { url });
    },
    async evaluate<Args extends unknown[], Result>(run: InPage<Args, Result>, ...args: Args) {
      return (await ask('POST', '/execute/sync', { script: `return (${run})(...arguments)`, args })) as Result;
    },
    async click(selector) {
      const found = await ask('POST', '/element', { using: 'css selector', value: selector });
      await ask('POST', `/element/${(found as Record<string, string>)[ELEMENT]}/click`, {});
    },
    async back() {
      await ask('POST', '/execute/sync', { script: 'history.back()', args: [] });
    },
    async cookies() {
      const kept = (await ask('GET', '/cookie')) as { name: string; value: string; expiry?: number }[];
      return kept.map(({ name, value, expiry }) => ({ name, value, expires: expiry }));
    },
    async close() {
      await ask('DELETE', '/window');
      await ask('POST', '/window', { handle: first });
    },
  };
}

async function send(root: string, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(root + path, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebKit, ${method} ${path}: ${error}. ${message}`);
}

async function untilReady(root: string): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    const isReady = await fetch(`${root}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (waited > LONGEST_START_MS) throw new Error('WebKitWebDriver did not start within half a minute.');
    await wait(100);
  }
}

/** The driver cannot be told to choose one itself. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
