/** The stage's own copy of a site: its settings, a key of its own, and nothing behind it. */
import { randomBytes } from 'node:crypto';
import { Sites } from '../admin/sites.ts';
import { Accounts } from '../auth/accounts.ts';
import { ApiKeys } from '../auth/api-keys.ts';
import { hashToken } from '../auth/tokens.ts';
import type { CollectedSite } from '../collect/ports.ts';
import type { Site } from '../domain/site.ts';

export interface StageOffice {
  collected: CollectedSite;
  sites: Sites;
  accounts: Accounts;
  apiKeys: ApiKeys;
  /** Opens the figures of the site. */
  secret: string;
}

/** @param now UTC ms */
export function createStageOffice(site: Site, now: () => number): StageOffice {
  const secret = randomBytes(24).toString('base64url');
  const hash = hashToken(secret);
  const nothing = () => {};
  return {
    collected: { ...site, identifierKey: randomBytes(32) },
    secret,
    sites: new Sites({
      store: {
        list: () => [site],
        find: (domain) => (domain === site.domain ? site : null),
        insert: () => site,
        ...{ update: nothing, remove: nothing },
      },
      eraser: { removeSite: async () => {} },
      ...{ now, onChange: nothing },
    }),
    accounts: new Accounts({
      users: {
        count: () => 1,
        list: () => [],
        ...{ findByEmail: () => null, find: () => null, insert: () => null },
      },
      logins: { findUser: () => null, insert: nothing, remove: nothing, removeExpired: nothing },
      setupTokens: { replace: nothing, take: () => false },
      now,
    }),
    apiKeys: new ApiKeys(
      {
        list: () => [],
        findByHash: (tokenHash) =>
          tokenHash.equals(hash)
            ? { id: 1, name: 'rehearsal', scopes: ['stats:read'], siteId: site.id, createdAt: 0, revokedAt: null }
            : null,
        insert: () => {
          throw new Error('the stage makes no keys');
        },
        revoke: () => false,
      },
      now,
    ),
  };
}
