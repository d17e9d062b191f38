/** The server's end of the control socket: only who may read the data folder can reach it. */
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join, relative } from 'node:path';
import type { CarriedMemory } from '../count/memory-entry.ts';
import { AppError } from '../domain/errors.ts';
import { describeFault, type Log } from '../observe/create-log.ts';
import type { Commands, ControlAnswer, ControlQuestion } from './commands.ts';
import { SOCKET_NAME } from './commands.ts';
import { fromFrames } from './frames.ts';
import { checkHandOver, sendHandOver } from './hand-over.ts';
import { readFirstLine } from './read-first-line.ts';
import { sayLine } from './say-line.ts';

/** Longest path that every system takes for a socket (bytes). */
const LONGEST_PATH = 100;

export interface ControlOptions {
  dataDir: string;
  commands: Commands;
  log: Log;
  /** Ends the service and gives what the next process needs to go on counting. */
  handOver: () => Promise<CarriedMemory>;
}

export interface ControlServer {
  close: () => Promise<void>;
  /** Resolves when the service has been handed over to another process, or that process was given up. */
  handedOver: Promise<void>;
}

/** @throws AppError `invalid` when the data folder's path is too long for a socket */
export async function serveControl({ dataDir, commands, log, handOver }: ControlOptions): Promise<ControlServer> {
  const path = socketPath(dataDir);
  rmSync(path, { force: true }); // whoever left it is gone: we hold the lock
  const sockets = new Set<Socket>();
  let successor: Socket | null = null;
  let resolveHandedOver = () => {};
  const handedOver = new Promise<void>((resolve) => {
    resolveHandedOver = resolve;
  });
  const giveWay = async (socket: Socket, format: unknown) => {
    checkHandOver(format);
    if (successor !== null) throw new AppError('conflict', 'The server is being handed over to another process.');
    successor = socket;
    try {
      await sendHandOver(socket, await handOver());
    } finally {
      resolveHandedOver();
    }
  };
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    answer(socket, commands, giveWay, log).catch((error: unknown) =>
      log.error(describeFault(error), 'a control call failed'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return {
    handedOver,
    close: () => {
      // An import that is cut off here continues where it was when it is asked for again.
      for (const socket of sockets) if (socket !== successor) socket.destroy();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      return successor === null ? closed : Promise.resolve(); // the successor's socket has yet to carry the memory
    },
  };
}

/** Absolute or relative, whichever is shorter. */
export function socketPath(dataDir: string): string {
  const absolute = join(dataDir, SOCKET_NAME);
  const short = relative(process.cwd(), absolute);
  const path = short.length < absolute.length ? short : absolute;
  if (Buffer.byteLength(path) <= LONGEST_PATH) return path;
  throw new AppError(
    'invalid',
    `PASSANT_DATA_DIR is too long for the control socket: its path may have ${LONGEST_PATH} bytes.`,
  );
}

async function answer(
  socket: Socket,
  commands: Commands,
  giveWay: (socket: Socket, format: unknown) => Promise<void>,
  log: Log,
): Promise<void> {
  const say = (line: ControlAnswer) => socket.write(`${JSON.stringify(line)}\n`);
  socket.on('error', () => socket.destroy());
  try {
    const { line, rest } = await readFirstLine(socket);
    const { call, args } = JSON.parse(line) as ControlQuestion;
    if (call === 'handOver') return await giveWay(socket, args[0]);
    if (!Object.hasOwn(commands, call))
      throw new AppError('invalid', 'The running server does not know this command; is it of another version?');
    const result =
      call === 'importData'
        ? await commands.importData(args[0] as Parameters<Commands['importData']>[0], fromFrames(rest), (progress) =>
            say({ progress }),
          )
        : call === 'exportData'
          ? await commands.exportData(args[0] as Parameters<Commands['exportData']>[0], (piece, exported) =>
              sayLine(socket, { piece, exported }),
            )
          : await (commands[call] as (...given: unknown[]) => Promise<unknown>)(...args);
    say({ result: result ?? null });
  } catch (error) {
    if (!(error instanceof AppError)) log.error(describeFault(error), 'a control call failed');
    const known =
      error instanceof AppError
        ? error
        : new AppError('unavailable', 'The server could not do this; its log says more.');
    say({ error: { code: known.code, message: known.message, details: known.details } });
  }
  socket.end();
  socket.resume(); // whoever still sends an import that was refused must not wait for a reader
}
