/** A database with one person, a clock that the test moves, and a post office that keeps what it is given. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Site } from '../../src/domain/site.ts';
import { type Carrier, Outbox } from '../../src/jobs/outbox.ts';
import type { Letter } from '../../src/mail/compose-mail.ts';
import { Subscriptions } from '../../src/reports/subscriptions.ts';
import { Webhooks } from '../../src/reports/webhooks.ts';
import { UserRepository } from '../../src/store/sqlite/app/account-repository.ts';
import { LastRunRepository } from '../../src/store/sqlite/app/last-run-repository.ts';
import { OutboxRepository } from '../../src/store/sqlite/app/outbox-repository.ts';
import { SubscriptionRepository } from '../../src/store/sqlite/app/subscription-repository.ts';
import { WebhookRepository } from '../../src/store/sqlite/app/webhook-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';

/** @param startsAt UTC ms */
export function openMailWorld(startsAt: number, site: Site) {
  const folder = mkdtempSync(join(tmpdir(), 'passant-mails-'));
  const db = openDatabase(join(folder, 'app.db'), { synchronous: 'normal' });
  migrate(db, join(MIGRATIONS_DIR, 'app'));
  db.pragma('foreign_keys = OFF'); // the site lives in the test alone
  const clock = { at: startsAt };
  const now = () => clock.at;
  const users = new UserRepository(db);
  const ada = users.insert('ada@example.org', 'hash', { role: 'viewer', siteRoles: [] }, startsAt);
  if (ada === null) throw new Error('the address is taken');
  const sent: { to: string; letter: Letter }[] = [];
  const post = {
    isOpen: true,
    host: 'count.example.org',
    send: async (to: string, letter: Letter) => {
      sent.push({ to, letter });
    },
  };
  const subscriptions = new Subscriptions(new SubscriptionRepository(db), now);
  return {
    ...{ db, clock, now, users, ada, post, sent, subscriptions, marks: new LastRunRepository(db) },
    webhooks: new Webhooks(new WebhookRepository(db), now),
    outboxStore: new OutboxRepository(db),
    findSite: (id: number) => (id === site.id ? site : undefined),
    baseUrl: () => 'https://count.example.org',
    openOutbox: (carriers: Record<string, Carrier>) =>
      new Outbox({ store: new OutboxRepository(db), carriers, now, log: pino({ level: 'silent' }) }),
    close: () => {
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type MailWorld = ReturnType<typeof openMailWorld>;
