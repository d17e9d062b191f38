/** Starts a thread on a TypeScript file: tsx does not reach into threads on Node 20 by itself. */
import { Worker } from 'node:worker_threads';

export function startWorker(file: URL): Worker {
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); });`;
  return new Worker(load, { eval: true });
}
