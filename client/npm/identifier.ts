/** In the package the place of the identifier is an option of `init`, not a form of the script. */
import {
  credentialsOf as ofCookie,
  readIdentifier as readCookie,
  writeIdentifier as writeCookie,
} from '../tracker/identifier.ts';
import { credentialsOf as ofServer } from '../tracker/identifier-server.ts';
import { readIdentifier as readStorage, writeIdentifier as writeStorage } from '../tracker/identifier-storage.ts';
import { attributes } from '../tracker/settings.ts';
import type { Message } from '../tracker/tracker.ts';

const isServer = (): boolean => attributes.identifier === 'server';
const isStorage = (): boolean => attributes.identifier === 'storage';

export const readIdentifier = (): string | undefined =>
  isServer() ? undefined : isStorage() ? readStorage() : readCookie();

export const writeIdentifier = (id: string): void => {
  if (isStorage()) writeStorage(id);
  else if (!isServer()) writeCookie(id);
};

export const credentialsOf = (message: Message): RequestCredentials =>
  isServer() ? ofServer(message) : ofCookie(message);
