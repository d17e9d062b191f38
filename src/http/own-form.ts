/** Proof that a form was sent from our own page, without a script and without a cookie of ours. */
import type { Context } from 'koa';
import { AppError } from '../domain/errors.ts';

/**
 * `Sec-Fetch-Site` where the browser sends it, else `Origin`: one of them comes with every form of a browser that is still in use.
 * @throws AppError `forbidden`
 */
export function checkOwnForm(ctx: Context, baseUrl: string): void {
  const fetchSite = ctx.get('sec-fetch-site');
  const origin = ctx.get('origin');
  const isOurs =
    fetchSite === ''
      ? URL.canParse(origin) && [ctx.host, new URL(baseUrl).host].includes(new URL(origin).host)
      : fetchSite === 'same-origin';
  if (!isOurs)
    throw new AppError('forbidden', 'This form did not come from our own page; open the page and try again.', [], {
      refusal: 'foreign_request_refused',
    });
}
