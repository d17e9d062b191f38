/** Looks at the files of the data folder: who may read them, how old copies are, and whether anything is in them that must not be. */
import { closeSync, type Dirent, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFacts } from '../../privacy/audit/facts.ts';
import { holdsPersonal } from './personal-text.ts';

export interface FilesAsked {
  dataDir: string;
  /** The RAM-backed folder of day keys, whose place is to hold them; null without one. */
  keysDir: string | null;
  /** Day keys that are held now, hex; null when they are another process's. */
  secrets: readonly string[] | null;
  /** UTC ms; copies from before are too old. -Infinity for none. */
  keptSince: number;
}

const OTHERS = 0o077;
const DATABASES = /^(app|events)\.db(-wal|-shm|-journal)?$/;
/** Ours, and not written by what visitors send. */
const OWN = /^(lock|lock\.holder|control\.sock|passant\.toml|secrets\.key)$/;
const COPY = /\.(db|sqlite|bak|backup|old|tar|tgz|gz|zip|zst|sql)(-wal)?$/i;
/** Bytes of one other file that are read. */
const LONGEST_TEXT = 64 * 1024 * 1024;
const PIECE = 1024 * 1024;

export function lookAtFiles({ dataDir, keysDir, secrets, keptSince }: FilesAsked): FileFacts {
  const files = filesBelow(dataDir);
  const others = files.filter((name) => !DATABASES.test(name) && !OWN.test(name));
  const isOpen = (path: string) => (statSync(path).mode & OTHERS) !== 0;
  return {
    open: [
      ...(isOpen(dataDir) ? ['the data folder'] : []),
      ...files.filter((name) => isOpen(join(dataDir, name))),
      ...(keysDir !== null && isOpen(keysDir) ? ['PASSANT_KEYS_DIR'] : []),
    ],
    oldCopies: others.filter((name) => COPY.test(name) && statSync(join(dataDir, name)).mtimeMs < keptSince),
    personal: others.filter((name) => !name.endsWith('.sock') && isPersonal(join(dataDir, name))),
    holdingKeys: secrets === null ? null : files.filter((name) => holdsAny(join(dataDir, name), secrets)),
  };
}

/** Names relative to the folder, sockets included. */
function filesBelow(folder: string, within = ''): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry: Dirent) => {
    const name = join(within, entry.name);
    return entry.isDirectory() ? filesBelow(folder, name) : [name];
  });
}

function isPersonal(path: string): boolean {
  if (!statSync(path).isFile() || statSync(path).size > LONGEST_TEXT) return false;
  return holdsPersonal(readFileSync(path, 'latin1'));
}

/** Whether a file holds one of the keys, as bytes or as text. */
function holdsAny(path: string, secrets: readonly string[]): boolean {
  if (secrets.length === 0 || !statSync(path).isFile()) return false;
  const needles = secrets.flatMap((hex) => [Buffer.from(hex, 'hex'), Buffer.from(hex)]);
  const longest = Math.max(...needles.map(({ length }) => length));
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(PIECE + longest);
    let held = 0;
    for (let at = 0; ; ) {
      const length = readSync(file, piece, held, PIECE, at);
      if (length === 0) return false;
      const seen = piece.subarray(0, held + length);
      if (needles.some((needle) => seen.includes(needle))) return true;
      at += length;
      held = Math.min(longest, seen.length);
      piece.copy(piece, 0, seen.length - held, seen.length);
    }
  } finally {
    closeSync(file);
  }
}
