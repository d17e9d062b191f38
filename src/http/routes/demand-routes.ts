/** Whether everybody has to have a second step, for the owners of the service: `/app/api/second-step-demand`. Who has none is told with the people. */
import type Router from '@koa/router';
import type { BackOffice } from '../back-office.ts';
import type { HttpServices } from '../services.ts';

const PATH = '/app/api/second-step-demand';

export function addDemandRoutes(
  router: Router,
  office: BackOffice,
  { secondStep: { steps } }: Pick<HttpServices, 'secondStep'>,
): void {
  router.put(PATH, (ctx) => {
    office.userToChange(ctx, 'own');
    steps.demand(true);
    ctx.body = {};
  });

  router.delete(PATH, (ctx) => {
    office.userToChange(ctx, 'own');
    steps.demand(false);
    ctx.body = {};
  });
}
