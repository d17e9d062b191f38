/** Remembers which addresses beyond this machine the process has tried to reach: the service has no reason to reach any. */
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** Addresses remembered. */
const MOST = 100;

/** @returns what was tried since, each address once with its port */
export function watchOutbound(): () => readonly string[] {
  const tried = new Set<string>();
  // Told of every client socket of the process, whichever library opens it; those of files have no address.
  subscribe('net.client.socket', (message) => {
    (message as { socket: Socket }).socket.on('connectionAttempt', (address: string, port: number) => {
      if (!LOOPBACK.test(address) && tried.size < MOST) tried.add(`${address} port ${port}`);
    });
  });
  return () => [...tried];
}
