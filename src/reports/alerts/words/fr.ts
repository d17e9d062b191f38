import type { AlertWords } from './en.ts';

export const fr: AlertWords = {
  subjects: {
    spike: (site) => `${site}\u00a0: bien plus de visites que d’habitude`,
    drop: (site) => `${site}\u00a0: bien moins de visites que d’habitude`,
    silence: (site) => `${site}\u00a0: plus aucune visite`,
    consent: (site) => `${site}\u00a0: le taux de consentement a changé`,
  },
  hour: (when, now, usual) =>
    `${when}\u00a0: ${now} visites en une heure, contre ${usual} d’habitude ce jour de la semaine à cette heure.`,
  quiet: (when, usual) =>
    `Aucune visite depuis ${when}, contre ${usual} d’habitude pendant ce temps. L’extrait est-il toujours dans les pages, et les visiteurs peuvent-ils joindre ce serveur\u00a0?`,
  rate: (days, now, usual) =>
    `Ces ${days} derniers jours, ${now} des personnes qui ont répondu ont consenti, contre ${usual} auparavant.`,
  causes: {
    'visit:source': (share, value) => `La plus grande part de l’écart (${share}) vient de la source ${value}.`,
    'event:page': (share, value) => `La plus grande part de l’écart (${share}) vient de la page ${value}.`,
    none: 'Aucune source ni page ne fait à elle seule la plus grande part de l’écart.',
  },
};
