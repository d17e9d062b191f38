/** Exercises the rights of visitors on the stage, as a browser without scripts would: by the forms of `/privacy/<site>`. */
import { OBJECTION_COOKIE } from '../domain/consent.ts';
import type { Site } from '../domain/site.ts';
import { privacyTexts } from '../http/pages/privacy/texts.ts';
import { PAGE_LANGUAGES, type PageLanguage } from '../http/pages/say-words.ts';
import { escapeHtml } from '../lib/escape-html.ts';
import type { RightsFacts } from '../privacy/audit/facts.ts';
import { findSetUp } from '../privacy/set-up.ts';
import { headersOf, IDENTIFIER, otherHeadersOf, pageview } from './messages.ts';
import type { Stage, StageAnswer } from './stage.ts';

const MARK = new RegExp(`^${OBJECTION_COOKIE}=([^;]*)`);
const RECEIPT = { n: 'consent', action: 'accepted', text: '1-en', banner: 'rehearsal', adapter: 'rehearsal' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

/** @param baseUrl public address of the service, null when nobody has stated one */
export async function rehearseRights(
  stage: Stage,
  site: Site,
  { prefix, baseUrl }: { prefix: string; baseUrl: string | null },
): Promise<RightsFacts> {
  const visitor = new TestVisitor(stage, site, prefix);
  return {
    setUp: baseUrl === null ? null : findSetUp(site, new URL(baseUrl).hostname),
    noticeLacks: await findLacks(visitor, site),
    objection: await object(visitor),
    exercise: await exercise(visitor),
    withdrawalErases: await withdraw(visitor),
  };
}

/** Somebody on a page of the site, under its own host: there every right works by itself. */
class TestVisitor {
  readonly stage: Stage;
  readonly site: Site;
  readonly #prefix: string;
  /** Where the identifier is: a cookie travels by itself, what is in local storage is typed in. */
  readonly #isCookie: boolean;

  constructor(stage: Stage, site: Site, prefix: string) {
    this.stage = stage;
    this.site = site;
    this.#prefix = prefix;
    this.#isCookie = site.identifier !== 'storage';
  }

  openPage(language: PageLanguage): Promise<StageAnswer> {
    return this.stage.ask('GET', `${this.#page}?lang=${language}`, { host: this.site.domain });
  }

  /** Presses a button of the page. */
  press(button: string, headers: Record<string, string> = headersOf(this.site)): Promise<StageAnswer> {
    return this.stage.ask('POST', this.#page, { ...headers, host: this.site.domain, ...FORM }, `do=${button}`);
  }

  /** The same, with the identifier. */
  pressAsKnown(button: string): Promise<StageAnswer> {
    if (this.#isCookie) return this.press(button, headersOf(this.site, { cookie: `passant_id=${IDENTIFIER}` }));
    return this.press(`${button}&id=${IDENTIFIER}`);
  }

  send(fields: Record<string, unknown>, headers: Record<string, string> = {}, to = 'e'): Promise<StageAnswer> {
    return this.stage.ask('POST', `/${this.#prefix}/${to}`, headersOf(this.site, headers), fields);
  }

  /** The same, with the identifier. */
  sendAsKnown(fields: Record<string, unknown>, to = 'e'): Promise<StageAnswer> {
    if (this.site.identifier === 'server') return this.send(fields, { cookie: `passant_id=${IDENTIFIER}` }, to);
    return this.send({ ...fields, id: IDENTIFIER }, {}, to);
  }

  /** Says yes and reads a page. @returns how many rows that has left */
  async agree(): Promise<number> {
    await this.sendAsKnown(pageview(this.site, { ...RECEIPT, c: 'granted' }));
    await this.sendAsKnown(pageview(this.site, { c: 'granted' }));
    return this.stage.visitors.rows;
  }

  get #page(): string {
    return `/${this.#prefix}/privacy/${this.site.domain}`;
  }
}

async function object(visitor: TestVisitor): Promise<RightsFacts['objection']> {
  const { stage, site } = visitor;
  const { status, body } = await visitor.openPage('en');
  const done = [await visitor.press('object'), await visitor.press('object', otherHeadersOf(site))];
  const cookies = done.flatMap(({ headers }) => headers['set-cookie'] ?? []).filter((cookie) => MARK.test(cookie));
  const marks = cookies.map((cookie) => MARK.exec(cookie)?.[1] ?? '');
  stage.takeEvents();
  const cookie = `${OBJECTION_COOKIE}=${marks[0] ?? ''}`;
  await visitor.send(pageview(site), { cookie });
  await visitor.send(pageview(site, { c: 'granted', id: IDENTIFIER }), {
    cookie: `${cookie}; passant_id=${IDENTIFIER}`,
  });
  return {
    worksWithoutScript:
      status === 200 && hasButton(body, 'object') && !/<script/i.test(body) && marks.length === done.length,
    marks,
    rememberedDays: Math.min(...cookies.map((each) => Number(/Max-Age=(\d+)/i.exec(each)?.[1] ?? 0))) / 86_400,
    isCountedAfterwards: stage.takeEvents().length > 0,
  };
}

async function exercise(visitor: TestVisitor): Promise<RightsFacts['exercise']> {
  const { visitors } = visitor.stage;
  const before = await visitor.agree();
  const seen = await visitor.pressAsKnown('see');
  const file = await visitor.pressAsKnown('download');
  const erased = await visitor.pressAsKnown('erase');
  const left = visitors.rows;
  const after = await visitor.pressAsKnown('download');
  return {
    sees: before > 0 && seen.status === 200 && seen.body.includes('/rehearsal'),
    downloads: file.status === 200 && isComplete(file.body),
    erases: before > 0 && erased.status === 200 && after.status === 200 && !isComplete(after.body),
    left,
  };
}

/** By the message of a banner, by the call of the script, and by the button of the page. */
async function withdraw(visitor: TestVisitor): Promise<boolean> {
  const { site, stage } = visitor;
  const ways = [
    () => visitor.sendAsKnown(pageview(site, { n: 'consent', action: 'withdrawn', c: 'denied' })),
    () => visitor.sendAsKnown({ n: 'forget', d: site.domain }, 'f'),
    () => visitor.pressAsKnown('withdraw'),
  ];
  let holds = true;
  for (const take of ways) {
    const before = await visitor.agree();
    await take();
    holds &&= before > 0 && stage.visitors.rows === 0;
  }
  return holds;
}

/** Names of what art. 13 of the GDPR asks for and the page does not say. */
async function findLacks(visitor: TestVisitor, site: Site): Promise<string[]> {
  const lacks = new Set<string>();
  for (const language of PAGE_LANGUAGES) {
    const answer = await visitor.openPage(language);
    const body = answer.body.replaceAll('\u00a0', ' ');
    const { who } = privacyTexts(language);
    const holds = (text: string | null) => text !== null && body.includes(escapeHtml(text));
    const buttons = site.askedBy === 'nobody' ? ['object'] : ['object', 'see', 'download', 'withdraw', 'erase'];
    const parts: [name: string, isThere: boolean][] = [
      ['who is responsible', holds(site.controller)],
      ['whom to ask', holds(site.contact)],
      ['what is measured and why', body.includes('id="p-measured"')],
      ['the legal basis', body.includes('id="p-basis"')],
      ['for how long', body.includes('id="p-kept"')],
      ['who receives it', holds(who.nobodyElse)],
      ['the right to complain', holds(who.authority)],
      ...buttons.map((name): [string, boolean] => [`the button to ${name}`, hasButton(body, name)]),
    ];
    for (const [name, isThere] of parts) if (answer.status !== 200 || !isThere) lacks.add(`${name} (${language})`);
  }
  return [...lacks];
}

function hasButton(page: string, name: string): boolean {
  return new RegExp(`<form method="post"[^>]*>(?:(?!</form>)[\\s\\S])*<button[^>]* value="${name}"`).test(page);
}

/** Whether a downloaded file holds the visit, the page, and the proof of the yes. */
function isComplete(file: string): boolean {
  const { known, visits, consent_receipts: receipts } = JSON.parse(file) as Record<string, unknown>;
  return known === true && JSON.stringify(visits).includes('/rehearsal') && JSON.stringify(receipts) !== '[]';
}
