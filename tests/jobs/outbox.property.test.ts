/** Whatever fails and whenever the process is killed: nothing is mailed twice, and what nobody hindered is mailed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pino from 'pino';
import { DeliveryFault, type Undelivered } from '../../src/domain/delivery.ts';
import { Outbox } from '../../src/jobs/outbox.ts';
import type { Errand } from '../../src/jobs/ports.ts';
import { OutboxRepository } from '../../src/store/sqlite/app/outbox-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';

const DAY_MS = 86_400_000;
const log = pino({ level: 'silent' });
let folder: string;
let db: SqliteDatabase;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-outbox-'));
  db = openDatabase(join(folder, 'app.db'), { synchronous: 'normal' });
  migrate(db, join(MIGRATIONS_DIR, 'app'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

/** What happens to one attempt: `killed before` and `killed after` end the process before and after the other side has taken it. */
type Fate = 'taken' | 'killed before' | 'killed after' | Undelivered;
const FATES: readonly Fate[] = ['taken', 'killed before', 'killed after', 'later', 'refused', 'unknown'];

/** A world in which processes come and go, and the other side counts what it has taken. */
class World {
  readonly clock = { at: 1_800_000_000_000 };
  readonly taken = new Map<string, number>();
  /** Keys of which a process was killed, or an answer was lost. */
  readonly hindered = new Set<string>();
  fates: Fate[] = [];
  outbox = this.start();

  start(): Outbox {
    const carry = (errand: Errand): Promise<void> => {
      const fate = this.fates.shift() ?? 'taken';
      if (fate !== 'taken' && fate !== 'later') this.hindered.add(errand.key);
      if (fate === 'taken' || fate === 'killed after' || fate === 'unknown')
        this.taken.set(errand.key, (this.taken.get(errand.key) ?? 0) + 1);
      if (fate === 'taken') return Promise.resolve();
      // A process that is killed does nothing more, not even fail.
      if (fate.startsWith('killed')) return new Promise(() => this.kill());
      return Promise.reject(new DeliveryFault(fate as Undelivered, 'as the test wants it'));
    };
    const mails = { mayRepeat: false, patienceMs: 2 * DAY_MS, carry };
    const hooks = { mayRepeat: true, patienceMs: 2 * DAY_MS, carry };
    return new Outbox({
      ...{ store: new OutboxRepository(db), carriers: { report: mails, webhook: hooks }, log },
      now: () => this.clock.at,
    });
  }

  wasKilled: () => void = () => {};
  kill(): void {
    this.outbox = this.start();
    this.wasKilled();
  }

  /** Until nothing is due, or the process is killed. */
  async run(): Promise<void> {
    const killed = new Promise<void>((resolve) => {
      this.wasKilled = resolve;
    });
    await Promise.race([this.outbox.run(), killed]);
  }
}

const ofReport = (key: string) => ({ key, kind: 'report' as const, userId: null, siteId: null, about: {} });

describe('the outbox', () => {
  it('mails nothing twice, however processes end, and everything that nobody hindered', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), key: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ do: fc.constant('run' as const), fates: fc.array(fc.constantFrom(...FATES), { maxLength: 4 }) }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: DAY_MS }) }),
      fc.record({ do: fc.constant('kill' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        db.exec('DELETE FROM outbox');
        const world = new World();
        const added = new Set<string>();
        for (const each of steps) {
          if (each.do === 'add') {
            const isNew = world.outbox.add(ofReport(`report ${each.key}`));
            expect(isNew).toBe(!added.has(`report ${each.key}`));
            added.add(`report ${each.key}`);
          } else if (each.do === 'wait') world.clock.at += each.ms;
          else if (each.do === 'kill') world.kill();
          else {
            world.fates = [...each.fates];
            await world.run();
          }
        }
        world.fates = [];
        await world.run();
        for (const [key, times] of world.taken) expect([key, times]).toEqual([key, 1]);
        // Within their patience all others are taken as soon as somebody takes them.
        const ended = db.prepare<[], string>("SELECT key FROM outbox WHERE state = 'given_up'").pluck().all();
        const waiting = db.prepare<[], string>("SELECT key FROM outbox WHERE state = 'waiting'").pluck().all();
        const others = [...added].filter((key) => ![...world.hindered, ...ended, ...waiting].includes(key));
        expect(others.filter((key) => world.taken.get(key) !== 1)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('sends a webhook again when nobody knows whether it arrived', async () => {
    const world = new World();
    world.outbox.add({ ...ofReport('hook'), kind: 'webhook' });
    world.fates = ['killed after'];
    await world.run();
    await world.run();
    expect(world.taken.get('hook')).toBe(2);
  });

  it('tries again after 1, 5 and 30 minutes, then 2 and 6 hours, and gives up in the end', async () => {
    const world = new World();
    world.outbox.add(ofReport('slow'));
    const [waits, start]: [number[], number] = [[], world.clock.at];
    const dueAt = db.prepare<[], number>("SELECT due_at FROM outbox WHERE state = 'waiting'").pluck();
    for (let due = dueAt.get(); due !== undefined; due = dueAt.get()) {
      waits.push((due - world.clock.at) / 60_000);
      world.clock.at = due;
      world.fates = ['later'];
      await world.run();
    }
    expect(waits.slice(0, 6)).toEqual([0, 1, 5, 30, 120, 360]);
    expect(world.clock.at - start).toBeLessThanOrEqual(2 * DAY_MS);
    expect(db.prepare('SELECT state FROM outbox').pluck().all()).toEqual(['given_up']);
    expect(world.taken.size).toBe(0);
  });

  it('forgets what has ended long ago, and nothing that waits', async () => {
    const world = new World();
    world.outbox.add(ofReport('done'));
    await world.run();
    world.clock.at += 101 * DAY_MS;
    world.outbox.add(ofReport('new'));
    world.outbox.tidy();
    expect(db.prepare('SELECT key FROM outbox').pluck().all()).toEqual(['new']);
  });
});
