/** Accounts whose data lies in memory, on a clock that the test moves. */
import { PasswordRules } from '../../src/auth/password-rules.ts';
import type {
  KnownDeviceStore,
  Login,
  LoginStore,
  PasswordHasher,
  SetupTokenStore,
  Standing,
  User,
  UserStore,
} from '../../src/auth/ports.ts';

type StoredUser = User & { passwordHash: string };

export class MemoryUsers implements UserStore {
  readonly users: StoredUser[] = [];
  #lastId = 0;

  count(): number {
    return this.users.length;
  }
  list(): User[] {
    return this.users.map(withoutHash);
  }
  findByEmail(email: string): StoredUser | null {
    const found = this.users.find((each) => each.email.toLowerCase() === email.toLowerCase());
    return found === undefined ? null : { ...found };
  }
  find(id: number): User | null {
    const found = this.users.find((each) => each.id === id);
    return found === undefined ? null : withoutHash(found);
  }
  insert(email: string, passwordHash: string, standing: Pick<User, 'role' | 'siteRoles'>, createdAt: number): User {
    this.#lastId += 1;
    const user = { id: this.#lastId, email, passwordHash, ...standing, createdAt };
    this.users.push(user);
    return withoutHash(user);
  }
  setStanding(id: number, standing: Standing): void {
    for (const each of this.users) if (each.id === id) Object.assign(each, standing);
  }
  setPassword(id: number, passwordHash: string): void {
    for (const each of this.users) if (each.id === id) each.passwordHash = passwordHash;
  }
  replaceHash(id: number, before: string, after: string): void {
    for (const each of this.users) if (each.id === id && each.passwordHash === before) each.passwordHash = after;
  }
  remove(id: number): void {
    const index = this.users.findIndex((each) => each.id === id);
    if (index >= 0) this.users.splice(index, 1);
  }
}

export class MemoryLogins implements LoginStore {
  readonly #users: MemoryUsers;
  logins: (Login & { hash: string })[] = [];
  #lastId = 0;
  /** How often a login was written down as seen. */
  writes = 0;

  constructor(users: MemoryUsers) {
    this.#users = users;
  }

  insert(login: Omit<Login, 'id'>, tokenHash: Buffer): void {
    this.#lastId += 1;
    this.logins.push({ ...login, id: this.#lastId, hash: tokenHash.toString('hex') });
  }
  find(tokenHash: Buffer): { login: Login; user: User } | null {
    const login = this.logins.find(({ hash }) => hash === tokenHash.toString('hex'));
    const user = login === undefined ? null : this.#users.find(login.userId);
    return login === undefined || user === null ? null : { login: { ...login }, user };
  }
  listOf(userId: number): Login[] {
    return this.logins
      .filter((each) => each.userId === userId)
      .toSorted((one, other) => other.seenAt - one.seenAt || other.id - one.id);
  }
  markSeen(id: number, at: number): void {
    this.writes += 1;
    for (const each of this.logins) if (each.id === id) each.seenAt = at;
  }
  remove(tokenHash: Buffer): void {
    this.logins = this.logins.filter(({ hash }) => hash !== tokenHash.toString('hex'));
  }
  removeOne(userId: number, id: number): boolean {
    const before = this.logins.length;
    this.logins = this.logins.filter((each) => each.userId !== userId || each.id !== id);
    return this.logins.length < before;
  }
  removeOf(userId: number, but: number | null): void {
    this.logins = this.logins.filter((each) => each.userId !== userId || each.id === but);
  }
  keepNewest(userId: number, most: number): void {
    const kept = new Set(
      this.listOf(userId)
        .slice(0, most)
        .map(({ id }) => id),
    );
    this.logins = this.logins.filter((each) => each.userId !== userId || kept.has(each.id));
  }
  removeOver(now: number, idleSince: number): void {
    this.logins = this.logins.filter(({ expiresAt, seenAt }) => expiresAt > now && seenAt > idleSince);
  }
}

export class MemoryDevices implements KnownDeviceStore {
  devices: { hash: string; userId: number; seenAt: number }[] = [];

  findSeenAt(tokenHash: Buffer, userId: number): number | null {
    const hash = tokenHash.toString('hex');
    return this.devices.find((each) => each.hash === hash && each.userId === userId)?.seenAt ?? null;
  }
  insert(tokenHash: Buffer, userId: number, seenAt: number): void {
    const hash = tokenHash.toString('hex');
    this.devices = this.devices.filter((each) => each.hash !== hash || each.userId !== userId);
    this.devices.push({ hash, userId, seenAt });
  }
  rename(tokenHash: Buffer, renamed: Buffer): void {
    for (const each of this.devices) if (each.hash === tokenHash.toString('hex')) each.hash = renamed.toString('hex');
  }
  removeOf(userId: number): void {
    this.devices = this.devices.filter((each) => each.userId !== userId);
  }
  keepNewest(userId: number, most: number): void {
    const own = this.devices.filter((each) => each.userId === userId);
    const kept = new Set(own.toSorted((one, other) => other.seenAt - one.seenAt).slice(0, most));
    this.devices = this.devices.filter((each) => each.userId !== userId || kept.has(each));
  }
  removeOlder(seenAt: number): void {
    this.devices = this.devices.filter((each) => each.seenAt > seenAt);
  }
}

/** The rules for passwords without the list that a file holds, where there are no sites. */
export const RULES = new PasswordRules({ usual: { includeAny: async () => false }, host: null, sites: () => [] });

export const NO_SETUP: SetupTokenStore = { replace: () => {}, take: () => false };

function withoutHash({ passwordHash: _, ...user }: StoredUser): User {
  return user;
}

/** Hashes that can be read, and a record of what was asked. */
export class SlowHasher implements PasswordHasher {
  readonly hashed: string[] = [];
  /** Passwords that were compared with a hash. */
  readonly verified: string[] = [];
  /** At the same time. */
  most = 0;
  /** Of one hash (ms). */
  tookMs = 1;
  #running = 0;
  readonly decoy = 'hash of nothing that anybody knows';

  readonly hash = (password: string) =>
    this.#run(() => {
      this.hashed.push(password);
      return `hash of ${password}`;
    });
  readonly verify = (stored: string, password: string) =>
    this.#run(() => {
      this.verified.push(password);
      return stored.replace('old ', '') === `hash of ${password}`;
    });
  readonly needsRehash = (stored: string) => stored.startsWith('old ');

  async #run<T>(work: () => T): Promise<T> {
    this.#running += 1;
    this.most = Math.max(this.most, this.#running);
    await new Promise((resolve) => setTimeout(resolve, this.tookMs));
    this.#running -= 1;
    return work();
  }
}
