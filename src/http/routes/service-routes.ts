/** For operators: is it alive, can it write, how much has it counted. */
import type Router from '@koa/router';
import { AppError } from '../../domain/errors.ts';
import { renderMetrics } from '../../observe/metrics.ts';
import { type AddressOf, createAddressFilter } from '../client-address.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

export function addServiceRoutes(
  router: Router,
  services: HttpServices,
  options: HttpOptions,
  addressOf: AddressOf,
): void {
  const mayReadMetrics = createAddressFilter(options.metricsAllow);

  router.get('/healthz', (ctx) => {
    ctx.set('cache-control', 'no-store');
    ctx.body = { status: 'alive' };
  });

  router.get('/readyz', async (ctx) => {
    ctx.set('cache-control', 'no-store');
    await services.proveWritable().catch(() => {
      throw new AppError('unavailable', 'The database cannot be written.');
    });
    ctx.body = { status: 'ready' };
  });

  router.get('/metrics', (ctx) => {
    if (!mayReadMetrics(addressOf(ctx.req)))
      throw new AppError('forbidden', 'This address may not read the metrics; see PASSANT_METRICS_ALLOW.');
    ctx.set('cache-control', 'no-store');
    ctx.type = 'text/plain; version=0.0.4; charset=utf-8';
    ctx.body = renderMetrics(services.metrics);
  });
}
