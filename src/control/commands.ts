/** What a command can ask, whether it owns the data itself or speaks to the server that does. Everything is plain JSON. */
import type { DayRange } from '../admin/parse-annotation.ts';
import type { CookieOptions } from '../admin/parse-cookie.ts';
import type { GoalOptions } from '../admin/parse-goal.ts';
import type { SiteOptions } from '../admin/parse-site-settings.ts';
import type { ChangeKind } from '../admin/ports.ts';
import type { KeyOptions } from '../auth/api-keys.ts';
import type { SharedLinkOptions } from '../auth/parse-shared-link.ts';
import type { StandingOptions } from '../auth/parse-standing.ts';
import type { ApiKey, Invitation, User } from '../auth/ports.ts';
import type { MemoryEntry } from '../count/memory-entry.ts';
import type { Annotation, AnnotationText } from '../domain/annotation.ts';
import type { Change } from '../domain/change.ts';
import type { DeclaredCookie } from '../domain/cookie.ts';
import type { KeyCustody } from '../domain/day-key.ts';
import type { Goal } from '../domain/goal.ts';
import type { Segment } from '../domain/segment.ts';
import type { SharedLink } from '../domain/shared-link.ts';
import type { Site } from '../domain/site.ts';
import type { RecordOfProcessing } from '../privacy/audit/record-of-processing.ts';
import type { AuditReport } from '../privacy/audit/run-audit.ts';
import type { SubjectAccess } from '../privacy/known-visitor.ts';
import type { QueryAnswer } from '../stats/answer-query.ts';
import type { ConsentAnswer } from '../stats/consent/answer-consent.ts';
import type { ExportProgress, ExportReport, ExportRequest } from '../transfer/export-request.ts';
import type { ImportReport } from '../transfer/import-report.ts';
import type { ImportProgress, ImportRequest } from '../transfer/import-request.ts';

export interface ListedUser extends User {
  /** Whether the password, or the provider, is not enough. */
  hasSecondStep: boolean;
}

export interface Commands {
  listSites(): Promise<Site[]>;
  addSite(domain: string, options: SiteOptions): Promise<Site>;
  setSite(domain: string, options: SiteOptions): Promise<Site>;
  /** Out of sight at once, erased later. @returns the day on which it goes */
  removeSite(domain: string): Promise<{ until: string }>;
  /** Those that can be had back, and the day on which each goes. */
  listRemovedSites(): Promise<{ domain: string; until: string }[]>;
  restoreSite(domain: string): Promise<Site>;
  /** At once and for good, whether or not it was removed before. */
  eraseSite(domain: string): Promise<void>;
  /** Erases what was counted; the site goes on. */
  emptySite(domain: string): Promise<void>;
  /** Makes somebody its owner. @param before whose role there `keep` takes the place of; null: nobody's */
  giveSite(domain: string, to: string, before: { email: string; keep: string } | null): Promise<User>;
  /** In the order of their names. */
  listGoals(domain: string): Promise<Goal[]>;
  addGoal(domain: string, options: GoalOptions): Promise<Goal>;
  removeGoal(domain: string, name: string): Promise<void>;
  /** By day. @param range `from` and `to`, both included */
  listAnnotations(domain: string, range: DayRange): Promise<Annotation[]>;
  addAnnotation(domain: string, note: AnnotationText): Promise<Annotation>;
  removeAnnotation(domain: string, id: number): Promise<void>;
  /** In the order of their names. */
  listSegments(domain: string): Promise<Segment[]>;
  /** @param filters in the form of the query API */
  addSegment(domain: string, name: string, filters: unknown[]): Promise<Segment>;
  removeSegment(domain: string, name: string): Promise<void>;
  /** What the site has declared for its charter. */
  listCookies(domain: string): Promise<DeclaredCookie[]>;
  addCookie(domain: string, options: CookieOptions): Promise<DeclaredCookie>;
  removeCookie(domain: string, name: string): Promise<void>;
  /** Everything that is stored for an identifier. */
  accessVisitor(domain: string, identifier: string): Promise<SubjectAccess>;
  /** Answers whether anything was stored. */
  eraseVisitor(domain: string, identifier: string): Promise<boolean>;
  listUsers(): Promise<ListedUser[]>;
  addUser(email: string, password: string, standing: StandingOptions): Promise<User>;
  /** In the place of the roles before. */
  setUser(email: string, standing: StandingOptions): Promise<User>;
  /** Every login of theirs ends. */
  setPassword(email: string, password: string): Promise<void>;
  /** The password is enough again, and every login of theirs ends. @throws AppError `conflict` when it was */
  endSecondStep(email: string): Promise<void>;
  isSecondStepDemanded(): Promise<boolean>;
  /** Of everybody. */
  demandSecondStep(isDemanded: boolean): Promise<void>;
  /** Ends every login of somebody. */
  endLogins(email: string): Promise<void>;
  /** Removes an account, or else an invitation. */
  removeUser(email: string): Promise<void>;
  /** Those that are open. */
  listInvitations(): Promise<Invitation[]>;
  inviteUser(email: string, standing: StandingOptions): Promise<{ invitation: Invitation; token: string }>;
  listKeys(): Promise<ApiKey[]>;
  /** `site` null: all sites. */
  issueKey(options: KeyOptions, site: string | null): Promise<{ key: ApiKey; secret: string }>;
  revokeKey(id: number): Promise<void>;
  /** Of the back office, the newest first. @param before null, or the id from which to go on @param only null for everything */
  listChanges(before: number | null, limit: number, only?: ChangeKind | null): Promise<Change[]>;
  /** Links by which a site is shared. */
  listLinks(domain: string): Promise<SharedLink[]>;
  addLink(domain: string, options: SharedLinkOptions): Promise<SharedLink>;
  revokeLink(domain: string, id: number): Promise<void>;
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
  /** @param onPiece takes the lines; the next ones come when it has resolved */
  exportData(
    request: ExportRequest,
    onPiece: (text: string, progress: ExportProgress) => Promise<void>,
  ): Promise<ExportReport>;
}

/** Calls without a stream. */
export type PlainCall = Exclude<keyof Commands, 'importData' | 'exportData'>;

/** What the socket carries: one line of question, then, for an import, its bytes; lines of parts, then one result or error. */
export interface ControlQuestion {
  call: keyof Commands | 'handOver';
  args: unknown[];
}
export type ControlPart =
  | { progress: ImportProgress }
  | { entries: readonly MemoryEntry[] }
  | { piece: string; exported: ExportProgress };
export type ControlAnswer =
  | ControlPart
  | { result: unknown }
  | { error: { code: string; message: string; details: readonly { path: string; message: string }[] } };

export const SOCKET_NAME = 'control.sock';
