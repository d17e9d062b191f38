/** The people of the back office: who is asked in, what each may do, who leaves. Nobody gives or takes more than they have themselves. */
import { AppError } from '../domain/errors.ts';
import { checkEmail } from './accounts.ts';
import type { Logins } from './logins.ts';
import type { PasswordQueue } from './password-queue.ts';
import type { PasswordRules } from './password-rules.ts';
import { covers, isAtLeast, mayOnService, mayOnSite, roleOn } from './permissions.ts';
import type { Invitation, InvitationStore, Role, SiteRole, Standing, User, UserStore } from './ports.ts';
import { createToken, hashToken } from './tokens.ts';

const INVITATION_MS = 7 * 86_400_000;
/** Invitations that are open at the same time. */
const MOST_INVITATIONS = 200;
const NOBODY = 'There is no user with this address; `passant user list` shows them.';
const ABOVE = 'Nobody gives or takes a role above their own.';

export interface PeopleOptions {
  users: UserStore;
  logins: Pick<Logins, 'endAll'>;
  invitations: InvitationStore;
  passwords: PasswordQueue;
  rules: Pick<PasswordRules, 'check'>;
  /** UTC ms. */
  now: () => number;
}

/** Who asks: a person, or `null` for the command line, whose user owns the data anyway. */
export type Asker = User | null;

export class People {
  readonly #options: PeopleOptions;

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  list(): User[] {
    return this.#options.users.list();
  }

  invitations(): Invitation[] {
    return this.#options.invitations.list(this.#options.now());
  }

  /**
   * Keeps a place for somebody, for a week; an earlier invitation to the address ends.
   * @returns the secret of the link, which is nowhere else
   * @throws AppError `invalid`, `forbidden` when more is given than the asker has, `conflict` when the address has an account
   */
  invite(asker: Asker, email: string, standing: Standing): { invitation: Invitation; token: string } {
    checkEmail(email);
    checkSomething(standing);
    checkCovered(asker, standing);
    const { users, invitations, now } = this.#options;
    if (users.findByEmail(email) !== null)
      throw new AppError('conflict', 'There is a user with this address already; change the role instead.');
    if (this.invitations().length >= MOST_INVITATIONS)
      throw new AppError('conflict', `At most ${MOST_INVITATIONS} invitations are open at once; take one back first.`);
    const token = createToken();
    const times = { createdAt: now(), expiresAt: now() + INVITATION_MS };
    const invitation = invitations.insert({ email, ...standing, ...times }, asker?.id ?? null, hashToken(token));
    return { invitation, token };
  }

  /** What a link invites to. @throws AppError `not_found` when it has been used, taken back, or is over */
  findInvitation(token: string): Invitation {
    const invitation = this.#options.invitations.find(hashToken(token), this.#options.now());
    if (invitation !== null) return invitation;
    throw new AppError('not_found', 'This invitation has been used, taken back, or is over; ask for a new one.', [], {
      refusal: 'link_refused',
    });
  }

  /** Makes the account of an invitation, which it uses up. @throws AppError `not_found`, `invalid`, `conflict` */
  async accept(token: string, password: string): Promise<User> {
    await this.#options.rules.check(password, this.findInvitation(token));
    // Looked at again after that: another request may have used it meanwhile.
    return this.takeInvitation(token, await this.#options.passwords.hash(password, 'known'));
  }

  /** The same for whoever has another way in than a password. @param hash of a password, or of none @throws AppError `not_found`, `conflict` */
  takeInvitation(token: string, hash: string): User {
    const { id, email, role, siteRoles } = this.findInvitation(token);
    this.#options.invitations.remove(id);
    const user = this.#options.users.insert(email, hash, { role, siteRoles }, this.#options.now());
    if (user === null) throw new AppError('conflict', 'There is a user with this address already.');
    return user;
  }

  /** @returns what has been taken back @throws AppError `not_found`, `forbidden` */
  takeBack(asker: Asker, id: number): Invitation {
    const invitation = this.invitations().find((each) => each.id === id);
    if (invitation === undefined) throw new AppError('not_found', 'There is no such invitation.');
    checkCovered(asker, invitation);
    this.#options.invitations.remove(id);
    return invitation;
  }

  /** @throws AppError `not_found`, `forbidden`, `invalid`, `conflict` for the last owner */
  setStanding(asker: Asker, id: number, standing: Standing): User {
    const user = this.#getCovered(asker, id);
    checkSomething(standing);
    checkCovered(asker, standing);
    if (standing.role !== 'owner') this.#keepAnOwner(user);
    this.#options.users.setStanding(id, standing);
    return { ...user, ...standing };
  }

  /**
   * Gives somebody who has an account a role on one site, in the place of the one there; null takes it.
   * @throws AppError `not_found`, `forbidden`, `conflict` when nothing would be left to them
   */
  setSiteRole(asker: Asker, id: number, siteId: number, role: Role | null): User {
    const user = this.#options.users.find(id);
    if (user === null) throw new AppError('not_found', 'There is no such user.');
    const here = user.siteRoles.find((each) => each.siteId === siteId)?.role ?? null;
    const mayGive = (each: Role | null) => asker === null || isAtLeast(roleOn(asker, siteId), each);
    if ((asker !== null && !mayOnSite(asker, 'manage', siteId)) || !mayGive(role) || !mayGive(here))
      throw new AppError('forbidden', ABOVE);
    const siteRoles = withSiteRole(user, siteId, role);
    if (user.role === null && siteRoles.length === 0)
      throw new AppError('conflict', 'Nothing would be left to this account; remove it instead.');
    this.#options.users.setStanding(id, { role: user.role, siteRoles });
    return { ...user, siteRoles };
  }

  /**
   * Makes somebody who has an account the owner of a site.
   * @param giver whose role there is `keep` from now on, beside what they are on every site; null: nobody's
   * @returns the new owner
   * @throws AppError `forbidden` unless the giver owns the site, `not_found`, `conflict` for the giver themselves
   */
  giveSite(giver: Asker, siteId: number, email: string, keep: Role | null = null): User {
    if (giver !== null && !mayOnSite(giver, 'own', siteId))
      throw new AppError('forbidden', 'Only an owner of the site gives it away.');
    const taker = this.#options.users.findByEmail(email);
    if (taker === null)
      throw new AppError('not_found', 'Nobody here has this address; invite them first, with a role on the site.');
    if (taker.id === giver?.id) throw new AppError('conflict', 'This is the owner already; name somebody else.');
    const { id, role } = taker;
    // First the new owner: at no moment has the site nobody who may manage it.
    const siteRoles = withSiteRole(taker, siteId, 'owner');
    this.#options.users.setStanding(id, { role, siteRoles });
    if (giver !== null)
      this.#options.users.setStanding(giver.id, { role: giver.role, siteRoles: withSiteRole(giver, siteId, keep) });
    return { id, role, siteRoles, email: taker.email, createdAt: taker.createdAt };
  }

  /** With all logins. @returns who it was @throws AppError `not_found`, `forbidden`, `conflict` for the last owner */
  remove(asker: Asker, id: number): User {
    const user = this.#getCovered(asker, id);
    this.#keepAnOwner(user);
    this.#options.users.remove(id);
    return user;
  }

  /**
   * Ends every login of somebody else, and no browser of theirs is known any more.
   * @returns who it was
   * @throws AppError `not_found`, `forbidden`, `conflict` for the asker themselves, who would be out at once
   */
  endLogins(asker: Asker, id: number): User {
    const user = this.#getCovered(asker, id);
    if (asker?.id === id) throw new AppError('conflict', 'Your own logins are ended on your account page.');
    this.#options.logins.endAll(user);
    return user;
  }

  /** @throws AppError `not_found` */
  get(email: string): User {
    const found = this.#options.users.findByEmail(email);
    if (found === null) throw new AppError('not_found', NOBODY);
    const { passwordHash: _, ...user } = found;
    return user;
  }

  /** Removes the account of an address, or else its invitation. @throws AppError as `remove` and `takeBack` */
  removeByEmail(asker: Asker, email: string): void {
    const isSame = (each: { email: string }) => each.email.toLowerCase() === email.toLowerCase();
    const invitation = this.invitations().find(isSame);
    if (this.#options.users.findByEmail(email) === null && invitation !== undefined)
      this.takeBack(asker, invitation.id);
    else this.remove(asker, this.get(email).id);
  }

  /** Gives somebody a new password, and ends every login of theirs. @throws AppError `not_found`, `invalid` */
  async setPassword(email: string, password: string): Promise<void> {
    const user = this.get(email);
    await this.#options.rules.check(password, user);
    this.#options.users.setPassword(user.id, await this.#options.passwords.hash(password, 'known'));
    this.#options.logins.endAll(user);
  }

  #getCovered(asker: Asker, id: number): User {
    const user = this.#options.users.find(id);
    if (user === null) throw new AppError('not_found', 'There is no such user.');
    checkCovered(asker, user);
    return user;
  }

  #keepAnOwner({ id, role }: User): void {
    if (role !== 'owner') return;
    const isLast = this.list().every((each) => each.role !== 'owner' || each.id === id);
    if (isLast) throw new AppError('conflict', 'This is the last owner; appoint another one first.');
  }
}

/** The roles on single sites with this one in the place of the one there; null: none there. */
function withSiteRole({ siteRoles }: Standing, siteId: number, role: Role | null): readonly SiteRole[] {
  const others = siteRoles.filter((each) => each.siteId !== siteId);
  return role === null ? others : [...others, { siteId, role }];
}

function checkCovered(asker: Asker, standing: Standing): void {
  if (asker === null || (mayOnService(asker, 'manage') && covers(asker, standing))) return;
  throw new AppError('forbidden', ABOVE);
}

function checkSomething({ role, siteRoles }: Standing): void {
  if (role !== null || siteRoles.length > 0) return;
  throw new AppError('invalid', 'Give a role.', [
    { path: 'role', message: 'A role on every site, or on one of them at least.' },
  ]);
}
