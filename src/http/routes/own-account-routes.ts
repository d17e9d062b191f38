/** What everybody who is signed in sees and changes of themselves: `/app/api/account`. */
import type Router from '@koa/router';
import type { BackOffice } from '../back-office.ts';
import { presentLogin } from '../present/present-login.ts';
import { presentPerson } from '../present/present-people.ts';
import { readField, readJsonObject } from '../read-body.ts';
import { readId } from '../read-id.ts';
import type { HttpServices } from '../services.ts';

const LONGEST_FORM = 8 * 1024;

export function addOwnAccountRoutes(
  router: Router,
  office: BackOffice,
  {
    accounts,
    logins,
    signInThrottle,
    signInProvider,
  }: Pick<HttpServices, 'accounts' | 'logins' | 'signInThrottle' | 'signInProvider'>,
): void {
  router.get('/app/api/account', (ctx) => {
    const { user, login } = office.getLogin(ctx);
    const domains = new Map(office.sitesOf(user).map(({ id, domain }) => [id, domain]));
    ctx.body = {
      person: presentPerson(user, (siteId) => domains.get(siteId)),
      hasPassword: signInProvider?.identities.hasPassword(user) ?? true,
      logins: logins.list(user).map((each) => presentLogin(each, login)),
    };
  });

  router.post('/app/api/account/password', async (ctx) => {
    const { user } = office.loginToChange(ctx);
    const form = await readJsonObject(ctx.req, LONGEST_FORM);
    const [current, password] = [readField(form, 'current'), readField(form, 'password')];
    // Whoever has found an open browser should not find the password there too.
    const forgive = await signInThrottle.admitKnown(`user ${user.id}`);
    await accounts.changePassword(user, current, password);
    await forgive();
    logins.endAll(user);
    office.signIn(ctx, user);
    ctx.body = {};
  });

  router.delete('/app/api/account/logins', (ctx) => {
    const { user, login } = office.loginToChange(ctx);
    logins.endOthers(user, login);
    ctx.body = {};
  });

  router.delete('/app/api/account/logins/:id', (ctx) => {
    const { user } = office.loginToChange(ctx);
    logins.end(user, readId(ctx));
    ctx.body = {};
  });
}
