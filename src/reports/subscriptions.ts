/** Mails about sites that people ask for themselves, and end in the back office or by a link in each of them. */
import type { User } from '../auth/ports.ts';
import { createToken } from '../auth/tokens.ts';
import { AppError } from '../domain/errors.ts';
import type { MailLanguage } from '../mail/ports.ts';
import { SUBSCRIPTION_KINDS, type Subscription, type SubscriptionKind, type SubscriptionStore } from './ports.ts';

export class Subscriptions {
  readonly #store: SubscriptionStore;
  readonly #now: () => number;

  /** @param now UTC ms */
  constructor(store: SubscriptionStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  list(): Subscription[] {
    return this.#store.list();
  }

  listOf({ id }: Pick<User, 'id'>): Subscription[] {
    return this.#store.listOf(id);
  }

  find(id: number): Subscription | null {
    return this.#store.find(id);
  }

  /** From now on, or no more. */
  set(
    { id: userId }: Pick<User, 'id'>,
    siteId: number,
    kind: SubscriptionKind,
    { isOn, language }: { isOn: boolean; language: MailLanguage },
  ): void {
    if (!isOn) this.#store.remove(userId, siteId, kind);
    else this.#store.insert({ userId, siteId, kind, language, token: createToken(), createdAt: this.#now() });
  }

  /** @returns null when it has ended already */
  findByToken(token: string): Subscription | null {
    return this.#store.findByToken(token);
  }

  /** Whether or not it had ended already. */
  endByToken(token: string): void {
    this.#store.removeByToken(token);
  }
}

/** @throws AppError `invalid` */
export function readSubscriptionKind(given: unknown): SubscriptionKind {
  const known = SUBSCRIPTION_KINDS.find((each) => each === given);
  if (known !== undefined) return known;
  throw new AppError('invalid', 'There is no such e-mail.', [
    { path: 'kind', message: `Use one of ${SUBSCRIPTION_KINDS.join(', ')}.` },
  ]);
}
