/** Asks the running service over HTTP, over connections that stay open. */
import { Agent, request } from 'node:http';
import type { Answer } from './answer.ts';

/** As many at once as a browser opens. */
const CONNECTIONS = 6;

interface ApiAnswer {
  results: { dimensions: string[]; metrics: (number | null)[] }[];
}

export class ApiClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  readonly #port: number;
  readonly #key: string;

  constructor(port: number, key: string) {
    this.#port = port;
    this.#key = key;
  }

  /** @param mayBeKept an answer from memory will do; else it is worked out. @throws when the answer is not 200 */
  async ask(body: object, mayBeKept = false): Promise<Answer> {
    const { results } = (await this.#post(JSON.stringify(body), mayBeKept)) as ApiAnswer;
    return results.map(({ dimensions, metrics }) => ({ label: dimensions[0] ?? '', figures: metrics }));
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(body: string, mayBeKept: boolean): Promise<unknown> {
    const headers = {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${this.#key}` },
      ...(mayBeKept ? {} : { 'cache-control': 'no-cache' }),
    };
    const options = { port: this.#port, host: '127.0.0.1', path: '/api/v2/query', method: 'POST', headers };
    return new Promise((resolve, reject) => {
      const asked = request({ ...options, agent: this.#agent }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`the service answered ${response.statusCode} to ${body}: ${text}`));
        });
      });
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // While this process was busy with another engine, the service may have closed a connection that had nothing to do.
        if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(this.#post(body, mayBeKept));
        else reject(error);
      });
      asked.end(body);
    });
  }
}
