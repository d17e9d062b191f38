/** Raw events for programs that may have them: `GET /api/v2/export`, streamed as fast as they are read. */
import { Readable } from 'node:stream';
import type Router from '@koa/router';
import type { Context } from 'koa';
import { hashToken } from '../../auth/tokens.ts';
import { AppError } from '../../domain/errors.ts';
import { describeFault } from '../../observe/create-log.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import { type ExportDays, type ExportFormat, readExportDays, readExportFormat } from '../../transfer/export-request.ts';
import { type ExportedPiece, Exporter } from '../../transfer/exporter.ts';
import { answerShape } from '../api/check-shape.ts';
import { EXPORT_QUESTION } from '../api/schemas/counters.ts';
import type { BackOffice } from '../back-office.ts';
import { bearerOf } from '../bearer.ts';
import type { HttpServices } from '../services.ts';

const TYPES = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

export function addExportRoutes(
  router: Router,
  office: BackOffice,
  { executor, log, now }: Pick<HttpServices, 'executor' | 'log' | 'now'>,
): void {
  const exporter = new Exporter({ reader: executor, now });
  /** Keys with an export under way, by their hash. */
  const busy = new Set<string>();

  router.get('/api/v2/export', async (ctx) => {
    const site = office.siteForKey(ctx, readSiteId(ctx.query), 'events:read');
    const { days, format } = await answerShape(EXPORT_QUESTION, { ...ctx.query }, async () => readAsked(ctx));
    const key = hashToken(bearerOf(ctx.get('authorization')) ?? '').toString('base64');
    if (busy.has(key))
      throw new AppError('rate_limited', 'An export with this key is under way; wait until it has ended.');
    busy.add(key);
    const pieces: AsyncGenerator<ExportedPiece, unknown> = exporter.run(site, days, format);
    const end = () => {
      busy.delete(key);
      void pieces.return(null); // whoever has gone wants no more of it
    };
    ctx.res.once('close', end);
    // A fault at once is an answer like any other; later ones can only break the answer off.
    const first = await pieces.next();
    const stream = Readable.from(textsOf(first, pieces), { objectMode: false });
    stream.once('error', (error) => {
      log.error(describeFault(error), 'an export broke off');
      ctx.res.destroy();
    });
    ctx.res.once('close', () => stream.destroy());
    ctx.set({ 'cache-control': 'no-store, no-transform', 'content-type': TYPES[format] });
    ctx.set('content-disposition', `attachment; filename="${site.domain}-events.${format}"`);
    ctx.body = stream;
  });
}

/** @throws AppError `invalid` */
function readAsked({ query }: Context): { days: ExportDays; format: ExportFormat } {
  const { date_range: range, format = 'ndjson' } = query;
  const dates = range === undefined ? [null, null] : String(range).split(',');
  if (dates.length !== 2 || Array.isArray(range))
    throw new AppError('invalid', 'This cannot be exported; see details.', [
      { path: 'date_range', message: 'Give two days such as 2026-03-01,2026-03-31, or leave it out for all.' },
    ]);
  const [from = null, to = null] = dates;
  return { days: readExportDays({ from, to }, 'date_range'), format: readExportFormat(String(format), 'format') };
}

async function* textsOf(
  first: IteratorResult<ExportedPiece>,
  rest: AsyncIterator<ExportedPiece>,
): AsyncGenerator<string> {
  for (let piece = first; !piece.done; piece = await rest.next()) yield piece.value.text;
}
