/** Who gets a mail after asking for another password: of the three who ask, one, and all three leave the same row behind. */
import { describe, expect, it } from '@jest/globals';
import { ARGON2 } from '../../src/auth/passwords.ts';
import { ResetMails, type ResetMailsOptions } from '../../src/jobs/reset-mails.ts';

const ACCOUNTS: Record<string, { id: number; passwordHash: string }> = {
  'ada@example.org': { id: 1, passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA' },
  'by-provider@example.org': { id: 2, passwordHash: ARGON2.decoy },
};

describe('asking for another password', () => {
  it('names the account of a password, and neither that of a provider alone nor one that there is not', () => {
    const rows: { userId: number | null; about: unknown }[] = [];
    const outbox = { add: (row: (typeof rows)[0]) => rows.push(row), countWaiting: () => rows.length };
    const mails = new ResetMails({
      users: { findByEmail: (email: string) => ACCOUNTS[email] ?? null },
      post: { isOpen: true },
    } as unknown as ResetMailsOptions);
    for (const email of ['ada@example.org', 'by-provider@example.org', 'nobody@example.org'])
      mails.ask(outbox as never, email, 'fr');
    expect(rows.map(({ userId }) => userId)).toEqual([1, null, null]);
    expect(new Set(rows.map(({ about }) => JSON.stringify(about)))).toEqual(new Set(['{"language":"fr"}']));
  });
});
