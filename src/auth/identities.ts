/**
 * Who comes in by the word of a provider of OpenID Connect: whoever is linked with an account. A link is made by somebody who is signed
 * in, by an invitation, or with a new account where the operator admits a domain. An address alone never opens an account that exists.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../domain/errors.ts';
import { isEmail } from './accounts.ts';
import type { PasswordQueue } from './password-queue.ts';
import { isOfPassword } from './passwords.ts';
import type { People } from './people.ts';
import type { IdentityStore, ProvenIdentity, Role, User, UserStore } from './ports.ts';

/** Why somebody whom the provider knows does not come in here. */
export type EntryRefusal =
  /** Nobody has linked that identity, and nothing else lets it in. */
  | 'unknown'
  /** The provider does not say that the address is theirs. */
  | 'unverified'
  /** There is an account of the address, which whoever has it must link. */
  | 'exists'
  | 'removed'
  /** The identity is linked with another account. */
  | 'taken'
  /** The invitation has been used, taken back, or is over. */
  | 'uninvited';

export type Entry = { user: User; isNew: boolean } | { refusal: EntryRefusal };

export interface IdentitiesOptions {
  users: UserStore;
  store: IdentityStore;
  people: Pick<People, 'findInvitation' | 'takeInvitation'>;
  passwords: Pick<PasswordQueue, 'decoy'>;
  /** By domain in lower case: the role of whoever first comes with a verified address there. */
  domains: Readonly<Record<string, Role>>;
  /** UTC ms. */
  now: () => number;
}

export class Identities {
  readonly #options: IdentitiesOptions;

  constructor(options: IdentitiesOptions) {
    this.#options = options;
  }

  /** By the subject; by the address only for an account that is made now. @throws ProviderError when the address is asked for in vain */
  async signIn(proven: ProvenIdentity): Promise<Entry> {
    const { users, store } = this.#options;
    const userId = store.find(hashSubject(proven));
    if (userId === null) return { refusal: 'removed' };
    if (userId === undefined) return this.#welcome(proven);
    const user = users.find(userId);
    return user === null ? { refusal: 'removed' } : { user, isNew: false };
  }

  /** To the account of somebody who is signed in. @returns null when it is done */
  link({ id }: Pick<User, 'id'>, proven: ProvenIdentity): EntryRefusal | null {
    const { users, store, now } = this.#options;
    if (users.find(id) === null) return 'removed';
    return store.link(hashSubject(proven), proven.issuer, id, now()) ? null : 'taken';
  }

  /** Makes the account of an invitation, which it uses up; whoever has the link is meant, as with a password. */
  join(token: string, proven: ProvenIdentity): Entry {
    const { people, passwords, store } = this.#options;
    // A removed person who is invited again may come again.
    if (typeof store.find(hashSubject(proven)) === 'number') return { refusal: 'taken' };
    try {
      const user = people.takeInvitation(token, passwords.decoy);
      this.link(user, proven);
      return { user, isNew: true };
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return { refusal: 'uninvited' };
      if (error instanceof AppError && error.code === 'conflict') return { refusal: 'exists' };
      throw error;
    }
  }

  /** @throws AppError `not_found` when there is no link; `conflict` when nothing else would let them in */
  unlink(user: User): void {
    if (!this.hasPassword(user))
      throw new AppError(
        'conflict',
        'You have no password here, so this is your only way in; have one set first: `passant user password`.',
      );
    if (!this.#options.store.unlink(user.id)) throw new AppError('not_found', 'Nothing is linked with your account.');
  }

  /** UTC ms; null when the account is not linked with an identity of this issuer. */
  linkedAt({ id }: Pick<User, 'id'>, issuer: string): number | null {
    return this.#options.store.linkedAt(id, issuer);
  }

  hasPassword({ email }: Pick<User, 'email'>): boolean {
    return isOfPassword(this.#options.users.findByEmail(email)?.passwordHash ?? this.#options.passwords.decoy);
  }

  async #welcome(proven: ProvenIdentity): Promise<Entry> {
    const { users, store, passwords, domains, now } = this.#options;
    // The first account is the owner's, by the link that the server prints: one made here would use that up.
    if (users.count() === 0) return { refusal: 'unknown' };
    const address = await proven.fetchAddress();
    if (address === null || !isEmail(address.email)) return { refusal: 'unknown' };
    const { email, isVerified } = address;
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
    const role = Object.hasOwn(domains, domain) ? domains[domain] : undefined;
    if (!isVerified) return { refusal: role === undefined ? 'unknown' : 'unverified' };
    if (users.findByEmail(email) !== null) return { refusal: 'exists' };
    if (store.wasRemoved(email)) return { refusal: 'removed' };
    if (role === undefined) return { refusal: 'unknown' };
    // It may have been linked while the provider was asked for the address.
    if (store.find(hashSubject(proven)) !== undefined) return this.signIn(proven);
    const user = users.insert(email, passwords.decoy, { role, siteRoles: [] }, now());
    if (user === null) return { refusal: 'exists' };
    this.link(user, proven);
    return { user, isNew: true };
  }
}

/** JSON, so that no issuer and subject run into another pair. */
function hashSubject({ issuer, subject }: Pick<ProvenIdentity, 'issuer' | 'subject'>): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest();
}
