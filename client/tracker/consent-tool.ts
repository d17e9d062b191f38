/** Listens to the consent tool with whose adapter the script was composed. */
import type { Adapter } from '../adapters/adapter.ts';
import { sendsPrivacySignal } from '../consent/browser.ts';
import type { Passant } from './api.ts';
import { attributes, isRemembered, source, useMode } from './settings.ts';

/** `data-key`, or `key` in the script's address, is what the tool calls us. */
export const listenTo = (name: string, adapter: Adapter): void => {
  useMode(attributes.consent || name);
  adapter(
    (choice, details) => {
      // Nobody clicked: never a yes under a privacy signal, and never one that we would have to write down.
      if (choice === 'granted' && details?.implied && (isRemembered || sendsPrivacySignal())) return;
      (window as unknown as { passant: Passant }).passant.consent(choice, { adapter: name, ...details });
    },
    `${attributes.key ?? (source && new URL(source).searchParams.get('key')) ?? ''}` || undefined,
  );
};
