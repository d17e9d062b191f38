/** The order of everything that a request passes, written once. */
import Router from '@koa/router';
import Koa from 'koa';
import { STRANGER } from '../domain/change.ts';
import { AppError } from '../domain/errors.ts';
import { AddressWatch } from './address-watch.ts';
import { BackOffice } from './back-office.ts';
import { bearerOf } from './bearer.ts';
import { createAddressOf } from './client-address.ts';
import { createCollectEndpoints } from './collect-endpoints.ts';
import { createLimits } from './limits.ts';
import { limitApi, limitPages } from './middleware/limit-askers.ts';
import { createPresentErrors } from './middleware/present-errors.ts';
import { createSecureHeaders } from './middleware/secure-headers.ts';
import { nameOfKey, noteChanges } from './note-changes.ts';
import { noteRefusals } from './note-refusals.ts';
import { addAccountRoutes } from './routes/account-routes.ts';
import { addAnnotationRoutes } from './routes/annotation-routes.ts';
import { addApiDescriptionRoutes } from './routes/api-description-routes.ts';
import { addAssetRoutes } from './routes/asset-routes.ts';
import { addBannerRoutes } from './routes/banner-routes.ts';
import { addChangeRoutes } from './routes/change-routes.ts';
import { addCharterRoutes } from './routes/charter-routes.ts';
import { addConsentRoutes } from './routes/consent-routes.ts';
import { addDemandRoutes } from './routes/demand-routes.ts';
import { addExplorationRoutes } from './routes/exploration-routes.ts';
import { addExportRoutes } from './routes/export-routes.ts';
import { addKeyRoutes } from './routes/key-routes.ts';
import { addLinkRoutes } from './routes/link-routes.ts';
import { addListApiRoutes } from './routes/list-api-routes.ts';
import { addOidcRoutes } from './routes/oidc-routes.ts';
import { addOpenDataRoutes } from './routes/open-data-routes.ts';
import { addOwnAccountRoutes } from './routes/own-account-routes.ts';
import { addOwnSecondStepRoutes } from './routes/own-second-step-routes.ts';
import { addPeopleRoutes } from './routes/people-routes.ts';
import { addPrivacyRoutes } from './routes/privacy-routes.ts';
import { addQualityRoutes } from './routes/quality-routes.ts';
import { addQueryRoutes } from './routes/query-routes.ts';
import { addRealtimeRoutes } from './routes/realtime-routes.ts';
import { addResetRoutes } from './routes/reset-routes.ts';
import { addRightsRoutes, createRightsLimits } from './routes/rights-routes.ts';
import { addSecondStepRoutes } from './routes/second-step-routes.ts';
import { addSegmentRoutes } from './routes/segment-routes.ts';
import { addServiceRoutes } from './routes/service-routes.ts';
import { addShareRoutes } from './routes/share-routes.ts';
import { addSignalRoutes } from './routes/signal-routes.ts';
import { addSiteApiRoutes } from './routes/site-api-routes.ts';
import { addSiteListRoutes } from './routes/site-list-routes.ts';
import { addSiteRoutes } from './routes/site-routes.ts';
import { addSubscriptionRoutes } from './routes/subscription-routes.ts';
import { addWebhookRoutes } from './routes/webhook-routes.ts';
import type { HttpOptions, HttpServices } from './services.ts';
import { SharedPages } from './shared-pages.ts';

export function createHttpApp(services: HttpServices, options: HttpOptions): Koa {
  const { apiKeys, collector, findSite, rights, log, now, refusals } = services;
  const addressOf = createAddressOf(options.trustedProxies);
  const addressWatch = new AddressWatch();
  const limits = createLimits(options.rateLimit);
  const office = new BackOffice({ ...services, baseUrl: options.baseUrl });
  const app = new Koa();
  app.silent = true; // faults are logged where they are presented, without the request

  app.use(
    createCollectEndpoints({
      ...{ prefix: options.prefix, collector, findSite, rights, addressOf, addressWatch, log, now },
      rateLimit: limits.beacons,
      spokesmanOf: (authorization) => {
        const secret = bearerOf(authorization);
        const key = secret === undefined ? null : apiKeys.find(secret);
        if (secret === undefined) return null;
        // Taking the message as a visitor's own would melt all visitors of a backend into one.
        if (!key?.scopes.includes('events:write')) {
          refusals.note(
            key === null ? { act: 'key_refused', who: STRANGER } : { act: 'right_refused', who: nameOfKey(key) },
          );
          throw new AppError('unauthenticated', 'This key is not live, or has no scope events:write.');
        }
        return { siteId: key.siteId };
      },
    }),
  );
  app.use(createPresentErrors(log));
  app.use(createSecureHeaders(options.baseUrl));

  // As they are written: what looks at the path of a request must not be evaded by another spelling of it.
  const router = new Router({ sensitive: true });
  const visitorPages = ['charter', 'privacy'].flatMap((page) => [`/${page}`, `/${options.prefix}/${page}`]);
  router.use(
    ['/api/v1', '/api/v2'],
    limitApi(limits, apiKeys, (ctx) => addressOf(ctx.req)),
  );
  router.use(
    visitorPages,
    limitPages(limits, (ctx) => addressOf(ctx.req)),
  );
  addServiceRoutes(router, services, options, addressOf);
  addQueryRoutes(router, office, services);
  addExplorationRoutes(router, office, services);
  addRealtimeRoutes(router, office, services);
  addChangeRoutes(router, office, services);
  addKeyRoutes(router, office, services);
  addSiteRoutes(router, office, services);
  addSiteListRoutes(router, office, services);
  addSiteApiRoutes(router, office, services, options);
  addListApiRoutes(router, office, services, options);
  addApiDescriptionRoutes(router, options);
  addConsentRoutes(router, office, services);
  addQualityRoutes(router, office, services, addressWatch);
  addExportRoutes(router, office, services);
  addAnnotationRoutes(router, office, services);
  addSegmentRoutes(router, office, services);
  addAccountRoutes(router, office, services, options, { addressOf, addressWatch });
  addSecondStepRoutes(router, office, services, addressOf);
  addWebhookRoutes(router, office, services);
  addSubscriptionRoutes(router, office, services);
  addResetRoutes(router, office, services, addressOf);
  addOwnAccountRoutes(router, office, services);
  addOwnSecondStepRoutes(router, office, services, options);
  addOidcRoutes(router, office, services, { ...options, addressOf });
  addDemandRoutes(router, office, services);
  addPeopleRoutes(router, office, services, { ...options, addressOf });
  const rightsLimits = createRightsLimits(limits.rights, addressOf);
  addRightsRoutes(router, services, options, rightsLimits);
  addPrivacyRoutes(router, services, options, rightsLimits);
  addCharterRoutes(router, services, options);
  addSignalRoutes(router, services);
  addBannerRoutes(router, services, options);
  const pages = new SharedPages({
    ...{ sharedLinks: services.sharedLinks, linkEntry: services.linkEntry, baseUrl: options.baseUrl, addressOf },
    limits,
  });
  addLinkRoutes(router, office, services, options);
  addShareRoutes(router, office, pages, services, options);
  addOpenDataRoutes(router, pages, services, options);
  addAssetRoutes(router, office, services, options);
  app.use(noteRefusals(office, services.refusals));
  app.use(noteChanges(office, services.changes));
  app.use(router.routes());
  app.use(
    router.allowedMethods({
      throw: true,
      methodNotAllowed: () => new AppError('method_not_allowed', 'This address takes another method.'),
      notImplemented: () => new AppError('method_not_allowed', 'This method is not known here.'),
    }),
  );
  return app;
}
