/** The order of everything that a request passes, written once. */
import Router from '@koa/router';
import Koa from 'koa';
import { AppError } from '../domain/errors.ts';
import { AddressWatch } from './address-watch.ts';
import { BackOffice } from './back-office.ts';
import { createAddressOf } from './client-address.ts';
import { createCollectEndpoints } from './collect-endpoints.ts';
import { createPresentErrors } from './middleware/present-errors.ts';
import { secureHeaders } from './middleware/secure-headers.ts';
import { createRateLimit } from './rate-limit.ts';
import { addAccountRoutes } from './routes/account-routes.ts';
import { addAssetRoutes } from './routes/asset-routes.ts';
import { addBannerRoutes } from './routes/banner-routes.ts';
import { addCharterRoutes } from './routes/charter-routes.ts';
import { addConsentRoutes } from './routes/consent-routes.ts';
import { addExplorationRoutes } from './routes/exploration-routes.ts';
import { addPrivacyRoutes } from './routes/privacy-routes.ts';
import { addQueryRoutes } from './routes/query-routes.ts';
import { addRightsRoutes, createRightsLimits } from './routes/rights-routes.ts';
import { addServiceRoutes } from './routes/service-routes.ts';
import { addSignalRoutes } from './routes/signal-routes.ts';
import type { HttpOptions, HttpServices } from './services.ts';

/** What one address may ask about visitors: enough for people, too little to try identifiers. */
const RIGHTS_PER_MINUTE = 30;

export function createHttpApp(services: HttpServices, options: HttpOptions): Koa {
  const { apiKeys, collector, findSite, rights, log, now } = services;
  const addressOf = createAddressOf(options.trustedProxies);
  const addressWatch = new AddressWatch();
  const office = new BackOffice({ ...services, baseUrl: options.baseUrl });
  const app = new Koa();
  app.silent = true; // faults are logged where they are presented, without the request

  app.use(
    createCollectEndpoints({
      ...{ prefix: options.prefix, collector, findSite, rights, addressOf, addressWatch, log, now },
      rateLimit: createRateLimit(options.rateLimit, 1),
      spokesmanOf: (authorization) => {
        const secret = authorization === undefined ? undefined : /^Bearer (.+)$/i.exec(authorization)?.[1];
        const key = secret === undefined ? null : apiKeys.find(secret);
        if (secret === undefined) return null;
        // Taking the message as a visitor's own would melt all visitors of a backend into one.
        if (!key?.scopes.includes('events:write'))
          throw new AppError('unauthenticated', 'This key is not live, or has no scope events:write.');
        return { siteId: key.siteId };
      },
    }),
  );
  app.use(createPresentErrors(log));
  app.use(secureHeaders);

  const router = new Router();
  addServiceRoutes(router, services, options, addressOf);
  addQueryRoutes(router, office, services);
  addExplorationRoutes(router, office, services);
  addConsentRoutes(router, office, services);
  addAccountRoutes(router, office, services, options, { addressOf, addressWatch });
  const limits = createRightsLimits(createRateLimit(options.rateLimit === 0 ? 0 : RIGHTS_PER_MINUTE, 60), addressOf);
  addRightsRoutes(router, services, options, limits);
  addPrivacyRoutes(router, services, options, limits);
  addCharterRoutes(router, services, options);
  addSignalRoutes(router, services);
  addBannerRoutes(router, services, options);
  addAssetRoutes(router, office, services, options);
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
