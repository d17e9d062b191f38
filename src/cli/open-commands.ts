/** Gives a command its data: from the running server when one owns the folder, else by taking the lock for the time of the command. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openKnowledge, VERSION } from '../app.ts';
import { FirstKinds } from '../collect/first-kinds.ts';
import type { Config } from '../config/config.ts';
import { connectCommands } from '../control/call-control.ts';
import { type Commands, SOCKET_NAME } from '../control/commands.ts';
import { createCommands } from '../control/create-commands.ts';
import { socketPath } from '../control/serve-control.ts';
import { AppError } from '../domain/errors.ts';
import { Calendar } from '../lib/calendar.ts';
import { createLog } from '../observe/create-log.ts';
import { openAudit } from '../open-audit.ts';
import { createImportStore, openData } from '../open-data.ts';
import { Importer } from '../transfer/importer.ts';

/**
 * Runs `work` with the commands.
 * @param command what the lock says while it is held here
 * @throws AppError `conflict` when another command owns the data
 */
export async function withCommands<T>(
  config: Config,
  command: string,
  work: (commands: Commands) => Promise<T>,
): Promise<T> {
  const now = () => Date.now();
  const log = createLog(config.log);
  let data: Awaited<ReturnType<typeof openData>>;
  try {
    data = await openData({ config, command, log, now, onFault: () => process.exit(1), service: null });
  } catch (error) {
    const isTaken = error instanceof AppError && error.code === 'conflict';
    if (!isTaken || !existsSync(join(config.dataDir, SOCKET_NAME))) throw error;
    return work(connectCommands(socketPath(config.dataDir))).catch((failure: NodeJS.ErrnoException) => {
      // The socket is there but nobody listens: whoever holds the lock is no server.
      throw failure.code === 'ECONNREFUSED' || failure.code === 'ENOENT' ? error : failure;
    });
  }
  try {
    const importer = new Importer({
      ...{ sites: data.directory, store: createImportStore(data), calendar: new Calendar(), liveKeys: null, now },
      knowledge: () => openKnowledge(config),
      kinds: async () => new FirstKinds(await data.writer.call('listEventNames', null)),
    });
    const knowledge = () => openKnowledge(config);
    const audit = openAudit({ config, data, knowledge, version: VERSION, now, serving: null });
    return await work(createCommands({ data, importer, audit, now }));
  } finally {
    await data.close();
  }
}
