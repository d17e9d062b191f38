import type { BuildOptions } from 'esbuild';
import type { MinifyOptions } from 'terser';

/** How esbuild joins files for browsers: into one text, in memory. */
export const BUNDLING: BuildOptions & { write: false };
/** How terser makes what visitors load small. Made anew for each text: terser writes into what it is given. */
export function shrinking(): MinifyOptions;
