/** The log of changes, for whoever manages the service: `/app/api/changes`, a page at a time, and as one CSV file. */
import type Router from '@koa/router';
import { stringify } from 'csv-stringify/sync';
import type { ChangeLog } from '../../admin/change-log.ts';
import { CHANGE_KINDS } from '../../admin/ports.ts';
import type { BackOffice } from '../back-office.ts';

const PAGE = 100;

export function addChangeRoutes(
  router: Router,
  office: BackOffice,
  { changes }: { changes: Pick<ChangeLog, 'list'> },
): void {
  router.get('/app/api/changes', (ctx) => {
    office.userWhoMay(ctx, 'manage');
    const before = Number(ctx.query.before);
    const rows = changes.list({
      ...{ before: Number.isSafeInteger(before) && before > 0 ? before : null, limit: PAGE },
      only: CHANGE_KINDS.find((kind) => kind === ctx.query.only) ?? null,
    });
    ctx.body = { changes: rows, more: rows.length === PAGE };
  });

  router.get('/app/api/changes.csv', (ctx) => {
    office.userWhoMay(ctx, 'manage');
    const lines: string[][] = [];
    for (let before: number | null = null; ; ) {
      const rows = changes.list({ before, limit: 1000 });
      lines.push(
        ...rows.map(({ at, who, act, site, about, count }) => [
          ...[new Date(at).toISOString(), who, act, site ?? '', about, count === null ? '' : String(count)],
        ]),
      );
      before = rows.at(-1)?.id ?? null;
      if (before === null) break;
    }
    ctx.attachment('changes.csv');
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = stringify([['time', 'who', 'act', 'site', 'about', 'count'], ...lines], { escape_formulas: true });
  });
}
