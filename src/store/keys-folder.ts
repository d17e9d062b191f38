/** The RAM-backed folder that PASSANT_KEYS_DIR names: looked at before anything is put there. */
import { accessSync, constants, realpathSync, statfsSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { AppError } from '../domain/errors.ts';

/** `statfs` types of file systems that live in memory. */
const RAM_TYPES = [0x01021994, 0x858458f6]; // tmpfs, ramfs

/** @throws AppError `invalid` with what to do, unless the folder lies in memory and only its owner can write to it */
export function checkKeysFolder(folder: string, dataDir: string): void {
  const mistake = mistakeOf(folder, dataDir);
  if (mistake !== null) throw new AppError('invalid', `PASSANT_KEYS_DIR (${folder}) ${mistake}`);
}

function mistakeOf(folder: string, dataDir: string): string | null {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return 'does not exist; make it with `mkdir -m 700`.';
  if (!stats.isDirectory()) return 'is not a folder; name a folder on a tmpfs, such as /dev/shm/passant.';
  if (!RAM_TYPES.includes(statfsSync(folder).type >>> 0))
    return 'lies on a disk, where day keys must never be; name a folder on a tmpfs or ramfs, such as /dev/shm/passant, or leave the setting out.';
  if ((stats.mode & 0o022) !== 0)
    return 'can be written to by others; give the service a folder of its own with `mkdir -m 700`.';
  if (!isWritable(folder)) return 'cannot be written to; make the service’s user its owner with `chown`.';
  const isInside = !/^\.\.(\/|$)/.test(relative(realpathSync(dataDir), realpathSync(folder)));
  return isInside ? 'lies in the data folder, which is copied and backed up; name one outside of it.' : null;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
