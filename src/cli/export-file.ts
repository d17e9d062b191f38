/** A file of an export: written beside its place under another name, readable by its owner only, and put there when it is whole. */
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { AppError } from '../domain/errors.ts';

export interface ExportFile {
  write(text: string): Promise<void>;
  /** Puts the file in its place. @throws AppError `conflict` when another one has come there meanwhile */
  finish(): Promise<void>;
  /** Removes what was written, unless it is finished. */
  discard(): Promise<void>;
}

/** Signals that end a command, and the exit status of each: 128 and its number. */
const ENDINGS = { SIGINT: 130, SIGTERM: 143 } as const;

/** @param mayReplace a file that is there. @throws AppError `conflict` when it may not, `invalid` when nothing can be written there */
export async function openExportFile(path: string, mayReplace: boolean): Promise<ExportFile> {
  checkFree(path, mayReplace);
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  const handle = await open(beside, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('invalid', `The file ${path} cannot be written (${error.code ?? 'fault'}).`);
  });
  const stops = Object.entries(ENDINGS).map(([signal, status]) => {
    const stop = () => {
      rmSync(beside, { force: true });
      process.exit(status);
    };
    process.once(signal, stop);
    return () => process.off(signal, stop);
  });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    write: (text) => handle.writeFile(text),
    finish: async () => {
      await handle.sync();
      await close();
      checkFree(path, mayReplace);
      await rename(beside, path);
    },
    discard: async () => {
      for (const stop of stops) stop();
      await close();
      rmSync(beside, { force: true });
    },
  };
}

function checkFree(path: string, mayReplace: boolean): void {
  if (!mayReplace && existsSync(path))
    throw new AppError('conflict', `The file ${path} is there already; --force writes over it.`);
}
