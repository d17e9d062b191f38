/** The stage's own copy of a site: its settings, a key of its own, and nothing behind it. */
import { randomBytes } from 'node:crypto';
import { Annotations } from '../admin/annotations.ts';
import { Sites } from '../admin/sites.ts';
import { Accounts } from '../auth/accounts.ts';
import { ApiKeys } from '../auth/api-keys.ts';
import { Logins } from '../auth/logins.ts';
import { PasswordQueue } from '../auth/password-queue.ts';
import { ARGON2 } from '../auth/passwords.ts';
import { People } from '../auth/people.ts';
import type { UserStore } from '../auth/ports.ts';
import { hashToken } from '../auth/tokens.ts';
import { compileExclusions } from '../collect/exclusions.ts';
import type { CollectedSite } from '../collect/ports.ts';
import { AppError } from '../domain/errors.ts';
import { NOTHING_EXCLUDED } from '../domain/exclusions.ts';
import type { Site } from '../domain/site.ts';

export interface StageOffice {
  collected: CollectedSite;
  sites: Sites;
  accounts: Accounts;
  logins: Logins;
  passwords: PasswordQueue;
  people: People;
  apiKeys: ApiKeys;
  annotations: Annotations;
  /** Opens the figures of the site. */
  secret: string;
}

/** @param now UTC ms */
export function createStageOffice(site: Site, now: () => number): StageOffice {
  const secret = randomBytes(24).toString('base64url');
  const hash = hashToken(secret);
  const nothing = () => {};
  const users: UserStore = {
    count: () => 1,
    list: () => [],
    ...{ findByEmail: () => null, find: () => null, insert: () => null },
    ...{ setStanding: nothing, setPassword: nothing, replaceHash: nothing, remove: nothing },
  };
  const logins = new Logins({
    store: {
      ...{ find: () => null, listOf: () => [], insert: nothing, markSeen: nothing, remove: nothing },
      ...{ removeOne: () => false, removeOf: nothing, keepNewest: nothing, removeOver: nothing },
    },
    devices: {
      ...{ findSeenAt: () => null, insert: nothing, rename: nothing },
      ...{ removeOf: nothing, keepNewest: nothing, removeOlder: nothing },
    },
    now,
  });
  const passwords = new PasswordQueue(ARGON2);
  const rules = { check: async () => {} };
  const noInvitation = () => {
    throw new AppError('unavailable', 'Nobody is invited to a rehearsal.');
  };
  return {
    // What is excluded would not show how it is counted: the marked messages come from somewhere and go somewhere.
    collected: { ...site, identifierKey: randomBytes(32), exclusions: compileExclusions(NOTHING_EXCLUDED) },
    secret,
    sites: new Sites({
      store: {
        list: () => [site],
        find: (domain) => (domain === site.domain ? site : null),
        insert: () => site,
        ...{ update: nothing, remove: nothing, setAside: nothing, takeBack: nothing },
        listRemoved: () => [],
      },
      eraser: { removeSite: async () => {}, emptySite: async () => true },
      ...{ now, onChange: nothing, onErased: nothing },
    }),
    accounts: new Accounts({ users, passwords, rules, setupTokens: { replace: nothing, take: () => false }, now }),
    logins,
    passwords,
    people: new People({
      ...{ users, logins, passwords, rules, now },
      invitations: { list: () => [], find: () => null, insert: noInvitation, remove: () => false },
    }),
    annotations: new Annotations(
      { list: () => [], count: () => 0, insert: () => 0, update: () => false, remove: () => false },
      now,
    ),
    apiKeys: new ApiKeys(
      {
        list: () => [],
        findByHash: (tokenHash) =>
          tokenHash.equals(hash)
            ? {
                id: 1,
                name: 'rehearsal',
                scopes: ['stats:read'],
                siteId: site.id,
                createdAt: 0,
                expiresAt: null,
                revokedAt: null,
                lastUsedDay: null,
              }
            : null,
        insert: () => {
          throw new Error('the stage makes no keys');
        },
        ...{ revoke: () => false, markUsed: nothing },
      },
      now,
    ),
  };
}
