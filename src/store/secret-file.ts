/**
 * Seals short secrets that have to be had back, under a key in a file beside the database: a copy of the database alone does not
 * tell them. Whoever has the whole folder has both, as it must be for a service that starts without anybody typing.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretBox } from '../auth/second-step/ports.ts';
import { AppError } from '../domain/errors.ts';
import { openSealed, SEAL_KEY_BYTES, sealText } from '../lib/seal-text.ts';

export const SECRETS_FILE = 'secrets.key';

export class SecretFile implements SecretBox {
  readonly #file: string;

  /** The file is made with the first secret. */
  constructor(dataDir: string) {
    this.#file = join(dataDir, SECRETS_FILE);
  }

  seal(text: string, about: string): Buffer {
    return sealText(this.#readKey() ?? this.#makeKey(), text, about);
  }

  open(sealed: Buffer, about: string): string {
    const key = this.#readKey();
    const text = key === null ? null : openSealed(key, sealed, about);
    if (text === null) throw lost();
    return text;
  }

  /** null when there is none yet. @throws AppError `unavailable` when the file holds something else */
  #readKey(): Buffer | null {
    try {
      const key = Buffer.from(readFileSync(this.#file, 'utf8').trim(), 'hex');
      if (key.length !== SEAL_KEY_BYTES) throw lost();
      return key;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  #makeKey(): Buffer {
    const key = randomBytes(SEAL_KEY_BYTES);
    // Never over another one: what that has sealed would be lost.
    writeFileSync(this.#file, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    return key;
  }
}

function lost(): AppError {
  return new AppError(
    'unavailable',
    `The file ${SECRETS_FILE} of the data folder is not the one under which this was kept. Use a recovery code, or have \`passant user second-step off\` run.`,
  );
}
