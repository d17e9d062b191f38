/** Reads the program's own files for what can open a connection: a list that is meant to stay this short. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that may, and to where. */
export const CALLERS: Readonly<Record<string, string>> = {
  'control/call-control': 'the socket of the running server, a file in the data folder',
  'lib/checked-lookup': 'the name servers of the system, for the provider of sign-in and for webhooks',
  'oidc/provider-fetch': 'the provider of sign-in that the operator has set, when somebody signs in there',
  'outside/smtp-sender': 'the mail server that the operator has named',
  'outside/webhook-sender': 'the public addresses that admins of sites have added',
  'rehearsal/stage': 'itself, on this machine, while an audit runs',
};
/** The build writes the source of each part above it; what packages may do is none of ours. */
const PART = /^\/\/ (src\/\S+|(?:\S+\/)?node_modules\/\S+)$/m;
const MODULE = /from\s*['"](?:node:)?(?:net|http|https|http2|tls|dgram|dns)(?:\/promises)?['"]/;
const OPENS = /\b(?:connect|createConnection|request|get|Socket|Agent|createSocket|lookup|resolve\w*)\b/;
const FETCH = /(?<![.\w])(?:fetch|WebSocket|EventSource)\s*\(/;

/** @param folder of the built program @returns the sources of ours that can open a connection and are not on the list */
export function findCallers(folder: string): string[] {
  const callers = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => partsOf(readFileSync(join(folder, name), 'utf8')))
    .filter(([source, code]) => !Object.hasOwn(CALLERS, source) && canCall(code))
    .map(([source]) => source);
  return [...new Set(callers)];
}

/** The parts of a built file with their sources, such as `control/call-control`; what no source is named for is told as `?`. */
export function partsOf(file: string): [source: string, code: string][] {
  const [before = '', ...rest] = file.split(PART);
  const parts: [string, string][] = [['?', before]];
  for (let index = 0; index < rest.length; index += 2) {
    const [source = '', code = ''] = rest.slice(index, index + 2);
    if (source.startsWith('src/')) parts.push([source.slice('src/'.length).replace(/\.ts$/, ''), code]);
  }
  return parts;
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
