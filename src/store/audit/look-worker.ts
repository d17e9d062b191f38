/** The thread of one audit: looks at databases and files, tells, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../sqlite/open-database.ts';
import { lookAtFiles } from './look-at-files.ts';
import type { LookAsked } from './look-thread.ts';
import { readStoredFacts } from './read-stored-facts.ts';

const { eventsFile, appFile, stored, files } = workerData as LookAsked;
const db = openDatabase(eventsFile, { readonly: true });
try {
  db.prepare('ATTACH ? AS app').run(appFile);
  const facts = db.transaction(() => readStoredFacts(db, stored))();
  parentPort?.postMessage({ stored: facts, files: lookAtFiles(files) });
} finally {
  db.close();
}
