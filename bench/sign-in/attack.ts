/** A thread that tries passwords at a steady rate, or as fast as it is answered where that is slower: half of them of the owner, half of names that are nobody's, from many addresses. */
import { Agent } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { signIn } from './client.ts';

export interface Attack {
  port: number;
  email: string;
  attempts: number;
  perSecond: number;
  connections: number;
  addresses: number;
}

/** How often each status was answered. */
export type Answers = Record<number, number>;

parentPort?.on('message', async ({ port, email, attempts, perSecond, connections, addresses }: Attack) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers: Answers = {};
  const startedAt = performance.now();
  let next = 0;
  const go = async () => {
    while (next < attempts) {
      const index = next++;
      const earlyMs = startedAt + (index * 1000) / perSecond - performance.now();
      if (earlyMs > 0) await new Promise((resolve) => setTimeout(resolve, earlyMs));
      const [net, host] = [Math.floor((index % addresses) / 250), (index % addresses) % 250];
      const { status } = await signIn(port, agent, {
        email: index % 2 === 0 ? email : `nobody${index}@example.org`,
        ...{ password: `a guess of many ${index}`, address: `198.51.${net}.${host}` },
      });
      answers[status] = (answers[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, go));
  agent.destroy();
  parentPort?.postMessage(answers);
});
// Reading this file takes longer than many an answer: whoever measures waits for it.
parentPort?.postMessage('ready');
