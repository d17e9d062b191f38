/** Passkeys (WebAuthn): added, and shown at a sign-in, alone or in the place of a code. The authenticator has always asked who is there. */
import { randomBytes } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { AppError } from '../../domain/errors.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { User, UserStore } from '../ports.ts';
import type { Challenges } from './challenges.ts';
import { dropAttestation } from './drop-attestation.ts';
import type { Passkey, PasskeyStore } from './ports.ts';
import type { RelyingParty } from './relying-party.ts';

const DAY_MS = 86_400_000;
/** How long a browser waits for the person (ms). */
const WAIT_MS = 2 * 60_000;
const MOST_PASSKEYS = 20;
const LONGEST_NAME = 60;
const HANDLE_BYTES = 32;
const MOST_TRANSPORTS = 8;

export interface PasskeysOptions {
  store: PasskeyStore;
  users: Pick<UserStore, 'find'>;
  challenges: Challenges;
  /** null where browsers make none. */
  relyingParty: () => RelyingParty | null;
  /** UTC ms. */
  now: () => number;
}

// The library is loaded when it is first needed: an idle service should not pay for it.
const load = () => import('@simplewebauthn/server');

export class Passkeys {
  readonly #options: PasskeysOptions;

  constructor(options: PasskeysOptions) {
    this.#options = options;
  }

  /** Where browsers can show them; null where they cannot. */
  get origin(): string | null {
    return this.#options.relyingParty()?.origin ?? null;
  }

  /** What a browser needs to make one. @param of whom the challenge is for @throws AppError `conflict` */
  async describeNew({ id, email }: User, of: string): Promise<object> {
    const { store, challenges } = this.#options;
    const { id: rpID } = this.#getParty();
    const known = store.listOf(id);
    if (known.length >= MOST_PASSKEYS)
      throw new AppError('conflict', `An account has at most ${MOST_PASSKEYS} passkeys; remove one first.`);
    return (await load()).generateRegistrationOptions({
      ...{ rpName: 'Passant', rpID, userName: email, userDisplayName: email, timeout: WAIT_MS },
      userID: new Uint8Array(store.handleOf(id, randomBytes(HANDLE_BYTES))),
      challenge: new Uint8Array(challenges.issue(of)),
      excludeCredentials: known.map(describe),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    });
  }

  /** @param response what the browser made @returns the name by which it is kept @throws AppError `invalid`, `conflict` */
  async add({ id }: User, called: string, response: unknown, of: string): Promise<string> {
    const { store, challenges, now } = this.#options;
    const party = this.#getParty();
    const name = readPasskeyName(called);
    let challenge = '';
    const { verifyRegistrationResponse } = await load();
    const made = await dropAttestation(response as RegistrationResponseJSON)
      .then((bare) =>
        verifyRegistrationResponse({
          response: bare,
          expectedChallenge: (asked) => {
            challenge = asked;
            return challenges.isOpen(asked, of);
          },
          ...{ expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true },
        }),
      )
      .catch(() => null);
    if (made?.verified !== true || !challenges.spend(challenge))
      throw new AppError('invalid', 'This passkey could not be added; try again.');
    const { credential } = made.registrationInfo;
    const isNew = store.insert({
      ...{ userId: id, credentialId: credential.id, publicKey: Buffer.from(credential.publicKey) },
      ...{ counter: credential.counter, transports: readTransports(credential.transports), name, createdAt: now() },
    });
    if (!isNew) throw new AppError('conflict', 'This passkey has been added already.');
    return name;
  }

  /** What a browser needs to show one. @param user whose it has to be, or null for whoever has one here @param of whom the challenge is for */
  async describeSignIn(user: Pick<User, 'id'> | null, of: string): Promise<object> {
    const { store, challenges } = this.#options;
    const { id: rpID } = this.#getParty();
    return (await load()).generateAuthenticationOptions({
      ...{ rpID, timeout: WAIT_MS, userVerification: 'required', challenge: new Uint8Array(challenges.issue(of)) },
      ...(user !== null && { allowCredentials: store.listOf(user.id).map(describe) }),
    });
  }

  /**
   * Whose passkey was shown. What is wrong with it is not told.
   * @param response what the browser answered  @param user whose it has to be, or null  @throws AppError `unauthenticated`
   */
  async signIn(response: unknown, user: Pick<User, 'id'> | null, of: string): Promise<User> {
    const { store, users, challenges, now } = this.#options;
    const party = this.#getParty();
    const shown = response as AuthenticationResponseJSON;
    const passkey = typeof shown?.id === 'string' ? store.find(shown.id) : null;
    const owner = passkey === null ? null : users.find(passkey.userId);
    if (passkey === null || owner === null || (user !== null && user.id !== owner.id)) throw unknownPasskey(user);
    const handle = shown.response?.userHandle ?? '';
    // Where it is known whose it has to be, browsers may leave it out.
    if (handle !== handleOf(store, owner) && (handle !== '' || user === null)) throw unknownPasskey(user);
    let challenge = '';
    const { verifyAuthenticationResponse } = await load();
    const proof = await verifyAuthenticationResponse({
      response: shown,
      expectedChallenge: (asked) => {
        challenge = asked;
        return challenges.isOpen(asked, of);
      },
      ...{ expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true },
      // A counter that does not go on is of a copy: this refuses it as well.
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
    }).catch(() => null);
    if (proof?.verified !== true || !challenges.spend(challenge)) throw unknownPasskey(user);
    if (!store.markUsed(passkey.id, proof.authenticationInfo.newCounter, Math.floor(now() / DAY_MS)))
      throw unknownPasskey(user);
    return owner;
  }

  /** @throws AppError `conflict` */
  #getParty(): RelyingParty {
    const party = this.#options.relyingParty();
    if (party !== null) return party;
    throw new AppError(
      'conflict',
      'Browsers make passkeys for a name with https only; set PASSANT_BASE_URL to one, such as https://count.example.org.',
    );
  }
}

function handleOf(store: PasskeyStore, { id }: User): string {
  return store.handleOf(id, randomBytes(HANDLE_BYTES)).toString('base64url');
}

/** Hints for the browser, as it said them itself: anything that is no such word is left out. */
function readTransports(said: unknown): string[] {
  const words: readonly unknown[] = Array.isArray(said) ? said.slice(0, MOST_TRANSPORTS) : [];
  return words.filter((each): each is string => typeof each === 'string' && /^[a-z-]{1,20}$/.test(each));
}

function describe({ credentialId, transports }: Passkey) {
  return { id: credentialId, transports: [...transports] as never[] };
}

/** @returns the name as it is kept @throws AppError `invalid` with the path `name` */
export function readPasskeyName(text: string): string {
  const name = cleanText(text).trim();
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  throw new AppError('invalid', 'The passkey needs a name.', [
    { path: 'name', message: `Give a name of at most ${LONGEST_NAME} characters, such as “phone”.` },
  ]);
}

/** @param asked whose it had to be; null where it stands in for the password as well */
function unknownPasskey(asked: Pick<User, 'id'> | null): AppError {
  return new AppError('unauthenticated', 'This passkey is not known here, or was not shown in time.', [], {
    refusal: asked === null ? 'sign_in_refused' : 'second_step_refused',
  });
}
