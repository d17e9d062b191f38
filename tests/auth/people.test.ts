/** Who may ask whom in, and change or remove whom: held to a plain reading of the rules, for every pair of roles. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PasswordQueue } from '../../src/auth/password-queue.ts';
import { People } from '../../src/auth/people.ts';
import { covers, mayOnSite, roleOn } from '../../src/auth/permissions.ts';
import { type Invitation, ROLES, type Role, type Standing, type User } from '../../src/auth/ports.ts';
import { MemoryUsers, RULES, SlowHasher } from '../support/memory-accounts.ts';

const DAY_MS = 86_400_000;
const PASSWORD = 'quiet words in a long row';
const everywhere = (role: Role): Standing => ({ role, siteRoles: [] });
const onSite = (role: Role, siteId = 1): Standing => ({ role: null, siteRoles: [{ siteId, role }] });

let clock: number;
let people: People;
let users: MemoryUsers;
let ended: number[];

beforeEach(() => {
  clock = Date.parse('2026-03-01T00:00Z');
  users = new MemoryUsers();
  ended = [];
  let lastId = 0;
  const open: { invitation: Invitation; hash: Buffer }[] = [];
  people = new People({
    users,
    passwords: new PasswordQueue(new SlowHasher()),
    rules: RULES,
    logins: { endAll: (user) => ended.push(user.id) },
    invitations: {
      list: (now) => open.filter(({ invitation }) => invitation.expiresAt > now).map(({ invitation }) => invitation),
      find: (hash, now) =>
        open.find((each) => each.hash.equals(hash) && each.invitation.expiresAt > now)?.invitation ?? null,
      insert: (invitation, invitedBy, hash) => {
        const made = {
          ...invitation,
          id: ++lastId,
          invitedBy: users.find(invitedBy ?? 0)?.email ?? null,
        };
        const earlier = open.findIndex((each) => each.invitation.email === invitation.email);
        if (earlier >= 0) open.splice(earlier, 1);
        open.push({ invitation: made, hash });
        return made;
      },
      remove: (id) => {
        const index = open.findIndex(({ invitation }) => invitation.id === id);
        if (index >= 0) open.splice(index, 1);
        return index >= 0;
      },
    },
    now: () => clock,
  });
});

async function add(email: string, standing: Standing): Promise<User> {
  const { token } = people.invite(null, email, standing);
  return people.accept(token, PASSWORD);
}

describe('nobody gives or takes more than they have', () => {
  const pairs = ROLES.flatMap((asker) => ROLES.map((other) => [asker, other] as const));
  it.each(pairs)('%s and %s', async (asking, role) => {
    await add('first@example.org', everywhere('owner'));
    const asker = await add('asker@example.org', everywhere(asking));
    const other = await add('other@example.org', everywhere(role));
    // Written out: admins and owners manage people, and only owners manage owners.
    const may = asking === 'owner' || (asking === 'admin' && role !== 'owner');
    const attempt = (work: () => unknown) => {
      if (may) expect(work).not.toThrow();
      else expect(work).toThrow('above their own');
    };
    attempt(() => people.invite(asker, 'new@example.org', everywhere(role)));
    attempt(() => people.invite(asker, 'new@example.org', onSite(role)));
    attempt(() => people.setStanding(asker, other.id, everywhere('viewer')));
    people.setStanding(null, other.id, everywhere(role));
    attempt(() => people.endLogins(asker, other.id));
    expect(ended).toEqual(may ? [other.id] : []);
    attempt(() => people.remove(asker, other.id));
  });

  it('and of one site its admin gives roles there, up to their own', async () => {
    await add('first@example.org', everywhere('owner'));
    const admin = await add('admin@example.org', onSite('admin'));
    const guest = await add('guest@example.org', onSite('viewer', 2));
    expect(people.setSiteRole(admin, guest.id, 1, 'editor').siteRoles).toContainEqual({ siteId: 1, role: 'editor' });
    expect(() => people.setSiteRole(admin, guest.id, 1, 'owner')).toThrow('above their own');
    expect(() => people.setSiteRole(admin, guest.id, 2, 'admin')).toThrow('above their own');
    expect(people.setSiteRole(admin, guest.id, 1, null).siteRoles).toEqual([{ siteId: 2, role: 'viewer' }]);
    expect(() => people.setSiteRole(null, guest.id, 2, null)).toThrow('Nothing would be left');
    expect(() => people.invite(admin, 'new@example.org', onSite('viewer'))).toThrow('above their own');
  });
});

describe('the last owner', () => {
  it('stays an owner, and stays', async () => {
    const owner = await add('first@example.org', everywhere('owner'));
    expect(() => people.setStanding(owner, owner.id, everywhere('admin'))).toThrow('the last owner');
    expect(() => people.setStanding(null, owner.id, onSite('owner'))).toThrow('the last owner');
    expect(() => people.removeByEmail(null, owner.email)).toThrow('the last owner');
    const second = await add('second@example.org', everywhere('owner'));
    people.remove(second, owner.id);
    expect(people.list().map(({ email }) => email)).toEqual(['second@example.org']);
  });
});

describe('an invitation', () => {
  it('works once, for a week', async () => {
    const { token } = people.invite(null, 'ada@example.org', everywhere('viewer'));
    clock += 7 * DAY_MS - 1;
    expect(people.findInvitation(token).email).toBe('ada@example.org');
    await people.accept(token, PASSWORD);
    await expect(people.accept(token, PASSWORD)).rejects.toThrow('has been used');
    const late = people.invite(null, 'grace@example.org', everywhere('viewer'));
    clock += 7 * DAY_MS;
    await expect(people.accept(late.token, PASSWORD)).rejects.toThrow('is over');
    expect(people.invitations()).toEqual([]);
  });

  it('ends an earlier one to the same address, and is used by one of two at once', async () => {
    const first = people.invite(null, 'ada@example.org', everywhere('owner'));
    const second = people.invite(null, 'ada@example.org', everywhere('viewer'));
    expect(() => people.findInvitation(first.token)).toThrow('taken back');
    const both = await Promise.allSettled([
      people.accept(second.token, PASSWORD),
      people.accept(second.token, PASSWORD),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(people.list()).toHaveLength(1);
  });

  it('asks for a password that keeps the rule, and is still there after one that does not', async () => {
    const { token } = people.invite(null, 'ada@example.org', everywhere('viewer'));
    await expect(people.accept(token, 'short')).rejects.toThrow('12');
    await expect(people.accept(token, PASSWORD)).resolves.toMatchObject({ email: 'ada@example.org', role: 'viewer' });
  });

  it('is to somebody who is not here yet, and says a role', async () => {
    await add('ada@example.org', everywhere('viewer'));
    expect(() => people.invite(null, 'ada@example.org', everywhere('owner'))).toThrow('already');
    expect(() => people.invite(null, 'no address', everywhere('owner'))).toThrow('address');
    expect(() => people.invite(null, 'new@example.org', { role: null, siteRoles: [] })).toThrow('Give a role');
  });
});

describe('a new password', () => {
  it('ends every login', async () => {
    const user = await add('ada@example.org', everywhere('owner'));
    await people.setPassword('ada@example.org', 'other words in a row');
    expect(ended).toEqual([user.id]);
    await expect(people.setPassword('nobody@example.org', PASSWORD)).rejects.toThrow('no user');
  });
});

describe('a role on a site', () => {
  it('is the higher of both', () => {
    const standing: Standing = {
      role: 'viewer',
      siteRoles: [
        { siteId: 1, role: 'admin' },
        { siteId: 2, role: 'viewer' },
      ],
    };
    expect([1, 2, 3].map((id) => roleOn(standing, id))).toEqual(['admin', 'viewer', 'viewer']);
    expect(roleOn({ ...standing, role: null }, 3)).toBeNull();
    expect(roleOn({ ...standing, role: 'owner' }, 1)).toBe('owner');
    expect(mayOnSite(standing, 'manage', 1)).toBe(true);
    expect(mayOnSite(standing, 'manage', 2)).toBe(false);
    expect(covers(everywhere('admin'), standing)).toBe(true);
    expect(covers(standing, everywhere('editor'))).toBe(false);
    expect(covers(standing, onSite('admin', 1))).toBe(true);
    expect(covers(standing, onSite('editor', 2))).toBe(false);
  });
});

describe('a site that is given away', () => {
  it('has a new owner, and its giver what was chosen, on that site alone', async () => {
    const giver = await add('ada@example.org', {
      role: null,
      siteRoles: [...onSite('owner').siteRoles, ...onSite('editor', 2).siteRoles],
    });
    const taker = await add('grace@example.org', onSite('viewer'));
    expect(people.giveSite(giver, 1, 'Grace@example.org', 'viewer')).toMatchObject({ ...taker, ...onSite('owner') });
    const [former, owner] = people.list();
    expect(owner).toMatchObject(onSite('owner'));
    expect(former?.siteRoles).toEqual([
      { siteId: 2, role: 'editor' },
      { siteId: 1, role: 'viewer' },
    ]);
  });

  it('leaves a role on every site as it is, and nothing where nothing is kept', async () => {
    const everybodys = await add('ada@example.org', everywhere('owner'));
    const own = await add('grace@example.org', onSite('owner'));
    people.giveSite(everybodys, 1, 'grace@example.org');
    expect(roleOn(people.get('ada@example.org'), 1)).toBe('owner');
    people.giveSite(own, 1, 'ada@example.org');
    expect(roleOn(people.get('grace@example.org'), 1)).toBe(null);
  });

  it('is given by an owner of it, to somebody else who is here', async () => {
    const admin = await add('ada@example.org', everywhere('admin'));
    const owner = await add('grace@example.org', onSite('owner'));
    expect(() => people.giveSite(admin, 1, 'grace@example.org')).toThrow('Only an owner');
    expect(() => people.giveSite(owner, 2, 'ada@example.org')).toThrow('Only an owner');
    expect(() => people.giveSite(owner, 1, 'grace@example.org')).toThrow('name somebody else');
    expect(() => people.giveSite(owner, 1, 'nobody@example.org')).toThrow('invite them first');
    expect(people.giveSite(null, 1, 'ada@example.org').siteRoles).toEqual([{ siteId: 1, role: 'owner' }]);
  });
});
