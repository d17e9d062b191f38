/** Writes to the one who has asked, no faster than they read. */
import type { Socket } from 'node:net';
import { AppError } from '../domain/errors.ts';
import type { ControlAnswer } from './commands.ts';

/** Resolves when there is room for more. @throws AppError `unavailable` when nobody is there any more */
export async function sayLine(socket: Socket, line: ControlAnswer): Promise<void> {
  const hasRoom = socket.destroyed || socket.write(`${JSON.stringify(line)}\n`);
  if (!hasRoom && !socket.destroyed)
    await new Promise<void>((resolve) => {
      const go = () => {
        socket.off('drain', go);
        socket.off('close', go);
        resolve();
      };
      socket.on('drain', go);
      socket.on('close', go);
    });
  if (socket.destroyed) throw new AppError('unavailable', 'Whoever has asked is gone.');
}
