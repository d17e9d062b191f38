/** Who looks at what: the audit asks, the walls answer. */
import type { Site } from '../../domain/site.ts';
import type { ClientFacts, FileFacts, RehearsalFacts, RightsFacts, ServiceFacts, StoredFacts } from './facts.ts';

export interface AuditSources {
  service(site: Site): Promise<ServiceFacts>;
  rehearse(site: Site): Promise<RehearsalFacts>;
  stored(site: Site): Promise<{ stored: StoredFacts; files: FileFacts }>;
  client(site: Site): Promise<ClientFacts>;
  rights(site: Site): Promise<RightsFacts>;
}

/** When something that the audit asks about was last done. */
export interface LastRuns {
  /** UTC ms; null when it never was. */
  find(job: Job): number | null;
  save(job: Job, at: number): void;
}

export type Job = 'retention' | `record of site ${number}`;
