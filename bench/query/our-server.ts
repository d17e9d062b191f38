/** The built service on a copy of the data folder: warm, or started anew on a file that is no longer in the page cache. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StartedServer, startPassant } from '../support/start-server.ts';
import type { Answer } from './answer.ts';
import { ApiClient } from './api-client.ts';
import { runPassant } from './ours-store.ts';

export interface Memory {
  /** MiB, of the server process alone: now, and the most that it ever was. */
  rss_mb: number;
  peak_rss_mb: number;
}

export class OurServer {
  readonly #dataDir: string;
  readonly #key: string;
  #server: StartedServer | null = null;
  #api: ApiClient | null = null;

  private constructor(dataDir: string, key: string) {
    this.#dataDir = dataDir;
    this.#key = key;
    // However this process ends, its server does not go on.
    process.on('exit', () => this.#server?.process.kill('SIGKILL'));
  }

  /** @param store made by `OursStore`, left as it is @param folder where the copy goes */
  static copyOf(store: string, folder: string): OurServer {
    cpSync(store, folder, { recursive: true });
    const { secret } = runPassant(folder, 'key', 'issue', 'bench') as { secret: string };
    return new OurServer(folder, secret);
  }

  get port(): number {
    return this.#running().server.port;
  }

  async start(): Promise<void> {
    const settings = { PASSANT_RATE_LIMIT: '0', PASSANT_TRUSTED_PROXIES: '127.0.0.1' };
    this.#server = await startPassant(this.#dataDir, settings);
    this.#api = new ApiClient(this.#server.port, this.#key);
  }

  async stop(): Promise<void> {
    const { server, api } = this.#running();
    api.close();
    await server.stop();
    this.#server = null;
  }

  /** Starts anew, with nothing of the events in memory. @returns whether the page cache could be told to forget them */
  async restartCold(): Promise<boolean> {
    if (this.#server !== null) await this.stop();
    const isForgotten = forgetFile(join(this.#dataDir, 'events.db'));
    await this.start();
    return isForgotten;
  }

  ask(body: object): Promise<Answer> {
    return this.#running().api.ask(body);
  }

  /** All of them at once. @param mayBeKept see `ApiClient` */
  async askAll(bodies: readonly object[], mayBeKept = false): Promise<void> {
    const { api } = this.#running();
    await Promise.all(bodies.map((body) => api.ask(body, mayBeKept)));
  }

  memory(): Memory {
    const status = readFileSync(`/proc/${this.#running().server.process.pid}/status`, 'utf8');
    const mib = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
    return { rss_mb: mib('VmRSS'), peak_rss_mb: mib('VmHWM') };
  }

  #running(): { server: StartedServer; api: ApiClient } {
    if (this.#server === null || this.#api === null) throw new Error('the service has not been started');
    return { server: this.#server, api: this.#api };
  }
}

/** Asks the system to drop a file's pages (dd of the GNU core utilities does it by posix_fadvise). */
function forgetFile(file: string): boolean {
  if (!existsSync(file)) return false;
  spawnSync('sync', [file]);
  return spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']).status === 0;
}
