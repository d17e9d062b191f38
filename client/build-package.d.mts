/** Writes the entries of the npm package with their types into `outDir`. */
export function buildPackage(outDir: string): Promise<void>;
