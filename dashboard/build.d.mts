/** One built script or style sheet: sizes in bytes. */
export interface BuiltAsset {
  name: string;
  /** The source that it begins with, below `dashboard/`; null when it is a part that others share. */
  source: string | null;
  /** Names of the files without which it does not run. */
  needs: string[];
  bytes: number;
  gzip: number;
}

/** Writes `index.<language>.html` and `assets/` (hashed names, compressed copies) into `outDir`, which is created when absent; with the gallery `gallery.<language>.html` too. */
export function buildDashboard(outDir: string, options?: { hasGallery?: boolean }): Promise<BuiltAsset[]>;
