/** One built script: sizes in bytes, SHA-256 in hex. */
export interface BuiltScript {
  name: string;
  bytes: number;
  gzip: number;
  brotli: number;
  sha256: string;
}

/** Writes `s.js`, `sd.js`, `rights.js`, the banner in every language, their compressed copies, `texts/` and `demo/` into `outDir`, which is created when absent. */
export function buildClient(outDir: string): Promise<BuiltScript[]>;
