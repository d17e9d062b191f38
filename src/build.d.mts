/** Builds the server into `outDir`: the program, its threads, the chunks that they share; and modules below `src/` that tests load as they ship. */
export function buildServer(outDir: string, more?: readonly string[]): Promise<void>;
