/** Languages of a text, in the order of the alphabet; by default of the one that is asked with now. */
export function listLanguages(version?: string): Promise<string[]>;

/** `choice.js`, and the banner in each language as `choice.<language>.js`, with the bytes that each may have by brotli. */
export function compileBanner(): Promise<{ name: string; code: string; mostBytes: number }[]>;

/** Writes `<version>-<language>.json` for every text that was ever served. */
export function writeTexts(outDir: string): Promise<void>;
