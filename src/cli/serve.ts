/** `passant serve`: runs until it is told to stop, or another process takes over, and then loses nothing. */
import { startService } from '../app.ts';
import type { Config } from '../config/config.ts';

/** @param takesOver when another server holds the data, ask it to hand over */
export async function serve(config: Config, takesOver: boolean): Promise<void> {
  const service = await startService(config, { takesOver, onFault: () => process.exit(1) });
  // Before anybody can read that it runs: a signal must find its listener.
  const toldToStop = waitForSignal();
  const lines = [`Dashboard   ${service.baseUrl}/app/`];
  if (service.setupUrl !== null)
    lines.push(`Set-up      ${service.setupUrl}`, '            (opens once: creates the owner’s account)');
  if (service.demoUrl !== null) lines.push(`Demo site   ${service.demoUrl}`);
  process.stdout.write(`\nPassant is running.\n\n  ${lines.join('\n  ')}\n\n  Stop with Ctrl-C.\n\n`);
  await Promise.race([toldToStop, service.handedOver]);
  await service.stop();
}

function waitForSignal(): Promise<void> {
  return new Promise<void>((resolve) => {
    let isStopping = false;
    const stop = () => {
      if (isStopping) process.exit(1); // asked twice: no more waiting
      isStopping = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
