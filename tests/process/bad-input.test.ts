/** Whatever is sent, the collector answers as documented, stays up and goes on counting. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { FIREFOX, pageview, sendBeacon } from '../support/beacons.ts';
import { type MalformedRequest, malformedRequest } from '../support/malformed-requests.ts';
import { createFolder, removeFolder, type Service, startService } from '../support/service.ts';
import { howOften } from '../support/soak.ts';

let folder: string;
let service: Service;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_RATE_LIMIT: '0' });
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

interface ErrorBody {
  error: string;
  code: string;
  details: { path: string; message: string }[];
}

/** What came of a request, in the words of the expectation; '' when it is as expected. */
async function judge({ body, expected }: MalformedRequest): Promise<string> {
  let answer: Response;
  try {
    answer = await fetch(`${service.url}/api/event`, {
      method: 'POST',
      body: body as BodyInit,
      headers: { 'user-agent': FIREFOX },
    });
  } catch (error) {
    // A body that is refused for its size may be cut off while it is still being sent.
    return expected.as === 'too-large' ? '' : `no answer: ${String(error)}`;
  }
  const text = await answer.text();
  const reason = answer.headers.get('x-passant-dropped');
  switch (expected.as) {
    case 'stored':
      return answer.status === 202 && reason === null ? '' : `not stored: ${answer.status} ${reason ?? text}`;
    case 'dropped':
      return answer.status === 202 && reason === expected.reason
        ? ''
        : `not dropped as ${expected.reason}: ${answer.status} ${reason ?? text}`;
    case 'too-large':
      return answer.status === 413 ? '' : `not too large: ${answer.status}`;
    case 'refused': {
      const { code, details } = JSON.parse(text) as ErrorBody;
      const isNamed = details.some(({ path }) => (expected.path === '' ? true : path.startsWith(expected.path)));
      return answer.status === 400 && code === 'invalid' && isNamed
        ? ''
        : `not refused at ${expected.path}: ${answer.status} ${text}`;
    }
  }
}

describe('malformed requests', () => {
  const count = howOften(800, 10_000);

  it(`are answered as documented, ${count} of them, and a good beacon is stored after every hundred`, async () => {
    const requests = fc.sample(malformedRequest, { numRuns: count, seed: 20_260_301 });
    const wrong: { problem: string; body: string }[] = [];
    let good = 0;
    for (let from = 0; from < requests.length; from += 100) {
      const batch = requests.slice(from, from + 100);
      const problems = await Promise.all(batch.map(judge));
      problems.forEach((problem, index) => {
        if (problem !== '') wrong.push({ problem, body: String(batch[index]?.body).slice(0, 300) });
      });
      const answer = await sendBeacon(service.url, pageview(`/good-${from}`));
      expect(answer.status).toBe(202);
      expect(answer.headers.get('x-passant-dropped')).toBeNull();
      good += 1;
    }
    const valid = requests.filter((request) => request.isJson).length;
    console.info(
      `bad input: ${count} requests, ${valid} of them valid JSON, ${wrong.length} answered otherwise than expected`,
    );
    expect(wrong).toEqual([]);
    expect(valid).toBeGreaterThanOrEqual(count / 3);
    expect(service.process.exitCode).toBeNull();
    expect(service.output()).not.toMatch(/a beacon failed/);
    const db = new Database(join(folder, 'events.db'), { readonly: true });
    const sql = `SELECT count(DISTINCT text) FROM terms WHERE kind = 'page' AND text LIKE '/demo/good-%'`;
    expect(db.prepare(sql).pluck().get()).toBe(good);
    const controls = db
      .prepare('SELECT text FROM terms')
      .pluck()
      .all()
      .filter((text) => /[\u0000-\u001f\u202a-\u202e]/.test(String(text)));
    db.close();
    expect(controls).toEqual([]);
  }, 600_000);
});
