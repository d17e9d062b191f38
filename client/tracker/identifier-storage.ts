/** The identifier of a visitor who agreed, in local storage with its last day: kept 13 months at most, never extended. */
import { safely } from '../consent/browser.ts';

const NAME = 'passant_id';
/** 13 months at their shortest, in ms. */
const LIFE_MS = 393 * 86_400_000;

/** Reaching for `top.document` throws inside a frame of another origin: there nothing is read and nothing is written. */
const storage = (): Storage => ((top as Window).document && localStorage) as Storage;

/** The identifier on the device, if there is a valid one. For use after a choice only: reading is access to the device. */
export const readIdentifier = /* @__PURE__ */ safely((): string | undefined => {
  const [id, end] =
    storage()
      .getItem(NAME)
      ?.match(/^[\w-]{21}|\d+$/g) ?? [];
  return Number(end) > Date.now() ? id : undefined;
});

/** Keeps an identifier, or with an empty text deletes it at once. */
export const writeIdentifier = /* @__PURE__ */ safely((id: string): void => {
  if (id) storage().setItem(NAME, `${id}.${Date.now() + LIFE_MS}`);
  else storage().removeItem(NAME);
});

/** The identifier travels in the message; cookies of the collector's host never do. */
export const credentialsOf = (_message: unknown): RequestCredentials => 'omit';
