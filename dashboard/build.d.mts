/** One built script or style sheet: sizes in bytes. */
export interface BuiltAsset {
  name: string;
  bytes: number;
  gzip: number;
}

/** Writes `index.html` and `assets/` (hashed names, compressed copies) into `outDir`, which is created when absent. */
export function buildDashboard(outDir: string): Promise<BuiltAsset[]>;
