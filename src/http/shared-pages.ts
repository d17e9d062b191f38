/** Who may look at a shared page: whoever has its address and, where there is one, has given its password. */
import type { Context } from 'koa';
import type { LinkEntry } from '../auth/link-entry.ts';
import { ENTRY_MS } from '../auth/link-entry.ts';
import type { OpenedLink, SharedLinks } from '../auth/shared-links.ts';
import { AppError } from '../domain/errors.ts';
import type { Embedding } from '../domain/shared-link.ts';
import type { Limits } from './limits.ts';

const ENTRY_COOKIE = 'passant_share';

export type Access = 'open' | 'locked' | 'expired' | 'revoked' | 'missing';

export interface SharedPagesOptions {
  sharedLinks: SharedLinks;
  linkEntry: LinkEntry;
  /** Public address: its scheme decides whether the cookie is Secure. */
  baseUrl: () => string;
  addressOf: (request: Context['req']) => string;
  limits: Pick<Limits, 'shared' | 'passwords' | 'passwordsOfLink'>;
}

export class SharedPages {
  readonly #options: SharedPagesOptions;

  constructor(options: SharedPagesOptions) {
    this.#options = options;
  }

  /** What the address of a request leads to, and whether the caller may go in. */
  look(ctx: Context): { access: Access; opened: OpenedLink | null } {
    const { sharedLinks, linkEntry } = this.#options;
    const opened = sharedLinks.open(keyOf(ctx));
    if (opened === null) return { access: 'missing', opened };
    if (opened.state !== 'open') return { access: opened.state, opened };
    const isLocked = opened.passwordHash !== null && !linkEntry.isProven(opened, ctx.cookies.get(ENTRY_COOKIE));
    return { access: isLocked ? 'locked' : 'open', opened };
  }

  /** Counts what asks the database against the caller's limit. @throws AppError `rate_limited` */
  async countQuestion(ctx: Context): Promise<void> {
    const { limits, addressOf } = this.#options;
    await limits.shared.take(addressOf(ctx.req), 'Too many questions from this address; wait a minute.');
  }

  /**
   * The link behind a question, counted against the caller's limit.
   * @throws AppError `rate_limited`, `not_found`, `unauthenticated` without the password
   */
  async enter(ctx: Context): Promise<OpenedLink> {
    const { sharedLinks } = this.#options;
    await this.countQuestion(ctx);
    const { access, opened } = this.look(ctx);
    if (access === 'locked') throw new AppError('unauthenticated', 'Give the password of this page first.');
    if (access !== 'open' || opened === null)
      throw new AppError('not_found', 'There is no shared page at this address, or no longer.');
    sharedLinks.markUsed(opened.link);
    return opened;
  }

  /** @throws AppError `rate_limited`, `not_found`, `unauthenticated` when the password is wrong */
  async unlock(ctx: Context, password: string): Promise<void> {
    const { limits, addressOf, sharedLinks, linkEntry } = this.#options;
    const { access, opened } = this.look(ctx);
    if (opened === null || (access !== 'open' && access !== 'locked'))
      throw new AppError('not_found', 'There is no shared page at this address, or no longer.');
    if (opened.passwordHash === null) return;
    // Each try costs memory and time here, and a guess there: an address has few, and so has a link that many addresses try.
    await limits.passwords.take(addressOf(ctx.req), 'Too many attempts; wait a quarter of an hour.');
    await limits.passwordsOfLink.take(String(opened.link.id), 'Too many attempts; wait a quarter of an hour.');
    if (!(await sharedLinks.isRight(opened, password)))
      throw new AppError('unauthenticated', 'The password is wrong.', [], { refusal: 'page_password_refused' });
    this.#setCookie(ctx, linkEntry.issue(opened));
  }

  #setCookie(ctx: Context, value: string): void {
    const path = `/share/${encodeURIComponent(keyOf(ctx))}`;
    const parts = [
      `${ENTRY_COOKIE}=${value}`,
      `Path=${path}`,
      `Max-Age=${ENTRY_MS / 1000}`,
      'SameSite=Strict',
      'HttpOnly',
    ];
    if (this.#options.baseUrl().startsWith('https:')) parts.push('Secure');
    ctx.append('set-cookie', parts.join('; '));
  }
}

/** The site's domain, or a token. */
function keyOf(ctx: Context): string {
  return String((ctx.params as Record<string, unknown>).key);
}

/** The sources of `frame-ancestors`. */
export function ancestorsOf(embedding: Embedding): string {
  if (embedding === 'none') return "'none'";
  return embedding === 'any' ? '*' : embedding.join(' ');
}
