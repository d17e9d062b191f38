/** The audit: what it says of a fresh site, and that each rule fails when exactly its condition is broken. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_RULES } from '../../../src/privacy/audit/all-rules.ts';
import { type AuditReport, hasFailed, runAudit } from '../../../src/privacy/audit/run-audit.ts';
import { RememberedVisitors } from '../../../src/rehearsal/remembered-visitors.ts';
import {
  closeWorld,
  gatherFacts,
  NOW,
  openWorkshop,
  openWorld,
  TODAY,
  type Workshop,
  type World,
} from './audited-world.ts';
import { BREAKAGES, makeOldCopy, ONLY_DECLARED, storeImport, storeReceipt, storeVisitor } from './breakages.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => rmSync(workshop.folder, { recursive: true, force: true }));

/** @param spoil changes the world before it is looked at */
async function audit(spoil: (world: World) => void = () => {}, options?: Record<string, string>): Promise<AuditReport> {
  const world = openWorld(options);
  try {
    spoil(world);
    return runAudit(await gatherFacts(world, workshop));
  } finally {
    closeWorld(world);
  }
}

function resultsOf({ rules }: AuditReport): Record<string, string> {
  return Object.fromEntries(rules.map(({ id, result }) => [id, result]));
}

/** As `passant site add example.org --jurisdiction FR` leaves it, without a word from a person and without a browser. */
const FRESH: Readonly<Record<string, string>> = {
  ...{ 'P-01': 'pass', 'P-02': 'pass', 'P-03': 'pass', 'P-04': 'pass', 'P-05': 'pass' },
  ...{ 'P-06': 'pass', 'P-07': 'pass', 'P-08': 'pass', 'P-09': 'pass', 'P-10': 'pass' },
  ...{ 'L-01': 'unknown', 'L-02': 'unknown', 'L-03': 'pass', 'L-04': 'pass', 'L-05': 'unknown', 'L-06': 'unknown' },
  ...{ 'L-07': 'pass', 'I-01': 'pass', 'I-02': 'pass', 'I-03': 'pass', 'I-04': 'pass', 'I-05': 'pass' },
  ...{ 'D-01': 'unknown', 'D-02': 'pass', 'D-03': 'unknown', 'D-04': 'unknown', 'D-05': 'unknown', 'D-06': 'fail' },
  ...{ 'C-01': 'unknown', 'C-02': 'unknown', 'C-03': 'unknown', 'C-04': 'unknown', 'C-05': 'unknown' },
  ...{ 'C-06': 'unknown', 'C-07': 'unknown', 'C-08': 'pass', 'C-09': 'pass', 'C-10': 'unknown', 'C-11': 'pass' },
  ...{ 'C-12': 'unknown', 'R-01': 'unknown', 'R-02': 'unknown', 'R-03': 'pass', 'R-04': 'pass' },
  ...{ 'R-05': 'fail', 'R-06': 'unknown', 'S-01': 'pass', 'S-02': 'pass', 'S-03': 'unknown', 'S-04': 'unknown' },
  ...{ 'J-01': 'pass', 'J-02': 'pass', 'X-01': 'not-applicable' },
};

describe('the audit of a fresh site in France', () => {
  it('says of each of the 53 rules what the table says, and none that must hold fails', async () => {
    const report = await audit();
    expect(report.rules).toHaveLength(53);
    expect(resultsOf(report)).toEqual(FRESH);
    expect(hasFailed(report)).toBe(false);
  });

  it('passes wherever a person can declare, a browser can show and rights can be tried', async () => {
    const proven = ['L-01', 'L-02', 'D-01', 'D-03', 'D-04', 'D-05', 'C-01', 'C-02', 'C-03', 'C-04', 'C-05'];
    const report = await audit(
      (world) => {
        Object.assign(world.service, { baseUrl: 'https://count.example.org' });
        world.proofs = (scripts) =>
          [...proven, 'C-06', 'C-07', 'C-10', 'C-12'].flatMap((rule) =>
            scripts.map(({ name, sha256 }) => ({ rule, script: name, sha256, result: 'pass' as const })),
          );
        world.app.prepare('INSERT INTO last_runs VALUES (?, ?)').run(`record of site ${world.site.id}`, NOW);
      },
      {
        ...{ jurisdiction: 'FR', review: '2027-11-01', 'hosting-country': 'FR', controller: 'Example' },
        ...{ contact: 'dpo@example.org', analysis: 'DPIA 7', 'access-logs': '31d', backups: '90d' },
      },
    );
    const others = Object.entries(resultsOf(report)).filter(([, result]) => result !== 'pass');
    expect(others).toEqual([
      ['D-06', 'fail'],
      ['X-01', 'not-applicable'],
    ]);
  });

  it('leaves rules of the exemption out where it is not relied on', async () => {
    const results = resultsOf(await audit(() => {}, { jurisdiction: 'DE' }));
    for (const { id, scope } of AUDIT_RULES)
      if (scope === 'exempt') expect([id, results[id]]).toEqual([id, 'not-applicable']);
    expect(results['J-01']).toBe('pass');
  });
});

describe('each rule', () => {
  it('has a breakage', () => {
    expect(Object.keys(BREAKAGES)).toEqual(AUDIT_RULES.map(({ id }) => id));
  });

  it.each(AUDIT_RULES.map(({ id }) => id))(
    '%s fails when its condition is broken, and no other one that must hold',
    async (id) => {
      const report = await audit(BREAKAGES[id]);
      const rule = report.rules.find((each) => each.id === id);
      expect(rule?.result).toBe(ONLY_DECLARED.includes(id) ? 'unknown' : 'fail');
      const alsoFailed = report.rules.filter(
        (each) => each.severity === 'must' && each.result === 'fail' && each.id !== id && FRESH[each.id] !== 'fail',
      );
      expect(alsoFailed.map((each) => each.id)).toEqual([]);
    },
  );

  it.each(AUDIT_RULES)('$id says what must hold, and where it comes from, in both languages', ({ title, source }) => {
    expect(title.en.endsWith('.')).toBe(true);
    expect(title.fr.endsWith('.')).toBe(true);
    expect(source.length).toBeGreaterThan(5);
  });
});

describe('what is looked at for real', () => {
  it('an address among stored texts, but not the name of a server', async () => {
    const store = (kind: string) => (world: World) => {
      world.events.prepare('INSERT INTO terms VALUES (?, ?, 1, ?)').run(world.site.id, kind, '203.0.113.9');
    };
    expect(resultsOf(await audit(store('prop_value')))['I-01']).toBe('fail');
    expect(resultsOf(await audit(store('host')))['I-01']).toBe('pass');
  });

  it('a copy that is older than the site keeps its days', async () => {
    expect(resultsOf(await audit(makeOldCopy))['S-03']).toBe('fail');
  });

  it('days older than 25 months, and identifiers that were not seen since', async () => {
    const report = await audit(({ events, site }) => {
      events.prepare('INSERT INTO drops VALUES (?, ?, ?, 1)').run(site.id, TODAY - 800, 'bot');
      events
        .prepare('INSERT INTO visitors VALUES (?, 1, ?, ?, ?)')
        .run(site.id, Buffer.alloc(16), TODAY - 801, TODAY - 800);
    });
    expect(resultsOf(report)).toMatchObject({ 'L-03': 'fail', 'L-04': 'fail' });
  });

  it.each([
    ['on time', '2026-11-22T00:29:55Z', 'expired', 'pass'],
    ['an hour late', '2026-11-22T01:30:00Z', 'expired', 'fail'],
    ['lost with the process, found a day later', '2026-11-23T08:00:00Z', 'lost with the process', 'pass'],
  ])('a day key that died %s', async (_when, destroyed, ending, expected) => {
    const report = await audit(({ events, site }) => {
      const day = Date.parse('2026-11-20') / 86_400_000;
      events
        .prepare('INSERT INTO day_key_log VALUES (?, ?, ?, ?, ?, 0, ?, ?)')
        .run(site.id, day, 'c', 'two-day', day * 86_400_000, Date.parse(destroyed), ending);
    });
    expect(resultsOf(report)['L-07']).toBe(expected);
  });

  it.each([
    ['with a receipt', TODAY - 3, null, 'pass'],
    ['without one', null, null, 'fail'],
    ['without one, older than imported events', null, TODAY, 'unknown'],
    ['without one, first seen after an import', null, TODAY - 9, 'fail'],
  ])('an identifier %s', async (_what, receipt, imported, expected) => {
    const report = await audit((world) => {
      storeVisitor(world, TODAY - 3, TODAY);
      if (receipt !== null) storeReceipt(world, receipt);
      if (imported !== null) storeImport(world, imported);
    });
    expect(resultsOf(report)['C-08']).toBe(expected);
  });

  it.each([
    ['25 months and 13 more are over', 1190, 'fail'],
    ['they are not, though no visit is left', 1000, 'pass'],
  ])('a receipt that names its visitor when %s', async (_when, age, expected) => {
    expect(resultsOf(await audit((world) => storeReceipt(world, TODAY - age)))['L-04']).toBe(expected);
  });

  it.each(['cookie', 'storage', 'server'])(
    'the rights of a visitor whose identifier is kept by %s',
    async (identifier) => {
      const declared = { controller: 'Example & "Sons"', contact: 'https://example.org/dpo?a=1&b=2' };
      const options = { jurisdiction: 'FR', identifier, ...declared };
      const results = resultsOf(
        await audit(({ service }) => Object.assign(service, { baseUrl: 'https://example.org' }), options),
      );
      expect(results).toMatchObject({ 'R-01': 'pass', 'R-02': 'pass', 'R-03': 'pass', 'R-04': 'pass' });
    },
  );

  it('rows that outlive an erasure, and an objection that would not reach the site', async () => {
    const forgets = RememberedVisitors.prototype.erase;
    RememberedVisitors.prototype.erase = async () => true;
    const found = await audit(({ service }) => Object.assign(service, { baseUrl: 'https://other.example' }), {
      ...{ jurisdiction: 'FR', 'hosting-country': 'FR' },
    }).finally(() => {
      RememberedVisitors.prototype.erase = forgets;
    });
    expect(resultsOf(found)).toMatchObject({ 'R-01': 'unknown', 'R-03': 'fail', 'R-04': 'fail' });
  });

  it('the cookie that the server sets for a site whose identifier it keeps', async () => {
    const results = resultsOf(await audit(() => {}, { jurisdiction: 'FR', identifier: 'server' }));
    expect(results).toMatchObject({ 'L-01': 'pass', 'L-02': 'pass', 'D-04': 'pass', 'D-05': 'pass', 'D-06': 'pass' });
  });

  it('a script that is not the one that was proven', async () => {
    const report = await audit((world) => {
      world.proofs = () => [{ rule: 'D-01', script: 's.js', sha256: '00', result: 'pass' }];
    });
    expect(report.rules.find(({ id }) => id === 'D-01')).toMatchObject({
      result: 'unknown',
      message: { en: expect.stringContaining('s.js of this site is not one') },
    });
  });

  it('a log that somebody has put into the data folder, whatever it is called', async () => {
    const report = await audit(({ dataDir }) =>
      writeFileSync(join(dataDir, 'notes'), 'seen: 2001:db8:4a7e:91c3:5f1e:8d2b:77aa:9b0c', { mode: 0o600 }),
    );
    expect(resultsOf(report)['I-01']).toBe('fail');
  });
});
