/** Sends beacons at a fixed rate, whether or not the server keeps up: each is timed from the moment at which it was due. */
import { Agent, request } from 'node:http';
import type { Request } from '../support/beacons.ts';

export interface Sent {
  /** Milliseconds from when each was due to when it was answered. */
  times: number[];
  /** Anything but 202. */
  failures: number;
}

interface Rate {
  perSecond: number;
  connections: number;
  seconds: number;
}

export async function sendBeacons(port: number, requests: readonly Request[], rate: Rate): Promise<Sent> {
  const { perSecond, connections, seconds } = rate;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const sent: Sent = { times: [], failures: 0 };
  const count = perSecond * seconds;
  const startedAt = performance.now();
  const answers: Promise<void>[] = [];
  for (let index = 0; index < count; ) {
    const due = startedAt + (index * 1000) / perSecond;
    if (performance.now() < due) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      continue;
    }
    const beacon = requests[index % requests.length];
    if (beacon !== undefined) answers.push(sendBeacon(port, agent, beacon, due, sent));
    index += 1;
  }
  await Promise.all(answers);
  agent.destroy();
  return sent;
}

function sendBeacon(port: number, agent: Agent, beacon: Request, due: number, sent: Sent): Promise<void> {
  const headers = {
    ...{ 'content-type': 'text/plain', 'user-agent': beacon.userAgent, 'x-forwarded-for': beacon.address },
    'accept-language': 'fr-FR,fr;q=0.9',
  };
  return new Promise((resolve) => {
    const done = (isKept: boolean) => {
      sent.times.push(performance.now() - due);
      if (!isKept) sent.failures += 1;
      resolve();
    };
    const options = { port, host: '127.0.0.1', path: '/api/event', method: 'POST', headers, agent };
    const sending = request(options, (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode === 202));
    });
    sending.on('error', () => done(false));
    sending.end(beacon.body);
  });
}
