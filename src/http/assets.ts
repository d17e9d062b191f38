/** Built files held in memory and answered in the smallest form that the browser takes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import type { Context } from 'koa';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
};

export interface Asset {
  type: string;
  body: Buffer;
  br: Buffer | null;
  gzip: Buffer | null;
  /** Of the content, so the same for everybody: it validates a copy and recognises nobody. */
  etag: string;
}

export function createAsset(name: string, body: Buffer, br: Buffer | null, gzip: Buffer | null): Asset {
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    ...{ body, br, gzip },
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
}

export class Assets {
  readonly #files = new Map<string, Asset>();

  /**
   * Reads a folder whole; `.br` and `.gz` beside a file are its compressed forms.
   * @param rewrite changes a page's text before it is kept
   */
  constructor(folder: string, rewrite: ((name: string, text: string) => string) | null = null) {
    const names = listFiles(folder);
    const present = new Set(names);
    for (const name of names) {
      if (name.endsWith('.br') || name.endsWith('.gz')) continue;
      const raw = readFileSync(join(folder, name));
      const isPage = rewrite !== null && name.endsWith('.html');
      const body = isPage ? Buffer.from(rewrite(name, raw.toString('utf8'))) : raw;
      const packed = (ending: string) =>
        !isPage && present.has(name + ending) ? readFileSync(join(folder, name + ending)) : null;
      this.#files.set(name, createAsset(name, body, packed('.br'), packed('.gz')));
    }
  }

  /** Everything that can be answered. */
  list(): { name: string; asset: Asset }[] {
    return [...this.#files].map(([name, asset]) => ({ name, asset }));
  }

  find(name: string): Asset | undefined {
    return this.#files.get(name);
  }
}

/** Answers with an asset. @param cacheControl for instance `public, max-age=3600` */
export function sendAsset(ctx: Context, asset: Asset, cacheControl: string): void {
  ctx.set('cache-control', cacheControl);
  ctx.set('vary', 'accept-encoding');
  ctx.set('etag', asset.etag);
  ctx.type = asset.type;
  ctx.status = 200;
  if (ctx.fresh) {
    ctx.status = 304;
    return;
  }
  const encoding = ctx.acceptsEncodings(...(asset.br ? ['br'] : []), ...(asset.gzip ? ['gzip'] : []), 'identity');
  const packed = encoding === 'br' ? asset.br : encoding === 'gzip' ? asset.gzip : null;
  if (packed && typeof encoding === 'string') ctx.set('content-encoding', encoding);
  ctx.body = packed ?? asset.body;
}

function listFiles(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(path)) {
      const full = join(path, entry);
      if (statSync(full).isDirectory()) visit(full);
      else found.push(relative(folder, full).replaceAll('\\', '/'));
    }
  };
  visit(folder);
  return found;
}
