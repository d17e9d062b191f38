/** API keys for whoever manages the service: `/app/api/keys`. The secret is in the answer that makes a key, and nowhere else. */
import type Router from '@koa/router';
import { type KeyOptions, stateOfKey } from '../../auth/api-keys.ts';
import { mayOnService } from '../../auth/permissions.ts';
import type { ApiKey } from '../../auth/ports.ts';
import { AppError } from '../../domain/errors.ts';
import { dateOf, dayAt } from '../../lib/calendar.ts';
import type { BackOffice } from '../back-office.ts';
import { sayAbout } from '../note-changes.ts';
import { readJsonObject } from '../read-body.ts';
import { readId } from '../read-id.ts';
import type { HttpServices } from '../services.ts';

const LONGEST_FORM = 8 * 1024;

export function addKeyRoutes(
  router: Router,
  office: BackOffice,
  { apiKeys, sites, now }: Pick<HttpServices, 'apiKeys' | 'sites' | 'now'>,
): void {
  const present = (key: ApiKey, domainOf = sites.domains()) => ({
    ...{ id: key.id, name: key.name, scopes: key.scopes, state: stateOfKey(key, now()) },
    site: key.siteId === null ? null : (domainOf(key.siteId) ?? null),
    created: dateOf(dayAt(key.createdAt, 'UTC').day),
    expires: key.expiresAt === null ? null : dateOf(dayAt(key.expiresAt - 1, 'UTC').day),
    lastUsed: key.lastUsedDay === null ? null : dateOf(key.lastUsedDay),
  });

  router.get('/app/api/keys', (ctx) => {
    office.userWhoMay(ctx, 'manage');
    const domainOf = sites.domains();
    ctx.body = { keys: apiKeys.list().map((key) => present(key, domainOf)) };
  });

  router.post('/app/api/keys', async (ctx) => {
    const user = office.userToChange(ctx, 'manage');
    const { site = null, ...options }: { site?: unknown } & KeyOptions = await readJsonObject(ctx.req, LONGEST_FORM);
    const found = typeof site === 'string' ? sites.find(site) : null;
    if (site !== null && found === null)
      throw new AppError('invalid', 'The key cannot be made.', [{ path: 'site', message: 'There is no such site.' }]);
    // Who may not remove a site must not make a key that can.
    if (
      found === null &&
      Array.isArray(options.scopes) &&
      options.scopes.includes('sites:write') &&
      !mayOnService(user, 'own')
    )
      throw new AppError('forbidden', 'Only owners make a key that changes every site.', [
        { path: 'site', message: 'Choose one site.' },
      ]);
    const { key, secret } = apiKeys.issue(options, found?.id ?? null);
    sayAbout(ctx, key.name);
    ctx.body = { key: present(key), secret };
    ctx.status = 201;
  });

  router.post('/app/api/keys/:id/revoke', (ctx) => {
    office.userToChange(ctx, 'manage');
    sayAbout(ctx, apiKeys.revoke(readId(ctx)).name);
    ctx.body = {};
  });
}
