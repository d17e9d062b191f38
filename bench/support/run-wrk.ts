/** Drives a server with wrk, which runs as a process of its own so that its work is not counted as ours. */
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpuMsOf } from './start-server.ts';

export interface LoadResult {
  perSecond: number;
  answers: number;
  failures: number;
  p50Ms: number;
  p99Ms: number;
  /** Share of one core that the generator took. */
  generatorCpu: number;
}

/** Whether wrk is there; as root on Debian it is installed when it is not. */
export function ensureWrk(): boolean {
  const has = () => spawnSync('wrk', ['-v']).error === undefined;
  if (has()) return true;
  if (process.getuid?.() !== 0) return false;
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'wrk'], { stdio: 'ignore' });
  return has();
}

/** Writes the Lua script that sends `bodies` one after the other. */
export function writeScript(
  folder: string,
  requests: readonly { body: string; userAgent: string; address: string }[],
): string {
  const quote = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const rows = requests.map(({ body, userAgent, address }) => `{${quote(body)},${quote(userAgent)},${quote(address)}}`);
  const script = `local rows = {${rows.join(',\n')}}
local i = 0
local ready = {}
function init(args)
  for n, row in ipairs(rows) do
    ready[n] = wrk.format("POST", "/api/event", {["Content-Type"]="text/plain", ["User-Agent"]=row[2],
      ["X-Forwarded-For"]=row[3], ["Accept-Language"]="fr-FR,fr;q=0.9"}, row[1])
  end
end
function request()
  i = i % #ready + 1
  return ready[i]
end
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
`;
  const file = join(folder, 'load.lua');
  writeFileSync(file, script);
  return file;
}

/** @param seconds how long to send */
export async function runWrk(port: number, script: string, connections: number, seconds: number): Promise<LoadResult> {
  const options = [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    '-s',
    script,
    `http://127.0.0.1:${port}/api/event`,
  ];
  const wrk = spawn('wrk', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  let cpuMs = 0;
  const watch = setInterval(() => {
    try {
      if (wrk.pid !== undefined) cpuMs = cpuMsOf(wrk.pid);
    } catch {
      clearInterval(watch); // it has just ended
    }
  }, 100);
  let text = '';
  for await (const chunk of wrk.stdout) text += String(chunk);
  clearInterval(watch);
  const [answers = 0, durationUs = 1, failures = 0, p50 = 0, p99 = 0] = (/RESULT (.*)/.exec(text)?.[1] ?? '')
    .split(' ')
    .map(Number);
  return {
    perSecond: Math.round((answers / durationUs) * 1e6),
    ...{ answers, failures, p50Ms: p50 / 1000, p99Ms: p99 / 1000 },
    generatorCpu: cpuMs / (durationUs / 1000),
  };
}
