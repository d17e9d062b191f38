import type { CompiledPieces } from './build-pieces.mjs';

/** What a site has that has chosen nothing. */
export const DEFAULT_FEATURES: readonly string[];
/** Bytes by brotli of each form: `core`, `default`, `everything`, `feature <name>`, `adapter <name>`. */
export function measure(pieces: CompiledPieces): Record<string, number>;
/** @throws Error naming every form that is over its budget */
export function checkBudgets(sizes: Record<string, number>): void;
