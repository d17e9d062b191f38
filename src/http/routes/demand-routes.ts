/** Whether everybody has to have a second step, for the owners of the service: `/app/api/second-step-demand`. Who has none is told with the people. */
import type Router from '@koa/router';
import { AppError } from '../../domain/errors.ts';
import type { BackOffice } from '../back-office.ts';
import { readJsonObject } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

const PATH = '/app/api/second-step-demand';
const LONGEST_FORM = 1024;

export function addDemandRoutes(
  router: Router,
  office: BackOffice,
  { secondStep: { steps } }: Pick<HttpServices, 'secondStep'>,
): void {
  router.put(PATH, async (ctx) => {
    office.userToChange(ctx, 'own');
    const { demanded } = await readJsonObject(ctx.req, LONGEST_FORM);
    if (demanded !== true) throw notUnderstood();
    steps.demand(true);
    ctx.body = {};
  });

  router.delete(PATH, (ctx) => {
    office.userToChange(ctx, 'own');
    steps.demand(false);
    ctx.body = {};
  });
}

/** It shuts everybody out who has none: nothing that is asked by mistake. */
function notUnderstood(): AppError {
  const message = 'Send true; DELETE ends the demand.';
  return new AppError('invalid', 'Nothing was changed.', [{ path: 'demanded', message }]);
}
