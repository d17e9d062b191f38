/** A service as it lies on disk, with its real databases, files and scripts, that a test may spoil before it is audited. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { buildClient } from '../../../client/build.mjs';
import { parseSiteSettings } from '../../../src/admin/parse-site-settings.ts';
import { createBotDetector } from '../../../src/collect/bots/create-bot-detector.ts';
import { createDeviceDetector } from '../../../src/collect/device/create-device-detector.ts';
import { openGeoLocator } from '../../../src/collect/geo/open-geo-locator.ts';
import type { Knowledge } from '../../../src/collect/pipeline.ts';
import { createSourceClassifier } from '../../../src/collect/source/create-source-classifier.ts';
import { firstDayKept } from '../../../src/domain/retention.ts';
import type { Site } from '../../../src/domain/site.ts';
import { Assets } from '../../../src/http/assets.ts';
import { startOfDay } from '../../../src/lib/calendar.ts';
import type { AuditFacts, Proof, RehearsalFacts, RightsFacts, ServiceFacts } from '../../../src/privacy/audit/facts.ts';
import { receiptBounds } from '../../../src/privacy/receipt-bounds.ts';
import { lookAtClient } from '../../../src/rehearsal/look-at-client.ts';
import { rehearse } from '../../../src/rehearsal/rehearse.ts';
import { rehearseRights } from '../../../src/rehearsal/rehearse-rights.ts';
import { openStage, type Stage } from '../../../src/rehearsal/stage.ts';
import { lookAtFiles } from '../../../src/store/audit/look-at-files.ts';
import { readStoredFacts } from '../../../src/store/audit/read-stored-facts.ts';
import { SiteRepository } from '../../../src/store/sqlite/app/site-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../../src/store/sqlite/migrate.ts';
import { openDatabase } from '../../../src/store/sqlite/open-database.ts';

export const NOW = Date.parse('2026-11-24T12:00Z');
export const TODAY = Math.floor(NOW / 86_400_000);
const PREFIX = 'count';

interface Rehearsed {
  rehearsal: RehearsalFacts;
  rights: RightsFacts;
}

/** What every world shares: it takes seconds to make and nobody spoils it. */
export interface Workshop {
  knowledge: Knowledge;
  client: Assets;
  dashboard: Assets;
  /** By the settings with which it was made. */
  rehearsals: Map<string, Promise<Rehearsed>>;
  folder: string;
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), 'passant-audit-'));
  await buildClient(join(folder, 'client'));
  mkdirSync(join(folder, 'dashboard'));
  writeFileSync(join(folder, 'dashboard/index.en.html'), '<!doctype html><title>Passant</title>');
  return {
    knowledge: {
      detectBot: createBotDetector(),
      detectDevice: createDeviceDetector(),
      classifySource: createSourceClassifier(),
      geo: await openGeoLocator(null),
    },
    client: new Assets(join(folder, 'client')),
    dashboard: new Assets(join(folder, 'dashboard')),
    rehearsals: new Map(),
    folder,
  };
}

/** All that a test may change; the site by its settings, everything else in place. */
export interface World {
  dataDir: string;
  site: Site;
  app: Database.Database;
  events: Database.Database;
  service: ServiceFacts;
  secrets: readonly string[] | null;
  proofs: (scripts: readonly { name: string; sha256: string }[]) => readonly Proof[];
  /** Changes the facts, for what only a fault of the program could do. */
  bend: (facts: AuditFacts) => void;
}

export function openWorld(options: Record<string, string> = { jurisdiction: 'FR' }): World {
  const dataDir = mkdtempSync(join(tmpdir(), 'passant-audited-'));
  const app = openDatabase(join(dataDir, 'app.db'));
  migrate(app, join(MIGRATIONS_DIR, 'app'));
  // As while the service runs.
  app.prepare('INSERT INTO last_runs VALUES (?, ?)').run('retention', NOW);
  const events = openDatabase(join(dataDir, 'events.db'));
  migrate(events, join(MIGRATIONS_DIR, 'events-sqlite'));
  return {
    ...{ dataDir, app, events },
    site: new SiteRepository(app).insert('example.org', parseSiteSettings(options, null), false, NOW),
    service: {
      ...{ version: '1.0.0', isServing: false, host: '127.0.0.1', baseUrl: null, trustsProxies: false },
      ...{ hasKeysFolder: false, usualPasswords: 0, outbound: [], callers: [], publicPages: 0 },
    },
    ...{ secrets: null, proofs: () => [], bend: () => {} },
  };
}

export async function gatherFacts(world: World, workshop: Workshop): Promise<AuditFacts> {
  const { dataDir, site, service, secrets } = world;
  const { client, dashboard } = workshop;
  const firstKept = firstDayKept(site.retentionMonths, site.timezone, NOW);
  world.app.pragma('wal_checkpoint(TRUNCATE)');
  const db = new Database(join(dataDir, 'events.db'));
  db.prepare('ATTACH ? AS app').run(join(dataDir, 'app.db'));
  const stored = readStoredFacts(db, {
    ...{ site, firstDayKept: firstKept },
    detachBefore: receiptBounds(site, NOW).detachBefore,
  });
  db.close();
  const keptSince = Number.isFinite(firstKept) ? startOfDay(firstKept, site.timezone) : firstKept;
  const looked = lookAtClient(client, dashboard, site);
  const facts: AuditFacts = {
    ...{ site, now: NOW, service },
    // A copy: what is bent in one world stays straight in the next.
    ...structuredClone(await rehearsed(world, workshop)),
    stored,
    files: lookAtFiles({ dataDir, keysDir: null, secrets, keptSince }),
    client: { ...looked, proofs: world.proofs(looked.scripts) },
  };
  world.bend(facts);
  return facts;
}

export function closeWorld({ app, events, dataDir }: World): void {
  app.close();
  events.close();
  rmSync(dataDir, { recursive: true, force: true });
}

function rehearsed(
  { site, service: { baseUrl } }: World,
  { rehearsals, knowledge, client, dashboard }: Workshop,
): Promise<Rehearsed> {
  const { id: _id, createdAt: _createdAt, ...settings } = site;
  const key = JSON.stringify([settings, baseUrl]);
  const known = rehearsals.get(key);
  if (known !== undefined) return known;
  const onStage = async <T>(play: (stage: Stage) => Promise<T>): Promise<T> => {
    const stage = await openStage({ site, knowledge, prefix: PREFIX, baseUrl: 'http://localhost', client, dashboard });
    try {
      return await play(stage);
    } finally {
      await stage.close();
    }
  };
  const made = (async () => ({
    rehearsal: await onStage((stage) => rehearse(stage, site, PREFIX)),
    rights: await onStage((stage) => rehearseRights(stage, site, { prefix: PREFIX, baseUrl })),
  }))();
  rehearsals.set(key, made);
  return made;
}
