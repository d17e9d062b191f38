/** The public API described: `/api/openapi.json` for programs, `/api/docs` for people. Nothing of this installation is in it but its address. */
import type Router from '@koa/router';
import { type ApiDocument, describeApi } from '../api/describe-api.ts';
import { OPERATIONS } from '../api/operations/all-operations.ts';
import { apiBody, apiHead } from '../pages/api/api-page.ts';
import { API_STYLES } from '../pages/api/api-styles.ts';
import { apiTexts } from '../pages/api/texts.ts';
import { readView, sendPage } from '../pages/page-frame.ts';
import type { HttpOptions } from '../services.ts';

const CACHE = 'public, max-age=300';

export function addApiDescriptionRoutes(router: Router, { baseUrl, version }: HttpOptions): void {
  let document: ApiDocument | null = null;
  const describe = () => {
    document ??= describeApi(OPERATIONS, { server: baseUrl(), version });
    return document;
  };

  router.get('/api/openapi.json', (ctx) => {
    ctx.set({ 'cache-control': CACHE, 'access-control-allow-origin': '*' });
    ctx.set('cross-origin-resource-policy', 'cross-origin');
    ctx.body = describe();
  });

  router.get('/api/docs', (ctx) => {
    ctx.set('cache-control', CACHE);
    const view = { ...readView(ctx), isEmbedded: false };
    const { language } = view;
    const { title } = apiTexts(language);
    sendPage(ctx, view, null, {
      ...{ title: `${title} · Passant`, styles: API_STYLES },
      ...{ head: apiHead(language), body: apiBody(describe(), language) },
    });
  });
}
