/** Where an exploration was refused. */
import { AppError } from '../../../src/domain/errors.ts';
import type { ExplorationContext } from '../../../src/stats/explorations/read-body.ts';
import { SITE } from '../../support/reference/counting-service.ts';

/** Of a service that must not be asked anything. */
export const RUNNING: ExplorationContext = {
  ...{ site: SITE, goals: [], now: Date.parse('2026-06-10T12:00Z') },
  executor: {
    firstDay: () => Promise.reject(new Error('nothing was to be asked')),
    explore: () => Promise.reject(new Error('nothing was to be asked')),
  },
};

export async function refusals(answer: Promise<unknown>): Promise<string[]> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return error.details.map(({ path }) => path);
    throw error;
  }
  throw new Error('it was answered');
}
