/** What `pieces.json` holds; the server reads it as `ScriptPieces`. */
export interface CompiledPieces {
  safely: string;
  entry: [string, string];
  cores: Record<string, string>;
  pieces: Record<string, string>;
  features: Record<string, { pieces: string[]; start: string }>;
  adapters: Record<string, { pieces: string[]; start: string }>;
}

/** Compiles the tracker into pieces that a server joins without a compiler. */
export function compilePieces(): Promise<CompiledPieces>;
