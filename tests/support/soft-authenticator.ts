/** A passkey in software: what a browser would send, with every part that a test may want to be wrong. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const [PRESENT, VERIFIED, ATTESTED] = [0x01, 0x04, 0x40];

/** What a passkey says of itself; anything but this should be refused. */
export interface Said {
  origin: string;
  rpId: string;
  /** How often it has been used. */
  counter: number;
  /** Whether it has asked who is there. */
  isVerified: boolean;
}

export class SoftAuthenticator {
  readonly #key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  readonly #said: Said;
  #handle = '';

  constructor(said: Said) {
    this.#said = said;
  }

  /** Answers `navigator.credentials.create`. @param options what the server has sent @param maker a certificate of whoever made it */
  create(options: Record<string, unknown>, said: Partial<Said> = {}, maker: Buffer | null = null): object {
    const { challenge, user } = options as { challenge: string; user: { id: string } };
    this.#handle = user.id;
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    const publicKey = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        ...([
          [1, 2],
          [3, -7],
          [-1, 1],
        ] as const),
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.#id, publicKey]);
    const authData = Buffer.concat([this.#authData({ ...this.#said, ...said }, ATTESTED), credential]);
    const statement = maker && { alg: -7, sig: new Uint8Array(8), x5c: [new Uint8Array(maker)] };
    const attestation = new Map<string, string | Uint8Array | Map<string, number | Uint8Array | Uint8Array[]>>([
      ['fmt', maker === null ? 'none' : 'packed'],
      ['attStmt', new Map(Object.entries(statement ?? {}))],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.#answer({
      clientDataJSON: clientData('webauthn.create', challenge, { ...this.#said, ...said }).toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
      transports: ['internal', '<b>', 5],
    });
  }

  /** Answers `navigator.credentials.get`. @param userHandle of another owner */
  get(options: Record<string, unknown>, said: Partial<Said> = {}, userHandle = this.#handle): object {
    const told = { ...this.#said, ...said };
    const client = clientData('webauthn.get', String(options.challenge), told);
    const authData = this.#authData(told, 0);
    const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()]);
    return this.#answer({
      ...{ clientDataJSON: client.toString('base64url'), authenticatorData: authData.toString('base64url') },
      signature: sign('sha256', signed, this.#key.privateKey).toString('base64url'),
      userHandle,
    });
  }

  #answer(response: object): object {
    const id = this.#id.toString('base64url');
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }

  #authData({ rpId, counter, isVerified }: Said, more: number): Buffer {
    const tail = Buffer.alloc(5);
    tail.writeUInt8(PRESENT | (isVerified ? VERIFIED : 0) | more);
    tail.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), tail]);
  }
}

function clientData(type: string, challenge: string, { origin }: Said): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
