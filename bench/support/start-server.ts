/** Starts a server as a process of its own, and reads what it costs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
/** Clock ticks a second of /proc (sysconf(_SC_CLK_TCK) on Linux). */
const TICKS = 100;

export interface StartedServer {
  process: ChildProcess;
  port: number;
  stop: () => Promise<void>;
}

/** The built service on a free port. @param settings PASSANT_* variables beside the data folder */
export async function startPassant(dataDir: string, settings: Record<string, string> = {}): Promise<StartedServer> {
  const env = { ...process.env, PASSANT_DATA_DIR: dataDir, PASSANT_PORT: '0', PASSANT_LOG: 'warn', ...settings };
  const server = spawn(process.execPath, ['dist/main.js', 'serve'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return started(server, /localhost:(\d+)\/app\//);
}

/** A script of bench/ that prints `port <number>`. */
export async function startScript(file: string): Promise<StartedServer> {
  const server = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return started(server, /port (\d+)/);
}

async function started(server: ChildProcess, pattern: RegExp): Promise<StartedServer> {
  let text = '';
  for await (const chunk of server.stdout ?? []) {
    text += String(chunk);
    const port = pattern.exec(text)?.[1];
    if (port === undefined) continue;
    server.stdout?.resume();
    const stop = async () => {
      server.kill('SIGTERM');
      if (server.exitCode === null) await once(server, 'exit');
    };
    return { process: server, port: Number(port), stop };
  }
  throw new Error(`the server did not start: ${text}`);
}

/** CPU of a process so far, user and system, in ms. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** Resident memory of a process in MiB. */
export function rssMbOf(pid: number): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}
