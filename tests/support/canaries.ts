/** Finds a personal value in whatever shape it may have been written: raw, encoded, cut to its network, or hashed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Needle {
  name: string;
  bytes: Buffer;
}

/** Every shape of a value that must be nowhere. */
export function needlesFor(value: string, prefix: string | null = null): Needle[] {
  const raw = Buffer.from(value);
  const hash = createHash('sha256').update(value).digest();
  const shapes: [string, Buffer | string][] = [
    ['raw', raw],
    ['upper case', value.toUpperCase()],
    ['URL-encoded', encodeURIComponent(value)],
    ['JSON', JSON.stringify(value).slice(1, -1)],
    ['UTF-16', Buffer.from(value, 'utf16le')],
    ['hex', raw.toString('hex')],
    ['base64', base64Core(raw, 0)],
    ['base64, shifted by one', base64Core(raw, 1)],
    ['base64, shifted by two', base64Core(raw, 2)],
    ['SHA-256', hash],
    ['SHA-256 in hex', hash.toString('hex')],
    ['SHA-256 in base64', hash.toString('base64').slice(0, 42)],
  ];
  if (prefix !== null) shapes.push(['network', prefix]);
  return shapes.map(([name, bytes]) => ({ name: `${value} ${name}`, bytes: Buffer.from(bytes as string) }));
}

/** The base64 characters that do not depend on what stands before and after. */
function base64Core(bytes: Buffer, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift, 120), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return encoded.slice(shift === 0 ? 0 : shift + 1, -2);
}

/** Where needles occur in named texts. */
export function search(places: ReadonlyMap<string, Buffer>, needles: readonly Needle[]): string[] {
  const found: string[] = [];
  for (const [place, bytes] of places) {
    for (const needle of needles) if (bytes.includes(needle.bytes)) found.push(`${place}: ${needle.name}`);
  }
  return found;
}

/** Every file below a folder, sockets aside. */
export function readFiles(folder: string, into: Map<string, Buffer> = new Map()): Map<string, Buffer> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path);
    if (stat.isDirectory()) readFiles(path, into);
    else if (stat.isFile()) into.set(path, readFileSync(path));
  }
  return into;
}
