/** What the rights of visitors need from outside. */
import type { ConsentReceipt } from '../domain/consent.ts';
import type { Site } from '../domain/site.ts';
import type { KnownVisitor } from './known-visitor.ts';

export interface KeptVisitors {
  /** @param key of the visitor, 32 hex digits @param mostEvents that are read. Null when the key is unknown. */
  read(siteId: number, key: string, mostEvents: number): Promise<KnownVisitor | null>;
  /**
   * Erases the visitor from rows, columns, files and logs, and takes the key from their receipts.
   * @param withdrawal kept without a key when anything was known @returns whether anything was
   */
  erase(siteId: number, key: string, withdrawal: ConsentReceipt | null): Promise<boolean>;
}

export interface ReceiptReader {
  list(siteId: number, key: string): ConsentReceipt[];
}

export interface SiteFinder {
  find(domain: string): Pick<Site, 'id'> | undefined;
  /** The key under which the identifier is stored. */
  keyOf(siteId: number, identifier: string): string;
}
