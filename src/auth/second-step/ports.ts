/** What a second step needs from outside. */

/** An app of somebody that shows a code every half minute. */
export interface CodeApp {
  userId: number;
  /** What codes follow from, as a `SecretBox` has sealed it. */
  sealedSecret: Buffer;
  /** Time step (half minutes since 1970-01-01) of the last code that was taken. */
  lastStep: number;
  /** UTC ms. */
  createdAt: number;
}

export interface CodeAppStore {
  find(userId: number): CodeApp | null;
  /** In the place of the one before. */
  save(app: CodeApp): void;
  /** Uses up a time step and all before it. @returns whether it was still to be had */
  takeStep(userId: number, step: number): boolean;
  remove(userId: number): void;
}

export interface RecoveryCodeStore {
  /** In the place of those before. */
  replace(userId: number, hashes: readonly Buffer[]): void;
  /** Uses a code up. @returns whether there was such a one */
  take(userId: number, hash: Buffer): boolean;
  count(userId: number): number;
}

/** Whether everybody has to have a second step. */
export interface DemandStore {
  isMade(): boolean;
  /** As long as it is not made already. @param at UTC ms */
  make(at: number): void;
  end(): void;
}

export interface Passkey {
  id: number;
  userId: number;
  /** base64url. */
  credentialId: string;
  /** COSE. */
  publicKey: Buffer;
  /** 0 where the authenticator does not count. */
  counter: number;
  transports: readonly string[];
  name: string;
  /** UTC ms. */
  createdAt: number;
  /** Days since 1970-01-01 (UTC); null: never. */
  lastUsedDay: number | null;
}

export interface PasskeyStore {
  /** The oldest first. */
  listOf(userId: number): Passkey[];
  find(credentialId: string): Passkey | null;
  /** @returns false when the credential is known already */
  insert(passkey: Omit<Passkey, 'id' | 'lastUsedDay'>): boolean;
  /** @param counter above the one that is kept, or 0. @returns false when it is not: another request was first */
  markUsed(id: number, counter: number, day: number): boolean;
  /** @returns whether they had it */
  remove(userId: number, id: number): boolean;
  removeOf(userId: number): void;
  /** What passkeys call their owner: the one that is kept, or else `fresh`, kept from now on. */
  handleOf(userId: number, fresh: Buffer): Buffer;
}

/** Keeps short texts that have to be had back, so that the database alone does not tell them. */
export interface SecretBox {
  /** @param about whose it is; it opens for nothing else */
  seal(text: string, about: string): Buffer;
  /** @throws AppError `unavailable` when the key is not the one that has sealed it */
  open(sealed: Buffer, about: string): string;
}
