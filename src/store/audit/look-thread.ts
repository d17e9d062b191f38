/** Looks at databases and files for an audit in a thread of its own: reading every row would keep beacons waiting. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FileFacts, StoredFacts } from '../../privacy/audit/facts.ts';
import type { FilesAsked } from './look-at-files.ts';
import type { StoredAsked } from './read-stored-facts.ts';

export interface LookAsked {
  eventsFile: string;
  appFile: string;
  stored: StoredAsked;
  files: FilesAsked;
}

/** @throws what the thread has thrown, such as an AppError that names a damaged column */
export async function look(asked: LookAsked): Promise<{ stored: StoredFacts; files: FileFacts }> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./look-worker.${extension}`, import.meta.url), { workerData: asked });
  try {
    const [found] = await once(worker, 'message');
    return found;
  } finally {
    await worker.terminate();
  }
}
