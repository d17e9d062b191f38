/** Reads a filter as a command is given it. */
import { AppError } from '../domain/errors.ts';
import { FILTER_OPERATORS } from '../stats/plan.ts';

/** `dimension operator value,value`, or the API's own form as JSON. @throws AppError `invalid` */
export function readFilter(text: string): unknown {
  if (text.startsWith('[')) {
    try {
      return JSON.parse(text);
    } catch {
      throw new AppError('invalid', 'A filter that begins with [ must be JSON.', [
        { path: '--filter', message: 'Such as ["is", "visit:country", ["FR"]].' },
      ]);
    }
  }
  const [, done, dimension, operator, values] = CONDITION.exec(text) ?? [];
  if (dimension === undefined || operator === undefined || values === undefined) {
    throw new AppError('invalid', 'A filter could not be read.', [
      {
        path: '--filter',
        message: `Write \`visit:country is FR,BE\` with ${FILTER_OPERATORS.join(', ')}, or has_done before it.`,
      },
    ]);
  }
  // A comma may be part of a pattern, so there is one.
  const list = operator.startsWith('matches') ? [values] : values.split(',').map((value) => value.trim());
  const condition = [operator, dimension, list];
  return done === undefined ? condition : [done, condition];
}

const CONDITION = new RegExp(`^(?:(has_done|has_not_done)\\s+)?(\\S+)\\s+(${FILTER_OPERATORS.join('|')})\\s+(.+)$`);
