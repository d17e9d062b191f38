/** The page that ends a mail: a link may be followed by programs, so that only the button does it. */
import type { Context } from 'koa';
import { html } from './html.ts';
import { readView, sendPage } from './page-frame.ts';
import type { PageLanguage } from './say-words.ts';

interface Words {
  title: string;
  question: (site: string) => string;
  stop: string;
  ended: string;
}

const WORDS: Readonly<Record<PageLanguage, Words>> = {
  en: {
    title: 'Mails of Passant',
    question: (site) => `Stop this mail about ${site}?`,
    stop: 'Stop it',
    ended: 'It has ended: this mail comes no more. It can be asked for again in the back office.',
  },
  fr: {
    title: 'Messages de Passant',
    question: (site) => `Ne plus recevoir ce message sur ${site} ?`,
    stop: 'Ne plus le recevoir',
    ended: 'C’est fait : ce message ne viendra plus. Il peut être demandé de nouveau dans l’administration.',
  },
};

/** @param site of the mail; null when it has ended */
export function sendUnsubscribePage(ctx: Context, site: string | null): void {
  const view = readView(ctx);
  const words = WORDS[view.language];
  ctx.set('cache-control', 'no-store');
  ctx.set('referrer-policy', 'no-referrer');
  sendPage(ctx, view, null, {
    title: words.title,
    head: html`<h1>${words.title}</h1>`,
    body:
      site === null
        ? html`<p role="status">${words.ended}</p>`
        : html`<form method="post"><p>${words.question(site)}</p><p><button class="p-button" type="submit">${words.stop}</button></p></form>`,
  });
}
