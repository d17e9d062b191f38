/** What reports need from outside: who has asked for which. */
import type { MailLanguage } from '../mail/ports.ts';

export const SUBSCRIPTION_KINDS = ['week', 'month', 'alerts'] as const;
export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number];
export type ReportPeriod = Exclude<SubscriptionKind, 'alerts'>;

export interface Subscription {
  id: number;
  userId: number;
  siteId: number;
  kind: SubscriptionKind;
  language: MailLanguage;
  /** Ends it, for whoever has one of its mails. */
  token: string;
  /** UTC ms. */
  createdAt: number;
}

export interface SubscriptionStore {
  list(): Subscription[];
  listOf(userId: number): Subscription[];
  find(id: number): Subscription | null;
  findByToken(token: string): Subscription | null;
  /** The one that there is already stays, but in this language. */
  insert(subscription: Omit<Subscription, 'id'>): void;
  remove(userId: number, siteId: number, kind: SubscriptionKind): void;
  /** @returns whether there was one */
  removeByToken(token: string): boolean;
}

export interface Webhook {
  id: number;
  siteId: number;
  url: string;
  /** 32 bytes. */
  secret: Buffer;
  /** UTC ms. */
  createdAt: number;
}

export interface WebhookStore {
  list(): Webhook[];
  insert(webhook: Omit<Webhook, 'id'>): Webhook;
  /** With what was to be sent to it. */
  remove(id: number): void;
}

/** A message to a webhook. */
export interface WebhookMessage {
  url: string;
  secret: Buffer;
  /** The same for every attempt: whoever gets it twice can tell. */
  id: string;
  /** JSON. */
  body: string;
}

export interface WebhookSender {
  /** Resolves when it was taken. @throws DeliveryFault */
  post(message: WebhookMessage): Promise<void>;
}
