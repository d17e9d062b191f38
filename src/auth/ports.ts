/** What sign-in needs from outside. Tokens are stored as SHA-256 only, so that a stolen database opens no door. */
import type { SharedLink, SharedLinkSettings } from '../domain/shared-link.ts';

/** From the highest to the lowest. */
export const ROLES = ['owner', 'admin', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export interface SiteRole {
  siteId: number;
  role: Role;
}

/** What somebody is here: `permissions.ts` says what follows. */
export interface Standing {
  /** On every site, those to come included; null: on the sites of `siteRoles` alone. */
  role: Role | null;
  /** One a site at most, in the order of the sites' ids. */
  siteRoles: readonly SiteRole[];
}

export interface User extends Standing {
  id: number;
  email: string;
  /** UTC ms. */
  createdAt: number;
}

export interface UserStore {
  count(): number;
  list(): User[];
  findByEmail(email: string): (User & { passwordHash: string }) | null;
  find(id: number): User | null;
  /** @returns null when the address is taken */
  insert(email: string, passwordHash: string, standing: Standing, createdAt: number): User | null;
  /** Sites that are gone are left out. */
  setStanding(id: number, standing: Standing): void;
  setPassword(id: number, passwordHash: string): void;
  /** Unless the password has become another one meanwhile. */
  replaceHash(id: number, before: string, after: string): void;
  /** With logins and invitations. */
  remove(id: number): void;
}

/** How passwords are hashed; `ARGON2` of `passwords.ts`. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(stored: string, password: string): Promise<boolean>;
  /** Whether a hash was made with other parameters than today's. */
  needsRehash(stored: string): boolean;
  /** A hash of today's parameters that no password has. */
  decoy: string;
}

/** Passwords that others try first, as the lists of those tell that were found out. */
export interface UsualPasswords {
  /** Whether one of the texts is among them; upper and lower case are the same. */
  includeAny(texts: readonly string[]): Promise<boolean>;
}

/** A place kept for somebody who has not come yet. */
export interface Invitation extends Standing {
  id: number;
  email: string;
  /** Who has invited; null once that account is gone. */
  invitedBy: string | null;
  /** UTC ms. */
  createdAt: number;
  expiresAt: number;
}

export interface InvitationStore {
  /** Those that are open at `now`; the oldest first. */
  list(now: number): Invitation[];
  find(tokenHash: Buffer, now: number): Invitation | null;
  /** In the place of an earlier one to the same address. */
  insert(invitation: Omit<Invitation, 'id' | 'invitedBy'>, invitedBy: number | null, tokenHash: Buffer): Invitation;
  /** @returns whether there was one */
  remove(id: number): boolean;
}

/** A browser in two words such as Firefox and Linux; '' for what is unknown. */
export interface DeviceWords {
  browser: string;
  os: string;
}

/** A login session. */
export interface Login extends DeviceWords {
  id: number;
  userId: number;
  /** UTC ms. */
  createdAt: number;
  /** Last used, to some minutes. */
  seenAt: number;
  expiresAt: number;
}

export interface LoginStore {
  insert(login: Omit<Login, 'id'>, tokenHash: Buffer): void;
  /** Whether or not it is over. */
  find(tokenHash: Buffer): { login: Login; user: User } | null;
  /** The one used last first. */
  listOf(userId: number): Login[];
  markSeen(id: number, at: number): void;
  remove(tokenHash: Buffer): void;
  /** @returns whether they had it */
  removeOne(userId: number, id: number): boolean;
  /** Ends every login of somebody. @param but the one that goes on */
  removeOf(userId: number, but: number | null): void;
  keepNewest(userId: number, most: number): void;
  /** Those past their end, and those not used since. */
  removeOver(now: number, idleSince: number): void;
}

/** Which browsers somebody has signed in with before. One browser may be known to several people. */
export interface KnownDeviceStore {
  /** @returns the last sign-in there, or null */
  findSeenAt(tokenHash: Buffer, userId: number): number | null;
  insert(tokenHash: Buffer, userId: number, seenAt: number): void;
  /** For everybody to whom it is known. */
  rename(tokenHash: Buffer, renamed: Buffer): void;
  removeOf(userId: number): void;
  keepNewest(userId: number, most: number): void;
  removeOlder(seenAt: number): void;
}

/** Who people are at the provider of OpenID Connect: one identity of an account at most. */
export interface IdentityStore {
  /** @returns the account of an identity; null when that was removed; undefined when the identity is unknown */
  find(subjectHash: Buffer): number | null | undefined;
  /** UTC ms; null when the account has no identity of that issuer. */
  linkedAt(userId: number, issuer: string): number | null;
  /** In the place of an earlier identity of the account. @returns false when it is that of another account */
  link(subjectHash: Buffer, issuer: string, userId: number, linkedAt: number): boolean;
  /** @returns whether there was one */
  unlink(userId: number): boolean;
  /** Whether an account of the address was removed, and none made since. */
  wasRemoved(email: string): boolean;
}

/** What a provider has proven of whoever has signed in there. */
export interface ProvenIdentity {
  issuer: string;
  /** Never given to anybody else by that issuer. */
  subject: string;
  /** Asks the provider when its proof does not say; null when it tells none. */
  fetchAddress(): Promise<{ email: string; isVerified: boolean } | null>;
}

/** What the way back from a provider is compared with. */
export interface ProofExpected {
  state: string;
  nonce: string;
  /** Of PKCE. */
  verifier: string;
}

export interface IdentityProvider {
  /** As an address. */
  readonly issuer: string;
  /**
   * @param callback where the provider sends the browser back to
   * @param language a tag such as `fr`
   * @returns where to send the browser
   * @throws ProviderError
   */
  begin(callback: string, language: string): Promise<{ url: string; expected: ProofExpected }>;
  /** @param back the address that the browser came back to, whole; works once for each @throws ProviderError */
  finish(back: URL, expected: ProofExpected): Promise<ProvenIdentity>;
}

export interface SetupTokenStore {
  /** Replaces every earlier token. */
  replace(tokenHash: Buffer, createdAt: number, expiresAt: number): void;
  /** Uses a token up. @returns whether it was open at `now` */
  take(tokenHash: Buffer, now: number): boolean;
}

/** Links for a new password; one an account. They end when the password changes. */
export interface ResetStore {
  /** In the place of an earlier one. */
  replace(userId: number, tokenHash: Buffer, expiresAt: number): void;
  find(tokenHash: Buffer, now: number): User | null;
  /** Uses it up. @returns whether it was open at `now` */
  take(tokenHash: Buffer, now: number): boolean;
}

/** Figures; events sent for others; single events out; sites with what they keep, looked at and changed. */
export const SCOPES = ['stats:read', 'events:write', 'events:read', 'sites:read', 'sites:write'] as const;
export type Scope = (typeof SCOPES)[number];

export interface ApiKey {
  id: number;
  name: string;
  scopes: readonly Scope[];
  /** null: all sites. */
  siteId: number | null;
  /** UTC ms. */
  createdAt: number;
  /** null: never. */
  expiresAt: number | null;
  revokedAt: number | null;
  /** Days since 1970-01-01 (UTC); null: never. */
  lastUsedDay: number | null;
}

export interface KeyStore {
  list(): ApiKey[];
  findByHash(tokenHash: Buffer): ApiKey | null;
  insert(key: Omit<ApiKey, 'id' | 'revokedAt' | 'lastUsedDay'>, tokenHash: Buffer): ApiKey;
  /** @returns whether there was such a key, not yet revoked */
  revoke(id: number, at: number): boolean;
  markUsed(id: number, day: number): void;
}

/** A link, and the hash of its password. */
export interface GuardedLink {
  link: SharedLink;
  passwordHash: string | null;
}

export interface SharedLinkStore {
  /** Of a site, those that were revoked included; the oldest first. */
  list(siteId: number): SharedLink[];
  findByToken(token: string): GuardedLink | null;
  /** The public page of a site: the one that is not revoked, else the last one. */
  findPublic(siteId: number): GuardedLink | null;
  /** @returns null when the site has a public page already, and another one was to be made */
  insert(
    siteId: number,
    token: string | null,
    settings: SharedLinkSettings,
    passwordHash: string | null,
    createdAt: number,
  ): SharedLink | null;
  /** @param passwordHash undefined: as it was */
  update(id: number, settings: SharedLinkSettings, passwordHash: string | null | undefined): void;
  /** @returns whether the site had such a link, not yet revoked */
  revoke(siteId: number, id: number, at: number): boolean;
  markUsed(id: number, day: number): void;
}
