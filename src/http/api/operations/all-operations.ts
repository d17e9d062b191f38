/** Every operation of the public API. */
import type { Operation } from '../operation.ts';
import { LIST_OPERATIONS } from './list-operations.ts';
import { OPEN_OPERATIONS } from './open-operations.ts';
import { QUESTION_OPERATIONS } from './question-operations.ts';
import { SITE_OPERATIONS } from './site-operations.ts';

export const OPERATIONS: readonly Operation[] = [
  ...QUESTION_OPERATIONS,
  ...SITE_OPERATIONS,
  ...LIST_OPERATIONS,
  ...OPEN_OPERATIONS,
];
