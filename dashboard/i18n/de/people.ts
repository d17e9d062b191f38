/** Words of the back office itself: people and what they may do. */
import type { people as like } from '../en/people.ts';
import { plural } from './plural.ts';

export const people: typeof like = {
  office: {
    title: 'Verwaltung',
    back: 'Zurück zu den Zahlen',
    notAllowed:
      'Ihre Rolle auf diesem Server erlaubt diese Seite nicht. Wenden Sie sich an einen Inhaber oder Verwalter.',
  },
  people: {
    title: 'Personen',
    lead: 'Wer hier Zahlen ansehen und wer etwas ändern darf.',
    list: 'Personen mit Konto',
    columns: { email: 'E-Mail-Adresse', role: 'Rolle', since: 'Seit', change: 'Ändern' },
    you: 'Sie',
    twoSteps: 'meldet sich in zwei Schritten an',
    oneStep: 'meldet sich in einem Schritt an',
    onEvery: (role) => `${role} aller Websites`,
    onSite: (role) => `${role} von`,
    invitations: 'Einladungen',
    noInvitations: 'Zurzeit ist niemand eingeladen.',
    until: (date) => `gültig bis ${date}`,
    by: (email) => `von ${email}`,
    invite: 'Jemanden einladen',
    change: (email) => `Ändern, was ${email} darf`,
    remove: (email) => `${email} entfernen`,
    removeQuestion: (email) => `${email} entfernen? Alle Anmeldungen enden sofort. An den Zahlen ändert sich nichts.`,
    signOut: 'Abmelden',
    signOutName: (email) => `${email} überall abmelden`,
    signOutQuestion: (email) => `${email} überall abmelden? Alle Anmeldungen enden sofort, das Passwort gilt weiter.`,
    signedOut: 'ist abgemeldet',
    takeBack: (email) => `Einladung an ${email} zurücknehmen`,
    takeBackQuestion: (email) => `Einladung an ${email} zurücknehmen? Der Link gilt dann nicht mehr.`,
    demand: {
      title: 'Zweiter Schritt für alle',
      isMade: 'Verlangt: Wer keinen hat, richtet nach der Anmeldung einen ein, vor allem anderen.',
      isNotMade: 'Jede Person entscheidet selbst, ob sie einen hat.',
      make: 'Verlangen',
      end: 'Jeder Person überlassen',
      question: (count) =>
        count === 0
          ? 'Von allen einen zweiten Schritt verlangen?'
          : plural(
              count,
              'Von allen einen zweiten Schritt verlangen? Eine Person hat keinen und sieht nichts anderes, bis er eingerichtet ist.',
              `Von allen einen zweiten Schritt verlangen? ${count} Personen haben keinen und sehen nichts anderes, bis er eingerichtet ist.`,
            ),
      endQuestion: 'Den zweiten Schritt jeder Person überlassen? Wer einen hat, behält ihn.',
      cancel: 'Abbrechen',
    },
  },
  standing: {
    where: 'Wo',
    every: 'Auf allen Websites, auch künftigen',
    some: 'Nur auf diesen Websites',
    role: 'Rolle',
    none: 'Kein Zugang',
    meanings: {
      viewer: 'sieht Zahlen an',
      editor: 'legt auch Ziele, Trichter, Segmente und Notizen an',
      admin: 'ändert auch Einstellungen, teilt Zahlen und verwaltet Personen',
      owner: 'alles',
    },
    missing: 'Wählen Sie eine Rolle auf mindestens einer Website.',
    aboveYou: 'Niemand vergibt oder nimmt eine Rolle über der eigenen.',
    lastOwner: 'Das ist der letzte Inhaber; ernennen Sie zuerst einen anderen.',
    taken: 'Zu dieser Adresse gibt es schon ein Konto. Ändern Sie stattdessen dessen Rolle.',
    save: 'Speichern',
  },
  invite: {
    title: 'Jemanden einladen',
    send: 'Link erstellen',
    mailed: (email) =>
      `Die Einladung ist per E-Mail an ${email} gegangen. Der Link gilt einmal, eine Woche lang, und wird nur jetzt gezeigt.`,
    ready: (email) =>
      `Senden Sie diesen Link an ${email}. Er gilt einmal, eine Woche lang, und wird nur jetzt angezeigt.`,
    link: 'Link der Einladung',
    done: 'Fertig',
  },
  invitation: {
    title: 'Sie sind eingeladen',
    intro: (email) => `Wählen Sie ein Passwort für das Konto von ${email}.`,
    by: (who) => `Eingeladen von ${who}.`,
    submit: 'Konto anlegen',
    gone: 'Diese Einladung wurde benutzt, zurückgenommen oder ist abgelaufen. Bitten Sie um eine neue.',
  },
};
