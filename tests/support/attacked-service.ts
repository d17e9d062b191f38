/** The service as it ships behind a proxy with TLS, and whoever attacks it: requests are sent as they are written, and answers seen as they come. */
import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { SCOPES } from '../../src/auth/ports.ts';
import { SITE } from './access-table.ts';
import { FIREFOX } from './beacons.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from './service.ts';

export const HOST = 'count.example.org';
const OWNER = { email: 'ada@example.org', password: 'quiet words in a long row' };
/** Of a body: enough to judge it. */
const LONGEST = 256 * 1024;

export interface SeenAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Each whole, as it was set. */
  cookies: string[];
  body: string;
}

export interface AttackedService {
  service: Service;
  folder: string;
  /** Where it listens, which is not where it says it is. */
  port: number;
  /** Headers of the signed-in owner, on a page of ours. */
  owner: Record<string, string>;
  /** Headers of a program with a key that may everything, on every site. */
  program: Record<string, string>;
  /** From an address of its own each time, so that no limit is met by chance. */
  ask(
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: string | Buffer | object,
  ): Promise<SeenAnswer>;
  run(args: string[], input?: string): Promise<string>;
  close(): Promise<void>;
}

/** With the site of the access table, its public page and open data. */
export async function startAttacked(settings: Record<string, string> = {}): Promise<AttackedService> {
  const folder = createFolder();
  const service = await startService(folder, {
    ...{ PASSANT_BASE_URL: `https://${HOST}`, PASSANT_TRUSTED_PROXIES: '127.0.0.1,::1', PASSANT_RATE_LIMIT: '0' },
    ...{ PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password },
    // Set up, so that what asks for a mail is attacked too; nobody answers there.
    ...{ PASSANT_SMTP_URL: 'smtp://127.0.0.1:9?tls=none', PASSANT_MAIL_FROM: 'passant@example.org' },
    ...settings,
  });
  const port = Number(/"port":(\d+)/.exec(service.output())?.[1]);
  // A connection each time would cost more than what is asked.
  const agent = new Agent({ keepAlive: true });
  let asked = 0;
  const ask: AttackedService['ask'] = async (method, path, headers = {}, body = undefined) => {
    asked += 1;
    const address = `2001:db8:${(asked >> 16).toString(16)}:${(asked & 0xffff).toString(16)}::1`;
    const usual = { host: HOST, 'user-agent': FIREFOX, 'x-forwarded-for': address };
    const sent = typeof body === 'object' && !Buffer.isBuffer(body) ? JSON.stringify(body) : body;
    const length = sent === undefined ? {} : { 'content-length': String(Buffer.byteLength(sent)) };
    const sending = request({
      ...{ host: '127.0.0.1', port, method, path, agent },
      headers: { ...usual, ...length, ...headers },
    });
    sending.end(sent);
    const [answer] = await once(sending, 'response');
    const chunks: Buffer[] = [];
    const isStream = String(answer.headers['content-type']).startsWith('text/event-stream');
    if (!isStream)
      for await (const chunk of answer) {
        chunks.push(chunk as Buffer);
        if (chunks.reduce((sum, { length }) => sum + length, 0) > LONGEST) break;
      }
    if (!answer.complete) sending.destroy();
    return {
      ...{ status: answer.statusCode, headers: answer.headers, cookies: answer.headers['set-cookie'] ?? [] },
      body: Buffer.concat(chunks).toString('utf8'),
    };
  };
  const run = async (args: string[], input = '') => {
    const { status, stdout, stderr } = await runCommandBeside(folder, args, input);
    if (status !== 0) throw new Error(stderr + stdout);
    return stdout.trim();
  };
  await run(['site', 'add', SITE, '--profile', 'consented', '--anonymous', 'day']);
  await run(['link', 'add', SITE, '--public', '--licence', 'CC-BY-4.0']);
  const key = await run(['key', 'issue', 'of a program', '--scope', ...SCOPES]);
  const csrf = { cookie: 'csrftoken=of-a-page', 'x-csrf-token': 'of-a-page', 'sec-fetch-site': 'same-origin' };
  const entered = await ask('POST', '/app/api/sign-in', csrf, OWNER);
  const login = entered.cookies.map((each) => each.split(';')[0]).join('; ');
  if (!login.includes('sessionid=')) throw new Error(`nobody could sign in: ${entered.status} ${entered.body}`);
  return {
    ...{ service, folder, port, ask, run },
    owner: { ...csrf, cookie: `${csrf.cookie}; ${login}` },
    program: { authorization: `Bearer ${key}` },
    close: async () => {
      agent.destroy();
      await service.stop();
      removeFolder(folder);
    },
  };
}
