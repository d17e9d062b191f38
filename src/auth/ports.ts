/** What sign-in needs from outside. Tokens are stored as SHA-256 only, so that a stolen database opens no door. */

export const ROLES = ['owner', 'admin', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export interface User {
  id: number;
  email: string;
  role: Role;
  /** UTC ms. */
  createdAt: number;
}

export interface UserStore {
  count(): number;
  list(): User[];
  findByEmail(email: string): (User & { passwordHash: string }) | null;
  find(id: number): User | null;
  /** @returns null when the address is taken */
  insert(email: string, passwordHash: string, role: Role, createdAt: number): User | null;
}

export interface LoginStore {
  insert(tokenHash: Buffer, userId: number, createdAt: number, expiresAt: number): void;
  /** @returns the user of a login session that is still open at `now` */
  findUser(tokenHash: Buffer, now: number): User | null;
  remove(tokenHash: Buffer): void;
  removeExpired(now: number): void;
}

export interface SetupTokenStore {
  /** Replaces every earlier token. */
  replace(tokenHash: Buffer, createdAt: number, expiresAt: number): void;
  /** Uses a token up. @returns whether it was open at `now` */
  take(tokenHash: Buffer, now: number): boolean;
}

export const SCOPES = ['stats:read', 'events:write'] as const;
export type Scope = (typeof SCOPES)[number];

export interface ApiKey {
  id: number;
  name: string;
  scopes: readonly Scope[];
  /** null: all sites. */
  siteId: number | null;
  createdAt: number;
  revokedAt: number | null;
}

export interface KeyStore {
  list(): ApiKey[];
  findByHash(tokenHash: Buffer): ApiKey | null;
  insert(key: Omit<ApiKey, 'id' | 'revokedAt'>, tokenHash: Buffer): ApiKey;
  /** @returns whether there was such a key, not yet revoked */
  revoke(id: number, at: number): boolean;
}
