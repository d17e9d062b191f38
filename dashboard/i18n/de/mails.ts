import type { mails as like } from '../en/mails.ts';

export const mails: typeof like = {
  mails: {
    title: 'E-Mails',
    lead: 'Berichte über Websites per E-Mail, in der Sprache dieser Seite. Jede E-Mail hat einen Link, der sie abbestellt.',
    noMail: 'Auf diesem Server ist kein E-Mail-Versand eingerichtet: Bis dahin wird nichts verschickt.',
    list: 'E-Mails über',
    none: 'Es gibt noch keine Website.',
    kinds: {
      week: 'Jede Woche, am Montag',
      month: 'Jeden Monat, am Ersten',
      alerts: 'Wenn etwas ungewöhnlich ist',
    },
  },
};
