/** Mails of the service as it ships: an invitation, a forgotten password, and what is said where there is no mail server. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openMailServer, type ReceivedMail } from '../support/mail-server.ts';
import { createFolder, removeFolder, type Service, startService } from '../support/service.ts';

const ADA = 'ada@example.org';
const PASSWORD = 'quiet words in a long row';
const NEW = 'another few words in a row';
const ADMIN = { PASSANT_ADMIN_EMAIL: ADA, PASSANT_ADMIN_PASSWORD: PASSWORD };
let folder: string;
let service: Service;
let mailServer: Awaited<ReturnType<typeof openMailServer>>;
const told: string[] = [];

beforeAll(async () => {
  folder = createFolder();
  mailServer = await openMailServer();
  service = await startService(folder, {
    ...ADMIN,
    PASSANT_SMTP_URL: mailServer.url,
    PASSANT_MAIL_FROM: 'Passant <stats@example.org>',
  });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await mailServer.close();
  removeFolder(folder);
});

class Browser {
  login = '';
  readonly #url: string;
  constructor(url = service.url) {
    this.#url = url;
  }
  async post(path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await fetch(`${this.#url}/app/api/${path}`, {
      method: 'POST',
      headers: { cookie: `csrftoken=abc; language=fr; sessionid=${this.login}`, 'x-csrf-token': 'abc' },
      body: JSON.stringify(body),
    });
    this.login = /sessionid=([^;]+)/.exec(answer.headers.getSetCookie().join('\n'))?.[1] ?? this.login;
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }
  async get(path: string): Promise<unknown> {
    return (await fetch(`${this.#url}/app/api/${path}`, { headers: { cookie: `sessionid=${this.login}` } })).json();
  }
  async isSignedIn(): Promise<boolean> {
    const answer = await fetch(`${this.#url}/app/api/account`, { headers: { cookie: `sessionid=${this.login}` } });
    return answer.status === 200;
  }
}

async function nextMail(): Promise<ReceivedMail> {
  for (;;) {
    const mail = mailServer.mails.shift();
    if (mail !== undefined) return mail;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const linkIn = (mail: ReceivedMail, page: string) => {
  const text = mail.parts.get('text/plain') ?? '';
  const token = new RegExp(`${service.url}/app/${page}#(\\S+)`).exec(text)?.[1] ?? '';
  expect(mail.parts.get('text/html')).toContain(`/app/${page}#${token}`);
  told.push(token);
  return token;
};

describe('with a mail server', () => {
  it('an invitation is mailed in the language of whoever invites, and its link is shown all the same', async () => {
    const owner = new Browser();
    await owner.post('sign-in', { email: ADA, password: PASSWORD });
    const { body } = await owner.post('people/invitations', { email: 'grace@example.org', role: 'viewer' });
    const mail = await nextMail();
    expect([body.mailed, mail.to]).toEqual([true, ['grace@example.org']]);
    expect(mail.headers.get('subject')).toContain('Vous êtes invité sur localhost');
    expect(body.link).toBe(`${service.url}/app/invitation#${linkIn(mail, 'invitation')}`);
  });

  it('whoever has forgotten a password gets another one, and every login ends', async () => {
    const [inside, outside] = [new Browser(), new Browser()];
    await inside.post('sign-in', { email: ADA, password: PASSWORD });
    expect(await inside.isSignedIn()).toBe(true);
    const asked = await outside.post('forgotten', { email: ADA });
    const token = linkIn(await nextMail(), 'reset');
    expect((await outside.post('reset', { token })).body).toEqual({ email: ADA });
    expect((await outside.post('reset/accept', { token, password: NEW })).status).toBe(200);
    expect([await inside.isSignedIn(), await outside.isSignedIn()]).toEqual([false, false]);
    expect((await outside.post('reset/accept', { token, password: PASSWORD })).status).toBe(404);
    const again = [await outside.post('sign-in', { email: ADA, password: PASSWORD })];
    again.push(await outside.post('sign-in', { email: ADA, password: NEW }));
    expect(again.map(({ status }) => status)).toEqual([401, 200]);
    // The same is said where there is no such account, and nothing is mailed.
    expect(await outside.post('forgotten', { email: 'nobody@example.org' })).toEqual(asked);
    const log = await fetch(`${service.url}/app/api/changes`, { headers: { cookie: `sessionid=${outside.login}` } });
    const { changes } = (await log.json()) as { changes: object[] };
    expect(changes).toContainEqual(expect.objectContaining({ act: 'password_reset', who: ADA }));
  });

  it('who asks for many mails is refused, and told the same whether or not there is an account', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 4; attempt++)
      answers.push(await new Browser().post('forgotten', { email: 'hopper@example.org' }));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 429]);
    expect(answers[3]?.body.error).toContain('Too many e-mails were asked for');
  });

  it('a webhook of a site is added with a secret that is told once, tried, listed with what became of it, and removed', async () => {
    const owner = new Browser();
    await owner.post('sign-in', { email: ADA, password: NEW });
    await owner.post('sites', { domain: 'shop.example', timezone: 'UTC' });
    for (const url of ['http://hook.invalid/', 'https://127.0.0.1/', 'https://a:b@hook.invalid/', 'nothing'])
      expect((await owner.post('sites/shop.example/webhooks', { url })).status).toBe(400);
    const added = await owner.post('sites/shop.example/webhooks', { url: 'https://hook.invalid/their-secret' });
    expect(added.body.secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect((await owner.post(`sites/shop.example/webhooks/${String(added.body.id)}/test`, {})).status).toBe(202);
    for (;;) {
      const { webhooks } = (await owner.get('sites/shop.example/webhooks')) as { webhooks: { deliveries: object[] }[] };
      const said = JSON.stringify(webhooks);
      expect(said).not.toContain('their-secret');
      expect(said).not.toContain(added.body.secret);
      if (/"event":"test","state":"waiting","attempts":1,.*"fault":"It was not reached/.test(said)) break;
    }
    told.push('their-secret', String(added.body.secret));
    const { changes } = (await owner.get('changes')) as { changes: object[] };
    expect(changes).toContainEqual(expect.objectContaining({ act: 'webhook_added', about: 'hook.invalid' }));
  });

  it('nothing of mails is in the log of the server, and nobody without an account was mailed', () => {
    expect(mailServer.mails).toEqual([]);
    for (const secret of [...told, 'grace@example.org', 'hopper@example.org'])
      expect(service.output()).not.toContain(secret);
  });
});

it('without a mail server, what needs one says what to do instead', async () => {
  const other = createFolder();
  const alone = await startService(other, ADMIN);
  try {
    const visitor = new Browser(alone.url);
    const { status, body } = await visitor.post('forgotten', { email: ADA });
    expect([status, body.error]).toEqual([503, expect.stringContaining('passant user password')]);
    await visitor.post('sign-in', { email: ADA, password: PASSWORD });
    const invited = await visitor.post('people/invitations', { email: 'grace@example.org', role: 'viewer' });
    expect([invited.body.mailed, invited.body.link]).toEqual([false, expect.stringContaining('/app/invitation#')]);
  } finally {
    await alone.stop();
    removeFolder(other);
  }
});
