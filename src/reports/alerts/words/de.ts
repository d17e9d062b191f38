import type { AlertWords } from './en.ts';

export const de: AlertWords = {
  subjects: {
    spike: (site) => `${site}: viel mehr Besuche als üblich`,
    drop: (site) => `${site}: viel weniger Besuche als üblich`,
    silence: (site) => `${site}: keine Besuche mehr`,
    consent: (site) => `${site}: die Einwilligungsrate hat sich geändert`,
  },
  hour: (when, now, usual) =>
    `${when}: ${now} Besuche in einer Stunde; üblich sind an diesem Wochentag um diese Zeit ${usual}.`,
  quiet: (when, usual) =>
    `Kein Besuch seit ${when}; üblich sind in dieser Zeit ${usual}. Steht das Snippet noch in den Seiten, und erreichen Besucher diesen Server?`,
  rate: (days, now, usual) =>
    `In den letzten ${days} Tagen haben ${now} derer, die geantwortet haben, eingewilligt; davor ${usual}.`,
  causes: {
    'visit:source': (share, value) => `Der größte Teil des Unterschieds (${share}) kommt von der Quelle ${value}.`,
    'event:page': (share, value) => `Der größte Teil des Unterschieds (${share}) kommt von der Seite ${value}.`,
    none: 'Keine einzelne Quelle oder Seite macht den größten Teil des Unterschieds aus.',
  },
};
