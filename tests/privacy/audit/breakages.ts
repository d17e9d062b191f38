/** For every rule the one thing that breaks it: in the stored rows, the files, the settings, or, for a fault of the program, the facts. */
import { chmodSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditFacts, RightsFacts } from '../../../src/privacy/audit/facts.ts';
import { NOW, TODAY, type World } from './audited-world.ts';

const DAY_MS = 86_400_000;
const SECRET = 'ab'.repeat(32);

export const WORKING_RIGHTS: RightsFacts = {
  setUp: 'own-host',
  objection: { worksWithoutScript: true, marks: ['1', '1'], rememberedDays: 393, isCountedAfterwards: false },
  noticeLacks: [],
  exercise: { sees: true, downloads: true, erases: true, left: 0 },
  withdrawalErases: true,
};

/** A visit of somebody without consent. */
function storeVisit({ events, site }: World, columns: Record<string, number> = {}): void {
  const all = events
    .prepare<[], string>("SELECT name FROM pragma_table_info('visits')")
    .pluck()
    .all()
    .map((name) => columns[name] ?? { site_id: site.id, day: TODAY, visit: 1 }[name] ?? 0);
  events.prepare(`INSERT INTO visits VALUES (${all.map(() => '?').join(', ')})`).run(all);
  touch({ events, site });
}

function touch({ events, site }: Pick<World, 'events' | 'site'>, day = TODAY): void {
  events.prepare('INSERT OR REPLACE INTO day_changes VALUES (?, ?, 1)').run(site.id, day);
}

function storeText({ events, site }: World, kind: string, id: number, text: string): void {
  events.prepare('INSERT INTO terms VALUES (?, ?, ?, ?)').run(site.id, kind, id, text);
}

function storeEvent({ events, site }: World, event: number, name: number): void {
  events
    .prepare('INSERT INTO events VALUES (?, ?, ?, 1, ?, ?, 0, 0, 0, NULL, NULL, 0, NULL)')
    .run(site.id, TODAY, event, NOW, name);
}

const VISITOR = Buffer.alloc(16, 1);

/** A visitor without a receipt. */
function storeVisitor({ events, site }: World, first: number, last: number): void {
  events.prepare('INSERT INTO visitors VALUES (?, 1, ?, ?, ?)').run(site.id, VISITOR, first, last);
}

function set(world: World, settings: Partial<World['site']>): void {
  Object.assign(world.site, settings);
}

const failed =
  (rule: string) =>
  (world: World): void => {
    world.proofs = (scripts) =>
      scripts.slice(0, 1).map(({ name, sha256 }) => ({ rule, script: name, sha256, result: 'fail' }));
  };
const bent =
  (bend: (facts: AuditFacts) => void) =>
  (world: World): void => {
    world.bend = bend;
  };
const rights =
  (change: Partial<RightsFacts>) =>
  (world: World): void => {
    set(world, { controller: 'Example', contact: 'dpo@example.org' });
    world.rights = { ...WORKING_RIGHTS, ...change };
  };

export const BREAKAGES: Readonly<Record<string, (world: World) => void>> = {
  'P-01': (world) => storeVisit(world, { utm_source: 1 }),
  'P-02': (world) => storeText(world, 'page', 1, '/offer?fbclid=abc'),
  'P-03': (world) => {
    storeText(world, 'referrer', 1, 'news.example.net/path');
    storeVisit(world, { referrer: 1 });
  },
  'P-04': (world) => {
    storeVisit(world);
    for (const kind of [1, 2, 3, 4]) {
      storeText(world, 'name', kind, `Kind ${kind}`);
      storeEvent(world, kind, kind);
    }
  },
  'P-05': bent(({ rehearsal }) => Object.assign(rehearsal, { suppliedIdentifiers: ['in the place of ours'] })),
  'P-06': (world) => {
    const { events, site } = world;
    events.prepare('INSERT INTO people VALUES (?, ?, 1, 0, 0, 1, 1)').run(site.id, TODAY);
    touch(world);
  },
  'P-07': (world) => set(world, { rounding: false }),
  'P-08': (world) => set(world, { smallCells: 0 }),
  'P-09': ({ app }) =>
    app
      .prepare(
        `INSERT INTO sites (domain, settings, identifier_key, created_at)
        SELECT 'other.example', settings, identifier_key, created_at FROM sites`,
      )
      .run(),
  'P-10': ({ service }) => Object.assign(service, { outbound: ['192.0.2.1 port 443'] }),
  'L-01': (world) => {
    storeVisitor(world, TODAY - 400, TODAY);
    world.app
      .prepare("INSERT INTO consent_receipts VALUES (1, ?, ?, 'accepted', ?, '', '', 'cookie')")
      .run(world.site.id, VISITOR, NOW - 400 * DAY_MS);
  },
  'L-02': failed('L-02'),
  'L-03': (world) => {
    storeVisit(world);
    world.app.prepare('UPDATE last_runs SET done_at = ?').run(NOW - 3 * DAY_MS);
  },
  'L-04': ({ events }) => events.exec('CREATE TABLE remembered (site_id INTEGER, visitor_key BLOB) STRICT'),
  'L-05': (world) => set(world, { reviewOn: '2026-11-23' }),
  'L-06': (world) => set(world, { accessLogDays: 90 }),
  'L-07': (world) => {
    world.secrets = [SECRET];
    writeFileSync(join(world.dataDir, 'swap'), Buffer.concat([Buffer.alloc(99), Buffer.from(SECRET, 'hex')]), {
      mode: 0o600,
    });
  },
  'I-01': ({ dataDir }) =>
    writeFileSync(join(dataDir, 'access.log'), '203.0.113.9 - - "GET / HTTP/1.1" 200\n', { mode: 0o600 }),
  'I-02': bent(({ rehearsal }) => Object.assign(rehearsal, { lookedUp: ['203.0.113.213'] })),
  'I-03': ({ events }) => events.exec('ALTER TABLE visits ADD COLUMN latitude REAL'),
  'I-04': (world) => storeText(world, 'browser_version', 1, '141.0.7390.54'),
  'I-05': bent(({ client }) => Object.assign(client.scripts[0] ?? {}, { asksHints: true })),
  'D-01': failed('D-01'),
  'D-02': bent(({ rehearsal }) =>
    Object.assign(rehearsal.answers[0]?.headers ?? {}, { 'set-cookie': 'seen=1; Path=/' }),
  ),
  'D-03': failed('D-03'),
  'D-04': bent(({ rehearsal }) => Object.assign(rehearsal, { shortIdentifier: 202 })),
  'D-05': failed('D-05'),
  'D-06': () => {}, // a script sets the identifier unless a site has it otherwise
  'C-01': bent(({ rehearsal }) => Object.assign(rehearsal, { identifiedWithoutYes: ['a refusal'] })),
  'C-02': failed('C-02'),
  'C-03': failed('C-03'),
  'C-04': failed('C-04'),
  'C-05': failed('C-05'),
  'C-06': failed('C-06'),
  'C-07': failed('C-07'),
  'C-08': (world) => storeVisitor(world, TODAY, TODAY),
  'C-09': ({ events }) => events.exec('ALTER TABLE consent_days ADD COLUMN ordinal INTEGER'),
  'C-10': failed('C-10'),
  'C-11': (world) => set(world, { signals: 'ignore' }),
  'C-12': bent(({ rehearsal }) => Object.assign(rehearsal, { prefetched: null })),
  'R-01': rights({
    objection: { worksWithoutScript: false, marks: ['1', '1'], rememberedDays: 393, isCountedAfterwards: false },
  }),
  'R-02': rights({ noticeLacks: ['the right to complain'] }),
  'R-03': rights({ exercise: { sees: true, downloads: true, erases: true, left: 2 } }),
  'R-04': rights({ withdrawalErases: false }),
  'R-05': ({ app, site }) =>
    app.prepare('INSERT INTO last_runs VALUES (?, ?)').run(`record of site ${site.id}`, NOW - 400 * DAY_MS),
  'R-06': (world) => set(world, { analysis: null }),
  'S-01': ({ service }) => Object.assign(service, { host: '0.0.0.0', baseUrl: 'http://count.example.org' }),
  'S-02': ({ service }) => Object.assign(service, { usualPasswords: 1 }),
  'S-03': ({ dataDir }) => chmodSync(join(dataDir, 'events.db'), 0o644),
  'S-04': (world) => set(world, { hostingCountry: null }),
  'J-01': (world) => set(world, { profile: 'consented' }),
  'J-02': (world) => set(world, { controller: 'A measurement that the CNIL has validated' }),
  'X-01': (world) => {
    Object.assign(world.service, { publicPages: 1 });
    world.bend = ({ rehearsal }) => Object.assign(rehearsal.shownInPublic, { figures: [3, 17, 1234] });
  },
};

/** Rules on facts that a person declares: nobody can break them but by saying nothing. */
export const ONLY_DECLARED = ['R-06', 'S-04'];

export function makeOldCopy({ dataDir }: World): void {
  const file = join(dataDir, 'events.db.bak');
  writeFileSync(file, 'old', { mode: 0o600 });
  utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'));
}
