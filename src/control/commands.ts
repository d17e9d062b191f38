/** What a command can ask, whether it owns the data itself or speaks to the server that does. Everything is plain JSON. */
import type { CookieOptions } from '../admin/parse-cookie.ts';
import type { GoalOptions } from '../admin/parse-goal.ts';
import type { SiteOptions } from '../admin/parse-site-settings.ts';
import type { ApiKey, User } from '../auth/ports.ts';
import type { MemoryEntry } from '../count/memory-entry.ts';
import type { DeclaredCookie } from '../domain/cookie.ts';
import type { KeyCustody } from '../domain/day-key.ts';
import type { Goal } from '../domain/goal.ts';
import type { Site } from '../domain/site.ts';
import type { RecordOfProcessing } from '../privacy/audit/record-of-processing.ts';
import type { AuditReport } from '../privacy/audit/run-audit.ts';
import type { SubjectAccess } from '../privacy/known-visitor.ts';
import type { QueryAnswer } from '../stats/answer-query.ts';
import type { ConsentAnswer } from '../stats/consent/answer-consent.ts';
import type { ImportReport } from '../transfer/import-report.ts';
import type { ImportProgress, ImportRequest } from '../transfer/import-request.ts';

export interface Commands {
  listSites(): Promise<Site[]>;
  addSite(domain: string, options: SiteOptions): Promise<Site>;
  setSite(domain: string, options: SiteOptions): Promise<Site>;
  removeSite(domain: string): Promise<void>;
  /** In the order of their names. */
  listGoals(domain: string): Promise<Goal[]>;
  addGoal(domain: string, options: GoalOptions): Promise<Goal>;
  removeGoal(domain: string, name: string): Promise<void>;
  /** What the site has declared for its charter. */
  listCookies(domain: string): Promise<DeclaredCookie[]>;
  addCookie(domain: string, options: CookieOptions): Promise<DeclaredCookie>;
  removeCookie(domain: string, name: string): Promise<void>;
  /** Everything that is stored for an identifier. */
  accessVisitor(domain: string, identifier: string): Promise<SubjectAccess>;
  /** Answers whether anything was stored. */
  eraseVisitor(domain: string, identifier: string): Promise<boolean>;
  listUsers(): Promise<User[]>;
  addUser(email: string, password: string): Promise<User>;
  listKeys(): Promise<ApiKey[]>;
  /** `site` null: all sites. */
  issueKey(name: string, scopes: string[], site: string | null): Promise<{ key: ApiKey; secret: string }>;
  revokeKey(id: number): Promise<void>;
  /** The site's day keys, newest first. */
  listDayKeys(domain: string): Promise<KeyCustody[]>;
  /** Seals the days that are due, of one site or (null) of all. @throws AppError `unavailable` naming what could not be sealed */
  seal(domain: string | null): Promise<{ site: string; days: number; rows: number; bytes: number }[]>;
  query(body: unknown): Promise<QueryAnswer>;
  /** Checks every rule of the audit for one site. */
  audit(domain: string): Promise<AuditReport>;
  /** The record of processing of a site; that it was exported is remembered. */
  exportRecord(domain: string): Promise<RecordOfProcessing>;
  /** What visitors answered to the question for consent. */
  consent(body: unknown): Promise<ConsentAnswer>;
  importData(
    request: ImportRequest,
    input: AsyncIterable<Uint8Array>,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportReport>;
}

/** Calls without a stream. */
export type PlainCall = Exclude<keyof Commands, 'importData'>;

/** What the socket carries: one line of question, then, for an import, its bytes; lines of parts, then one result or error. */
export interface ControlQuestion {
  call: keyof Commands | 'handOver';
  args: unknown[];
}
export type ControlPart = { progress: ImportProgress } | { entries: readonly MemoryEntry[] };
export type ControlAnswer =
  | ControlPart
  | { result: unknown }
  | { error: { code: string; message: string; details: readonly { path: string; message: string }[] } };

export const SOCKET_NAME = 'control.sock';
