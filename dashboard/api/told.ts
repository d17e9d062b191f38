/** What an answer says of its own figures: how finely they are told, and of whom. */
import { asFields, asNumberOrNull, isFields } from './decode.ts';
import type { Answer } from './query.ts';

/** What stands between the figures and the reader. */
export interface Told {
  disclosure: Answer['disclosure'];
  isRestricted: boolean;
}

export function decodeTold(meta: unknown): Told {
  const { disclosure, restriction } = asFields(meta);
  return {
    disclosure: isFields(disclosure)
      ? { rounded_to: asNumberOrNull(disclosure.rounded_to), smallest: asNumberOrNull(disclosure.smallest) }
      : null,
    isRestricted: isFields(restriction),
  };
}
