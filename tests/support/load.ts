/** Many senders at once, and what of their pages has been stored. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pageview, sendBeacon } from './beacons.ts';

const SENDERS = 16;

export interface Load {
  /** Ends the senders. @returns the pages that were answered 202 */
  stop: () => Promise<string[]>;
}

/** Sends numbered pageviews of one browser until `stop`, or until the service is gone; `goesOn` sends on after that. */
export function sendPages(url: string, name: string, goesOn = false): Load {
  const answered: string[] = [];
  let isOver = false;
  let next = 0;
  const sender = async () => {
    while (!isOver) {
      const path = `/${name}/${next++}`;
      try {
        const answer = await sendBeacon(url, pageview(path));
        if (answer.status === 202 && answer.headers.get('x-passant-dropped') === null) answered.push(`/demo${path}`);
        await answer.text();
      } catch {
        if (!goesOn) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  const done = Promise.all(Array.from({ length: SENDERS }, sender));
  return {
    stop: async () => {
      isOver = true;
      await done;
      return answered;
    },
  };
}

/** How often each page was stored. */
export function readStoredPages(dataDir: string): Map<string, number> {
  const db = new Database(join(dataDir, 'events.db'), { readonly: true });
  const sql = `SELECT t.text AS page, count(*) AS times FROM events e
    JOIN terms t ON t.site_id = e.site_id AND t.kind = 'page' AND t.id = e.page GROUP BY t.text`;
  const rows = db.prepare<[], { page: string; times: number }>(sql).all();
  db.close();
  return new Map(rows.map(({ page, times }) => [page, times]));
}
