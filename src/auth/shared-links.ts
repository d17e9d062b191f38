/** Links by which people without an account look at one site: made, changed and ended by its owner, opened by whoever has them. */
import { AppError } from '../domain/errors.ts';
import { type LinkState, type SharedLink, stateOfLink } from '../domain/shared-link.ts';
import type { Site } from '../domain/site.ts';
import { parseSharedLink, type SharedLinkOptions } from './parse-shared-link.ts';
import type { PasswordQueue } from './password-queue.ts';
import { checkPassword } from './passwords.ts';
import type { GuardedLink, SharedLinkStore } from './ports.ts';
import { createToken } from './tokens.ts';

const DAY_MS = 86_400_000;
/** Of a site, those that were revoked aside. */
const MOST_LINKS = 100;

export interface SharedLinksOptions {
  store: SharedLinkStore;
  passwords: PasswordQueue;
  sites: { find(domain: string): Site | undefined; findById(id: number): Site | undefined };
  /** UTC ms. */
  now: () => number;
}

export interface OpenedLink extends GuardedLink {
  site: Site;
  state: LinkState;
}

export class SharedLinks {
  readonly #options: SharedLinksOptions;

  constructor(options: SharedLinksOptions) {
    this.#options = options;
  }

  /** The links of a site that still are; the oldest first. */
  list(siteId: number): SharedLink[] {
    return this.#options.store.list(siteId).filter(({ revokedAt }) => revokedAt === null);
  }

  /** @throws AppError `invalid`; `conflict` when the site has a public page already, or very many links */
  async add(site: Site, options: SharedLinkOptions): Promise<SharedLink> {
    if (options.kind !== 'public' && options.kind !== 'secret')
      throw new AppError('invalid', 'Say what kind of link it is to be.', [
        { path: 'kind', message: 'Use public or secret.' },
      ]);
    const isPublic = options.kind === 'public';
    const { settings, password } = parseSharedLink(options, null, { isPublic, timezone: site.timezone });
    if (this.list(site.id).length >= MOST_LINKS)
      throw new AppError('conflict', `A site has at most ${MOST_LINKS} links; revoke one first.`);
    const hash = typeof password === 'string' ? await this.#hash(password) : null;
    const token = isPublic ? null : createToken();
    const added = this.#options.store.insert(site.id, token, settings, hash, this.#options.now());
    if (added === null) throw new AppError('conflict', 'The site has a public page already.');
    return added;
  }

  /** @throws AppError `invalid`, `not_found` */
  async change(site: Site, id: number, options: SharedLinkOptions): Promise<SharedLink> {
    const known = this.#get(site.id, id);
    const { settings, password } = parseSharedLink(options, known, {
      isPublic: known.token === null,
      timezone: site.timezone,
    });
    const hash = typeof password === 'string' ? await this.#hash(password) : password;
    this.#options.store.update(id, settings, hash);
    return this.#get(site.id, id);
  }

  /** @throws AppError `not_found` */
  revoke(siteId: number, id: number): void {
    if (!this.#options.store.revoke(siteId, id, this.#options.now())) throw noLink();
  }

  /** What an address leads to, whether or not it still works. @param key the site's domain, or a token */
  open(key: string): OpenedLink | null {
    const { store, sites, now } = this.#options;
    const named = sites.find(key);
    const found = (named && store.findPublic(named.id)) ?? store.findByToken(key);
    const site = found && sites.findById(found.link.siteId);
    if (!found || !site) return null;
    return { ...found, site, state: stateOfLink(found.link, now()) };
  }

  /** @returns whether it is the link's password @throws AppError `unavailable` when too many ask at once */
  async isRight({ passwordHash }: GuardedLink, password: string): Promise<boolean> {
    return passwordHash === null || this.#options.passwords.verify(passwordHash, password, 'stranger');
  }

  /** Remembers the day on which a link was last used, and no more than that. */
  markUsed({ id, lastUsedDay }: SharedLink): void {
    const today = Math.floor(this.#options.now() / DAY_MS);
    if (lastUsedDay !== today) this.#options.store.markUsed(id, today);
  }

  async #hash(password: string): Promise<string> {
    checkPassword(password);
    return this.#options.passwords.hash(password, 'known');
  }

  #get(siteId: number, id: number): SharedLink {
    const link = this.list(siteId).find((each) => each.id === id);
    if (link === undefined) throw noLink();
    return link;
  }
}

function noLink(): AppError {
  return new AppError('not_found', 'There is no such link, or it is revoked already.');
}
