/**
 * Thousands of sign-in attempts and a flood of beacons at once: whether the owner still comes in on a device that is known, what the
 * attempts cost, and how late beacons are. `npm run bench -- sign-in [--quick] [--json]`
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendBeacons } from './query/open-loop.ts';
import { quantile, roundMs } from './query/timing.ts';
import type { Answers, Attack } from './sign-in/attack.ts';
import { signIn, type Tried } from './sign-in/client.ts';
import { createRequests } from './support/beacons.ts';
import { ROOT, rssMbOf, startPassant } from './support/start-server.ts';
import { startWorker } from './support/start-worker.ts';

const isQuick = process.argv.includes('--quick');
const isJson = process.argv.includes('--json');
const ATTEMPTS = isQuick ? 500 : 10_000;
const ATTEMPTS_PER_SECOND = isQuick ? 100 : 250;
const ADDRESSES = isQuick ? 100 : 2000;
const RATE = { perSecond: isQuick ? 100 : 500, connections: 16 };
const SECONDS = isQuick ? 3 : 10;
const ATTACKING_CONNECTIONS = 64;
const BETWEEN_SIGN_INS_MS = 500;
const DOMAIN = 'bench.example';
const OWNER = { email: 'ada@example.org', password: 'quiet words in a long row', address: '203.0.113.7' };
/** Lines that must hold: how much later beacons may be, how much more memory it may take (MiB). */
const [MOST_TIMES_P99, MOST_MORE_MB] = [2, 96];

const folder = mkdtempSync(join(tmpdir(), 'passant-bench-'));
const [dataDir, countFile] = [join(folder, 'data'), join(folder, 'hashes.json')];
const cli = [join(ROOT, 'dist/main.js'), 'site', 'add', DOMAIN, '--jurisdiction', 'US', '--data-dir', dataDir];
spawnSync(process.execPath, cli, { cwd: ROOT });
const server = await startPassant(dataDir, {
  ...{ PASSANT_RATE_LIMIT: '0', PASSANT_TRUSTED_PROXIES: '127.0.0.1' },
  ...{ PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password, COUNT_HASHES: countFile },
  NODE_OPTIONS: `--require=${join(ROOT, 'bench/sign-in/count-hashes.cjs')}`,
});
const pid = server.process.pid ?? 0;
const requests = createRequests(4000, DOMAIN);
const send = (seconds: number) => sendBeacons(server.port, requests, { ...RATE, seconds });

const ownersAgent = new Agent({ keepAlive: true, maxSockets: 2 });
let cookies = '';
const ownerSignsIn = async (): Promise<Tried> => {
  const tried = await signIn(server.port, ownersAgent, { ...OWNER, cookies });
  if (tried.status === 200) cookies = tried.cookies.join('; ');
  return tried;
};
const first = await ownerSignsIn(); // from now on the device is known
if (first.status !== 200) throw new Error(`the owner could not sign in at all: ${first.status}`);
/** The owner signs in again and again while something lasts: with attempts and without, so that they alone make the difference. */
const signInDuring = async <T>(work: Promise<T>): Promise<{ result: T; owner: Tried[] }> => {
  const owner: Tried[] = [];
  let goesOn = true;
  const ended = work.finally(() => (goesOn = false));
  while (goesOn) {
    owner.push(await ownerSignsIn());
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, BETWEEN_SIGN_INS_MS))]);
  }
  return { result: await ended, owner };
};

const worker = startWorker(new URL('./sign-in/attack.ts', import.meta.url));
await once(worker, 'message'); // it is ready
await send(Math.min(SECONDS, 2)); // warm
const { result: quiet, owner: calmOwner } = await signInDuring(send(SECONDS));
const quietMb = rssMbOf(pid);

let mostMb = quietMb;
const watch = setInterval(() => (mostMb = Math.max(mostMb, rssMbOf(pid))), 100);
const attack: Attack = {
  ...{ port: server.port, email: OWNER.email, attempts: ATTEMPTS, perSecond: ATTEMPTS_PER_SECOND },
  ...{ connections: ATTACKING_CONNECTIONS, addresses: ADDRESSES },
};
const startedAt = performance.now();
let isUnderAttack = true;
const attacked = (once(worker, 'message') as Promise<[Answers]>).then(([answers]) => {
  isUnderAttack = false;
  return { answers, seconds: (performance.now() - startedAt) / 1000 };
});
worker.postMessage(attack);
const times: number[] = [];
let failures = quiet.failures;
const { owner } = await signInDuring(
  (async () => {
    while (isUnderAttack) {
      const sent = await send(1);
      times.push(...sent.times);
      failures += sent.failures;
    }
  })(),
);
const { answers, seconds } = await attacked;
clearInterval(watch);
await worker.terminate();
ownersAgent.destroy();
await server.stop();
const counted = JSON.parse(readFileSync(countFile, 'utf8')) as { hashes: number; most_at_once: number };
rmSync(folder, { recursive: true });

const [calm, busy] = [quantile(quiet.times, 0.99), quantile(times, 0.99)];
const cameIn = owner.filter(({ status }) => status === 200).length;
const lookedAt = answers[401] ?? 0;
// The one that made the owner's hash, and the sign-in that made the device known.
const expectedHashes = 2 + calmOwner.length + cameIn + lookedAt;
const lines: [line: string, isKept: boolean][] = [
  ['the owner comes in on a known device every time', cameIn === owner.length],
  ['no attempt comes in', (answers[200] ?? 0) === 0],
  ['every attempt is answered', (answers[0] ?? 0) === 0],
  ['at most one hash at once', counted.most_at_once === 1],
  ['no hash for an attempt that is refused', counted.hashes === expectedHashes],
  [`p99 of beacons at most ${MOST_TIMES_P99} times the quiet one`, busy <= calm * MOST_TIMES_P99],
  [`at most ${MOST_MORE_MB} MiB more`, mostMb - quietMb <= MOST_MORE_MB],
];
const msOf = (tried: readonly Tried[]) => tried.map(({ ms }) => ms);
const rows = [
  {
    ...{ case: `p99 of ${RATE.perSecond} beacons/s beside the attempts`, unit: 'ms', ours: roundMs(busy) },
    others: { 'without attempts': roundMs(calm) },
    ratio: { 'without attempts': Number((busy / calm).toPrecision(2)) },
  },
  {
    ...{ case: 'p99 of the owner’s sign-ins during the attempts', unit: 'ms' },
    ours: roundMs(quantile(msOf(owner), 0.99)),
    others: { 'without attempts': roundMs(quantile(msOf(calmOwner), 0.99)) },
    ratio: {},
  },
];
const facts = {
  ...{ attempts: ATTEMPTS, addresses: ADDRESSES, seconds: Number(seconds.toFixed(1)) },
  attempts_per_second: Math.round(ATTEMPTS / seconds),
  ...{ looked_at_401: lookedAt, refused_429: answers[429] ?? 0, too_many_waiting_503: answers[503] ?? 0 },
  ...{ owner_sign_ins: owner.length, owner_came_in: cameIn, ...counted },
  ...{ beacons: quiet.times.length + times.length, beacon_failures: failures },
  ...{ rss_mb_quiet: quietMb, rss_mb_most: mostMb },
  missed: lines.filter(([, isKept]) => !isKept).map(([line]) => line),
};
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
if (isJson) {
  console.log(JSON.stringify({ bench: 'sign-in', machine, rows, facts }));
} else {
  console.log(
    `sign-in: ${ATTEMPTS} attempts of strangers, ${ATTEMPTS_PER_SECOND} a second, and ${RATE.perSecond} beacons a second at once\n${machine}`,
  );
  console.table(
    rows.map(({ case: name, ours, others }) => ({ case: name, ms: ours, 'beside ms': Object.values(others)[0] })),
  );
  console.log(facts);
  console.table(lines.map(([line, isKept]) => ({ line, kept: isKept })));
}
if (facts.missed.length > 0) process.exitCode = 1;
