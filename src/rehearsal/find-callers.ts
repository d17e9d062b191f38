/** Reads the program's own files for what can open a connection: a list that is meant to stay this short. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files that may, and to where. */
export const CALLERS: Readonly<Record<string, string>> = {
  'control/call-control': 'the socket of the running server, a file in the data folder',
  'rehearsal/stage': 'itself, on this machine, while an audit runs',
};
/** What browsers and other programs load; the server runs none of it. */
const NOT_OF_THE_SERVER = new Set(['client', 'dashboard', 'npm']);
const MODULE = /from\s*['"](?:node:)?(?:net|http|https|http2|tls|dgram|dns)(?:\/promises)?['"]/;
const OPENS = /\b(?:connect|createConnection|request|get|Socket|Agent|createSocket|lookup|resolve\w*)\b/;
const FETCH = /(?<![.\w])(?:fetch|WebSocket|EventSource)\s*\(/;

/** @param root folder of the program's modules */
export function findCallers(root: string): string[] {
  return modulesBelow(root)
    .map(
      (file) =>
        [
          relative(root, file)
            .replaceAll('\\', '/')
            .replace(/\.[jt]s$/, ''),
          readFileSync(file, 'utf8'),
        ] as const,
    )
    .filter(([name, code]) => !Object.hasOwn(CALLERS, name) && canCall(code))
    .map(([name]) => name);
}

export function canCall(code: string): boolean {
  const imports = code.match(/^import\s[^;]*;?$/gm) ?? [];
  const opens = imports.some((line) => {
    if (!MODULE.test(line) || /^import\s+type\b/.test(line)) return false;
    const names = /\{([^}]*)\}/.exec(line)?.[1];
    // Types are no calls.
    return names === undefined || names.split(',').some((name) => !/^\s*type\s/.test(name) && OPENS.test(name));
  });
  return opens || FETCH.test(code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''));
}

function modulesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return NOT_OF_THE_SERVER.has(name) ? [] : modulesBelow(path);
    return /\.[jt]s$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}
