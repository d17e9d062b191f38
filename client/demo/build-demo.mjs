export async function buildDemo(outDir) {}
