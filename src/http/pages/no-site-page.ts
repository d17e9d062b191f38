/** The page for a site that is not measured here. */
import type { Context } from 'koa';
import { html } from './html.ts';
import { readView, sendPage } from './page-frame.ts';

const TEXTS = {
  en: {
    title: 'Nothing is measured here',
    text: 'This service does not measure a site of that name. Check the address, or look for the link at the foot of the site that you have visited.',
  },
  fr: {
    title: 'Aucune mesure ici',
    text: 'Ce service ne mesure aucun site de ce nom. Vérifiez l’adresse, ou cherchez le lien au bas du site que vous avez visité.',
  },
};

export function sendNoSite(ctx: Context): void {
  const view = readView(ctx);
  const { title, text } = TEXTS[view.language];
  ctx.status = 404;
  ctx.set('cache-control', 'no-store');
  sendPage(ctx, view, null, { title, head: html`<h1>${title}</h1><p class="p-lead">${text}</p>`, body: html`` });
}
