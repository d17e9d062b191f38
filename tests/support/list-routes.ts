/** The routes of the service, read off the router itself. */
import { createHttpApp } from '../../src/http/server.ts';

interface Layer {
  methods: string[];
  path: string;
}

/** Whatever the routes ask of it while they are laid, it says yes and does nothing. */
const ANYTHING: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 'any' : key === Symbol.iterator ? undefined : ANYTHING),
  apply: () => ANYTHING,
  construct: () => ANYTHING as object,
});

/** @returns such as `GET /app/api/state`, sorted; `HEAD` goes without saying */
export function listRoutes(): string[] {
  const app = createHttpApp(ANYTHING as Parameters<typeof createHttpApp>[0], {
    ...{ prefix: 'count', rateLimit: 0, trustedProxies: [], metricsAllow: [] },
    ...{ baseUrl: () => 'http://localhost', demoUrl: () => null, version: '0' },
  });
  const routers = app.middleware.flatMap((each) => ('router' in each ? [each.router as { stack: Layer[] }] : []));
  const layers = routers.flatMap(({ stack }) => stack);
  return layers
    .flatMap(({ methods, path }) => methods.filter((each) => each !== 'HEAD').map((method) => `${method} ${path}`))
    .toSorted();
}
