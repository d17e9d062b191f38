/** For operators: is it alive, can it write, how much has it counted. */
import type Router from '@koa/router';
import { AppError } from '../../domain/errors.ts';
import { renderMetrics } from '../../observe/metrics.ts';
import { type AddressOf, createAddressFilter } from '../client-address.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

/** How long a proven write stands (ms). */
const PROOF_MS = 1000;

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

  // One write a second proves enough, however often anybody asks.
  let proof: Promise<void> | null = null;
  const proveOnce = () => {
    proof ??= services.proveWritable().finally(() => setTimeout(() => (proof = null), PROOF_MS).unref());
    return proof;
  };

  router.get('/readyz', async (ctx) => {
    ctx.set('cache-control', 'no-store');
    await proveOnce().catch(() => {
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
