/** What a visitor may ask with their own identifier as the only key: see everything, take consent back, be erased. */
import { IDENTIFIER_PATTERN, minuteOf } from '../domain/consent.ts';
import { AppError } from '../domain/errors.ts';
import { siteName } from '../domain/site.ts';
import type { SubjectAccess } from './known-visitor.ts';
import type { KeptVisitors, ReceiptReader, SiteFinder } from './ports.ts';

/** Events that one answer holds at most: years of a person, and no more memory than the service has. */
export const MOST_EVENTS = 50_000;

export interface RightsOptions {
  sites: SiteFinder;
  visitors: KeptVisitors;
  receipts: ReceiptReader;
  /** UTC ms. */
  now: () => number;
}

export class Rights {
  readonly #options: RightsOptions;

  constructor(options: RightsOptions) {
    this.#options = options;
  }

  /** @throws AppError `not_found` for a site of nobody, `invalid` for what is no identifier */
  async access(domain: string, identifier: string): Promise<SubjectAccess> {
    const { visitors, receipts } = this.#options;
    const { siteId, key } = this.#who(domain, identifier);
    return { visitor: await visitors.read(siteId, key, MOST_EVENTS), receipts: receipts.list(siteId, key) };
  }

  /** What is stored goes; consent stands. @returns whether anything was stored @throws AppError as `access` */
  async erase(domain: string, identifier: string): Promise<boolean> {
    const { siteId, key } = this.#who(domain, identifier);
    return this.#options.visitors.erase(siteId, key, null);
  }

  /** Takes consent back, which erases. @param adapter who told us @returns as `erase` @throws AppError as `access` */
  async withdraw(domain: string, identifier: string, adapter: string): Promise<boolean> {
    const { siteId, key } = this.#who(domain, identifier);
    const at = minuteOf(this.#options.now());
    return this.#options.visitors.erase(siteId, key, { action: 'withdrawn', at, text: '', banner: '', adapter });
  }

  #who(domain: string, identifier: string): { siteId: number; key: string } {
    const { sites } = this.#options;
    const site = sites.find(siteName(domain));
    if (site === undefined) throw new AppError('not_found', 'There is no site of that name.');
    if (!IDENTIFIER_PATTERN.test(identifier)) {
      const message = 'An identifier has 21 characters of A-Z, a-z, 0-9, _ and -.';
      throw new AppError('invalid', message, [{ path: 'id', message }]);
    }
    return { siteId: site.id, key: sites.keyOf(site.id, identifier) };
  }
}
