/** The page that ends a mail: a link may be followed by programs, so that only the button does it. */
import type { Context } from 'koa';
import { MAIL_LANGUAGES, type MailLanguage } from '../../mail/ports.ts';
import { html } from './html.ts';
import { readViewIn, sendPage } from './page-frame.ts';

interface Words {
  title: string;
  question: (site: string) => string;
  stop: string;
  ended: string;
}

const WORDS: Readonly<Record<MailLanguage, Words>> = {
  en: {
    title: 'E-mails of Passant',
    question: (site) => `Stop this e-mail about ${site}?`,
    stop: 'Stop it',
    ended: 'It has ended: this e-mail comes no more. It can be asked for again in the back office.',
  },
  fr: {
    title: 'E-mails de Passant',
    question: (site) => `Ne plus recevoir cet e-mail sur ${site} ?`,
    stop: 'Ne plus le recevoir',
    ended: 'C’est fait : cet e-mail ne viendra plus. Il peut être demandé de nouveau dans l’administration.',
  },
  de: {
    title: 'E-Mails von Passant',
    question: (site) => `Diese E-Mail über ${site} abbestellen?`,
    stop: 'Abbestellen',
    ended: 'Erledigt: Diese E-Mail kommt nicht mehr. In der Verwaltung lässt sie sich wieder bestellen.',
  },
  es: {
    title: 'Correos electrónicos de Passant',
    question: (site) => `¿Dejar de recibir este correo sobre ${site}?`,
    stop: 'Dejar de recibirlo',
    ended: 'Hecho: este correo ya no llegará más. Puede volver a pedirse en la administración.',
  },
  it: {
    title: 'E-mail di Passant',
    question: (site) => `Non ricevere più questa e-mail su ${site}?`,
    stop: 'Non riceverla più',
    ended: 'Fatto: questa e-mail non arriverà più. Si può richiedere di nuovo nell’amministrazione.',
  },
  nl: {
    title: 'E-mails van Passant',
    question: (site) => `Deze e-mail over ${site} niet meer ontvangen?`,
    stop: 'Niet meer ontvangen',
    ended: 'Gelukt: deze e-mail komt niet meer. In het beheer kan hij opnieuw worden aangevraagd.',
  },
};

/** @param site of the mail; null when it has ended */
export function sendUnsubscribePage(ctx: Context, site: string | null): void {
  const view = readViewIn<MailLanguage>(ctx, MAIL_LANGUAGES);
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
