/** Writes down who changed what through the pages of the back office, or with a key: once the change is made, by the route that made it. */
import type { Context, Middleware } from 'koa';
import type { ChangeLog } from '../admin/change-log.ts';
import type { ApiKey } from '../auth/ports.ts';
import type { Act } from '../domain/change.ts';
import { siteName } from '../domain/site.ts';
import type { BackOffice } from './back-office.ts';

/** Every route of the back office and of `/api/v1` that is no GET; null for those that change nothing. A test holds the router to it. */
export const ACT_OF_ROUTE: Readonly<Record<string, Act | null>> = {
  'POST /app/api/setup': 'set_up',
  'POST /app/api/sign-in': 'signed_in',
  'POST /app/api/sign-in/code': 'signed_in',
  'POST /app/api/sign-in/passkey': 'signed_in',
  'POST /app/api/sign-in/passkey/options': null,
  'POST /app/api/sign-out': null,
  'POST /app/api/forgotten': null,
  'POST /app/api/reset': null,
  'POST /app/api/sites/:domain/subscriptions': null,
  'POST /app/api/sites/:domain/webhooks': 'webhook_added',
  'DELETE /app/api/sites/:domain/webhooks/:id': 'webhook_removed',
  'POST /app/api/sites/:domain/webhooks/:id/test': null,
  'POST /app/api/reset/accept': 'password_reset',
  'POST /app/api/account/password': 'password_changed',
  'POST /app/api/account/code-app': null,
  'POST /app/api/account/code-app/confirm': 'second_step_added',
  'POST /app/api/account/code-app/remove': 'second_step_removed',
  'POST /app/api/account/passkeys': 'second_step_added',
  'POST /app/api/account/passkeys/options': null,
  'POST /app/api/account/passkeys/:id/remove': 'second_step_removed',
  'POST /app/api/account/recovery-codes': 'recovery_codes_made',
  // Done when the browser comes back from the provider, and noted there.
  'POST /app/api/account/oidc': null,
  'DELETE /app/api/account/oidc': 'identity_unlinked',
  'POST /app/api/oidc/join': null,
  'DELETE /app/api/account/logins': null,
  'DELETE /app/api/account/logins/:id': null,
  'POST /app/api/sites': 'site_added',
  'POST /app/api/sites/:domain/settings': 'site_changed',
  'POST /app/api/sites/:domain/remove': 'site_removed',
  'POST /app/api/sites/:domain/empty': 'site_emptied',
  'POST /app/api/sites/:domain/give': 'site_given',
  'POST /app/api/sites/:domain/restore': 'site_restored',
  'POST /app/api/sites/:domain/erase': 'site_erased',
  'POST /app/api/sites/:domain/goals': 'goal_added',
  'DELETE /app/api/sites/:domain/goals': 'goal_removed',
  'POST /app/api/sites/:domain/funnels': 'funnel_added',
  'DELETE /app/api/sites/:domain/funnels': 'funnel_removed',
  'POST /app/api/sites/:domain/segments': 'segment_added',
  'PUT /app/api/sites/:domain/segments/:id': 'segment_changed',
  'DELETE /app/api/sites/:domain/segments/:id': 'segment_removed',
  'POST /app/api/sites/:domain/annotations': 'note_added',
  'PUT /app/api/sites/:domain/annotations/:id': 'note_changed',
  'DELETE /app/api/sites/:domain/annotations/:id': 'note_removed',
  'POST /app/api/sites/:domain/links': 'link_added',
  'POST /app/api/sites/:domain/links/:id': 'link_changed',
  'POST /app/api/sites/:domain/links/:id/revoke': 'link_revoked',
  'POST /app/api/sites/:domain/people/:id': 'person_changed',
  'PUT /app/api/second-step-demand': 'second_step_demanded',
  'DELETE /app/api/second-step-demand': 'second_step_demand_ended',
  'POST /app/api/people/invitations': 'person_invited',
  'DELETE /app/api/people/invitations/:id': 'invitation_taken_back',
  'POST /app/api/people/:id': 'person_changed',
  'DELETE /app/api/people/:id': 'person_removed',
  'DELETE /app/api/people/:id/logins': 'logins_ended',
  'POST /app/api/invitation': null,
  'POST /app/api/invitation/accept': 'person_joined',
  'POST /app/api/keys': 'key_issued',
  'POST /app/api/keys/:id/revoke': 'key_revoked',
  'POST /app/api/v2/query': null,
  'POST /app/api/v2/consent': null,
  'POST /app/api/v2/funnel': null,
  'POST /app/api/v2/retention': null,
  'POST /app/api/v2/journeys': null,
  'POST /api/v1/sites': 'site_added',
  'PATCH /api/v1/sites/:site': 'site_changed',
  'DELETE /api/v1/sites/:site': 'site_removed',
  'POST /api/v1/sites/:site/restore': 'site_restored',
  'POST /api/v1/sites/:site/empty': 'site_emptied',
  'POST /api/v1/sites/:site/give': 'site_given',
  'POST /api/v1/sites/:site/erase': 'site_erased',
  'POST /api/v1/sites/:site/goals': 'goal_added',
  'PUT /api/v1/sites/:site/goals': 'goal_changed',
  'DELETE /api/v1/sites/:site/goals': 'goal_removed',
  'POST /api/v1/sites/:site/funnels': 'funnel_added',
  'PUT /api/v1/sites/:site/funnels': 'funnel_changed',
  'DELETE /api/v1/sites/:site/funnels': 'funnel_removed',
  'POST /api/v1/sites/:site/segments': 'segment_added',
  'PATCH /api/v1/sites/:site/segments/:id': 'segment_changed',
  'DELETE /api/v1/sites/:site/segments/:id': 'segment_removed',
  'POST /api/v1/sites/:site/annotations': 'note_added',
  'PUT /api/v1/sites/:site/annotations/:id': 'note_changed',
  'DELETE /api/v1/sites/:site/annotations/:id': 'note_removed',
  'POST /api/v1/sites/:site/links': 'link_added',
  'PATCH /api/v1/sites/:site/links/:id': 'link_changed',
  'DELETE /api/v1/sites/:site/links/:id': 'link_revoked',
};

/** Says what a change was about, in a few words: a name, an address, the settings that were changed. Never anything of visitors. */
export function sayAbout(ctx: Context, about: string): void {
  ctx.state.about = about;
}

/** Says who has changed something without being signed in: whoever has shown a link of theirs. */
export function sayWho(ctx: Context, email: string): void {
  ctx.state.who = email;
}

/** To stand around a router. */
export function noteChanges(office: BackOffice, changes: Pick<ChangeLog, 'note'>): Middleware {
  return async (ctx, next) => {
    // Asked before: whoever removes their own account was somebody until then.
    const isByPage = ctx.path.startsWith('/app/api/');
    const isChange = ctx.method !== 'GET' && (isByPage || ctx.path.startsWith('/api/v1/'));
    const before = isChange && isByPage ? office.userOf(ctx) : null;
    await next();
    const route = `${ctx.method} ${String((ctx as { _matchedRoute?: unknown })._matchedRoute)}`;
    const act = isChange && ctx.status < 400 ? ACT_OF_ROUTE[route] : null;
    if (act === null || act === undefined) return;
    const came = office.userWhoCame(ctx);
    // The password was right, and the second step is still to come.
    if (act === 'signed_in' && came === null) return;
    const { domain, site = domain } = (ctx.params ?? {}) as { domain?: string; site?: string };
    const shown = typeof ctx.state.who === 'string' ? ctx.state.who : '';
    changes.note({
      ...{ who: isByPage ? ((came ?? before)?.email ?? shown) : nameOfKey((ctx.state as { key?: ApiKey }).key), act },
      site: site === undefined ? null : siteName(site),
      about: typeof ctx.state.about === 'string' ? ctx.state.about : '',
    });
  };
}

/** Such as `key Terraform`: no address of a person has a space. */
export function nameOfKey(key: Pick<ApiKey, 'name'> | undefined): string {
  return `key ${key?.name ?? ''}`;
}
