/** Starts the built service as a process of its own, as it ships, on a free port and a data folder of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectCommands } from '../../src/control/call-control.ts';
import { type Commands, SOCKET_NAME } from '../../src/control/commands.ts';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/main.js');

export interface Service {
  process: ChildProcess;
  port: number;
  /** `http://localhost:<port>`, where the dashboard is, and the demo's address. */
  url: string;
  demoUrl: string | null;
  setupUrl: string | null;
  /** Everything written to standard output and error so far. */
  output: () => string;
  /** Sends SIGTERM and waits. @returns the exit status */
  stop: () => Promise<number | null>;
  /** Sends SIGKILL and waits. */
  kill: () => Promise<void>;
}

/** A fresh data folder; removed by `removeFolder`. */
export function createFolder(): string {
  return mkdtempSync(join(tmpdir(), 'passant-test-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** @param args of `passant serve` */
export async function startService(
  dataDir: string,
  settings: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Service> {
  const env = { ...cleanEnvironment(), PASSANT_DATA_DIR: dataDir, PASSANT_PORT: '0', ...settings };
  const child = spawn(process.execPath, [MAIN, 'serve', ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ready = new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('Stop with Ctrl-C')) resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('exit', () => reject(new Error(`the service ended: ${text}`)));
  });
  await ready;
  const port = Number(/localhost:(\d+)\/app\//.exec(text)?.[1]);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  };
  return {
    process: child,
    port,
    url: `http://localhost:${port}`,
    demoUrl: /Demo site\s+(\S+)/.exec(text)?.[1] ?? null,
    setupUrl: /Set-up\s+(\S+)/.exec(text)?.[1] ?? null,
    output: () => text,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

export interface CommandResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Longer than any command takes, and much shorter than for ever: one that goes on, such as a service that should have refused, is ended (ms). */
const LONGEST_COMMAND_MS = 120_000;

/** Runs one command of the built program to its end; its status is null when it had to be ended. */
export function runCommand(
  dataDir: string,
  args: readonly string[],
  input = '',
  settings: Record<string, string> = {},
): CommandResult {
  const env = { ...cleanEnvironment(), PASSANT_DATA_DIR: dataDir, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    ...{ cwd: ROOT, env, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    ...{ timeout: LONGEST_COMMAND_MS, killSignal: 'SIGKILL' },
  });
  return { status, stdout, stderr };
}

/** `runCommand` while this process has to go on answering. */
export async function runCommandBeside(dataDir: string, args: readonly string[], input = ''): Promise<CommandResult> {
  const env = { ...cleanEnvironment(), PASSANT_DATA_DIR: dataDir };
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: ROOT, env });
  child.stdin.end(input);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  await once(child, 'close');
  return { status: child.exitCode, stdout, stderr };
}

/** What commands ask of a service that runs, without a process for each: to set a scene. */
export function commandsOf(dataDir: string): Commands {
  return connectCommands(join(dataDir, SOCKET_NAME));
}

/** The tests' own environment must not set the service. */
function cleanEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PASSANT_')));
}
