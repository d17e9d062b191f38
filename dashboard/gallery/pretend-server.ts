/** Stands in for the server in the gallery: `fetch` gives fixed answers, by the site that is asked about. */
import { asFields, asList, type Fields } from '../api/decode.ts';
import { answerConsent, answerQuery } from './answers.ts';
import { STATES, type State } from './states.ts';

const ENDING = '.gallery';
const ANSWERS: Readonly<Record<string, (state: State, body: Fields) => object>> = {
  '/app/api/v2/query': answerQuery,
  '/app/api/v2/consent': answerConsent,
};

export function domainOf({ key }: State): string {
  return `${key}${ENDING}`;
}

/** From here on nothing leaves the page. */
export function pretendServer(): void {
  window.fetch = (address, init) => {
    const body = asFields(JSON.parse(String(init?.body ?? '{}')));
    const state = STATES.find((each) => domainOf(each) === body.site_id);
    const answer = ANSWERS[String(address)];
    if (state === undefined || answer === undefined)
      return Promise.resolve(Response.json({ code: 'not_found' }, { status: 404 }));
    if (state.trouble === 'never' || (state.trouble === 'later' && isLater(body))) return new Promise(() => undefined);
    if (state.trouble === 'unavailable')
      return Promise.resolve(Response.json({ code: 'unavailable' }, { status: 503 }));
    return Promise.resolve(Response.json(answer(state, body)));
  };
}

/** Every specimen begins with a span of days; a stale one goes on to the next. */
function isLater({ date_range: range }: Fields): boolean {
  return asList(range).length === 0;
}
