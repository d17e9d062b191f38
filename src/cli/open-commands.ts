/** Gives a command its data: from the running server when one owns the folder, else by taking the lock for the time of the command. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FirstKinds } from '../collect/first-kinds.ts';
import type { Config } from '../config/config.ts';
import { connectCommands } from '../control/call-control.ts';
import { type Commands, SOCKET_NAME } from '../control/commands.ts';
import { createCommands } from '../control/create-commands.ts';
import { socketPath } from '../control/serve-control.ts';
import { AppError } from '../domain/errors.ts';
import { Calendar } from '../lib/calendar.ts';
import { VERSION } from '../lib/program-version.ts';
import { createLog } from '../observe/create-log.ts';
import type { Audit } from '../open-audit.ts';
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
    // The service and the audit are large: a command that needs neither starts without them.
    const knowledge = async () => (await import('../app.ts')).openKnowledge(config);
    const importer = new Importer({
      ...{ sites: data.directory, store: createImportStore(data), calendar: new Calendar(), liveKeys: null, now },
      knowledge,
      kinds: async () => new FirstKinds(await data.writer.call('listEventNames', null)),
    });
    const getAudit = async (): Promise<Audit> => {
      const { openAudit } = await import('../open-audit.ts');
      return openAudit({ config, data, knowledge, version: VERSION, now, serving: null });
    };
    const audit: Audit = {
      report: async (domain) => (await getAudit()).report(domain),
      record: async (domain) => (await getAudit()).record(domain),
    };
    return await work(createCommands({ data, importer, audit, now }));
  } finally {
    await data.close();
  }
}
