/** Invitations to the back office in app.db. */
import type { Invitation, InvitationStore, Role, SiteRole } from '../../../auth/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  id: number;
  email: string;
  role: Role | null;
  site_roles: string;
  invited_by: string | null;
  created_at: number;
  expires_at: number;
}

const INVITATION =
  'SELECT i.id, i.email, i.role, i.site_roles, u.email AS invited_by, i.created_at, i.expires_at FROM invitations i LEFT JOIN users u ON u.id = i.invited_by';

export class InvitationRepository implements InvitationStore {
  readonly #db: SqliteDatabase;
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#sql = {
      list: db.prepare<[number], Row>(`${INVITATION} WHERE i.expires_at > ? ORDER BY i.id`),
      byToken: db.prepare<[Buffer, number], Row>(`${INVITATION} WHERE i.token_hash = ? AND i.expires_at > ?`),
      byId: db.prepare<[number], Row>(`${INVITATION} WHERE i.id = ?`),
      removeEmail: db.prepare('DELETE FROM invitations WHERE email = ?'),
      insert: db
        .prepare<[string, Buffer, Role | null, string, number | null, number, number], number>(
          'INSERT INTO invitations (email, token_hash, role, site_roles, invited_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id',
        )
        .pluck(),
      remove: db.prepare('DELETE FROM invitations WHERE id = ?'),
    };
  }

  list(now: number): Invitation[] {
    return this.#sql.list.all(now).map(invitationOf);
  }

  find(tokenHash: Buffer, now: number): Invitation | null {
    const row = this.#sql.byToken.get(tokenHash, now);
    return row ? invitationOf(row) : null;
  }

  insert(
    { email, role, siteRoles, createdAt, expiresAt }: Omit<Invitation, 'id' | 'invitedBy'>,
    invitedBy: number | null,
    tokenHash: Buffer,
  ): Invitation {
    const row = this.#db.transaction(() => {
      this.#sql.removeEmail.run(email);
      const roles = JSON.stringify(siteRoles);
      const id = this.#sql.insert.get(email, tokenHash, role, roles, invitedBy, createdAt, expiresAt);
      return this.#sql.byId.get(id ?? 0);
    })();
    if (!row) throw new Error('the invitation was not inserted');
    return invitationOf(row);
  }

  remove(id: number): boolean {
    return this.#sql.remove.run(id).changes === 1;
  }
}

function invitationOf({ id, email, role, site_roles, invited_by, created_at, expires_at }: Row): Invitation {
  const siteRoles = JSON.parse(site_roles) as SiteRole[];
  return { id, email, role, siteRoles, invitedBy: invited_by, createdAt: created_at, expiresAt: expires_at };
}
