/** The people of the back office: `/app/api/people` of the whole service, `/app/api/sites/<domain>/people` of one site, and how somebody who is invited comes in. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { isRole, parseStanding, type StandingOptions } from '../../auth/parse-standing.ts';
import type { Role } from '../../auth/ports.ts';
import { AppError } from '../../domain/errors.ts';
import type { BackOffice } from '../back-office.ts';
import type { AddressOf } from '../client-address.ts';
import { sayAbout } from '../note-changes.ts';
import { presentInvitation, presentPerson } from '../present/present-people.ts';
import { createRateLimit } from '../rate-limit.ts';
import { readField, readJsonObject } from '../read-body.ts';
import { readId } from '../read-id.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

const LONGEST_FORM = 64 * 1024;
/** Links that one address may try within a quarter of an hour. */
const [LINKS, LINKS_WINDOW_S] = [30, 15 * 60];

export function addPeopleRoutes(
  router: Router,
  office: BackOffice,
  { people, post, secondStep, sites }: Pick<HttpServices, 'people' | 'post' | 'secondStep' | 'sites'>,
  { baseUrl, addressOf }: Pick<HttpOptions, 'baseUrl'> & { addressOf: AddressOf },
): void {
  const attempts = createRateLimit(LINKS, LINKS_WINDOW_S);
  const standingOf = (options: StandingOptions) => parseStanding(options, (domain) => sites.findKept(domain));
  const linkTo = (token: string) => `${baseUrl()}/app/invitation#${token}`;

  router.get('/app/api/people', (ctx) => {
    office.userWhoMay(ctx, 'manage');
    const domainOf = sites.domains();
    ctx.body = {
      people: people.list().map((each) => ({
        ...presentPerson(each, domainOf),
        hasSecondStep: secondStep.steps.waysOf(each) !== null,
      })),
      secondStepDemanded: secondStep.steps.isDemanded,
      invitations: people.invitations().map((each) => presentInvitation(each, domainOf)),
    };
  });

  router.post('/app/api/people/invitations', async (ctx) => {
    const asker = office.userToChange(ctx, 'manage');
    const form = await readJsonObject(ctx.req, LONGEST_FORM);
    const { invitation, token } = people.invite(asker, readField(form, 'email'), standingOf(form));
    sayAbout(ctx, invitation.email);
    const letter = { url: linkTo(token), invitedBy: asker.email };
    const mailed = await post.sendInvitation(invitation.email, letter, office.languageOf(ctx));
    ctx.body = { invitation: presentInvitation(invitation, sites.domains()), link: linkTo(token), mailed };
    ctx.status = 201;
  });

  router.delete('/app/api/people/invitations/:id', (ctx) => {
    sayAbout(ctx, people.takeBack(office.userToChange(ctx, 'manage'), readId(ctx)).email);
    ctx.body = {};
  });

  router.post('/app/api/people/:id', async (ctx) => {
    const asker = office.userToChange(ctx, 'manage');
    const standing = standingOf(await readJsonObject(ctx.req, LONGEST_FORM));
    const person = people.setStanding(asker, readId(ctx), standing);
    sayAbout(ctx, person.email);
    ctx.body = { person: presentPerson(person, sites.domains()) };
  });

  router.delete('/app/api/people/:id', (ctx) => {
    sayAbout(ctx, people.remove(office.userToChange(ctx, 'manage'), readId(ctx)).email);
    ctx.body = {};
  });

  router.delete('/app/api/people/:id/logins', (ctx) => {
    sayAbout(ctx, people.endLogins(office.userToChange(ctx, 'manage'), readId(ctx)).email);
    ctx.body = {};
  });

  router.get('/app/api/sites/:domain/people', (ctx) => {
    const { id, domain } = office.siteOfAddress(ctx, 'manage');
    const ofSite = people
      .list()
      .filter(({ role, siteRoles }) => role !== null || siteRoles.some((each) => each.siteId === id));
    const isHere = (siteId: number) => (siteId === id ? domain : undefined);
    ctx.body = { people: ofSite.map((each) => presentPerson(each, isHere)) };
  });

  router.post('/app/api/sites/:domain/people/:id', async (ctx) => {
    const site = office.siteToChange(ctx, 'manage');
    const { role = null } = await readJsonObject(ctx.req, LONGEST_FORM);
    sayAbout(ctx, people.setSiteRole(office.getUser(ctx), readId(ctx), site.id, readRole(role)).email);
    ctx.body = {};
  });

  // Whoever has the link shows it in a body: addresses are kept in histories and logs.
  router.post('/app/api/invitation', async (ctx) => {
    const form = await readLinkForm(ctx);
    const { email, invitedBy } = people.findInvitation(readField(form, 'token'));
    ctx.body = { email, invitedBy };
  });

  router.post('/app/api/invitation/accept', async (ctx) => {
    const form = await readLinkForm(ctx);
    office.signIn(ctx, await people.accept(readField(form, 'token'), readField(form, 'password')));
    ctx.body = {};
  });

  async function readLinkForm(ctx: Context): Promise<Record<string, unknown>> {
    office.checkCsrf(ctx);
    ctx.set('cache-control', 'no-store');
    const form = await readJsonObject(ctx.req, LONGEST_FORM);
    await attempts.take(addressOf(ctx.req), 'Too many attempts; wait a quarter of an hour.');
    return form;
  }
}

function readRole(role: unknown): Role | null {
  if (role === null || isRole(role)) return role;
  throw new AppError('invalid', 'The role is not understood.', [
    { path: 'role', message: 'Use owner, admin, editor, viewer, or null for none.' },
  ]);
}
