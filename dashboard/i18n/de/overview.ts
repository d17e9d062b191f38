/** Words of the overview of several sites. */
import type { overview as like } from '../en/overview.ts';

export const overview: typeof like = {
  overview: {
    title: 'Übersicht',
    lead: 'Die Websites, die Sie sehen dürfen, nebeneinander.',
    list: 'Websites',
    site: 'Website',
    lineHead: 'Seitenaufrufe im Verlauf',
    line: (low, high) => `Seitenaufrufe: jeweils zwischen ${low} und ${high}`,
    total: 'Gesamt',
    whyNot: 'Warum Besucher nicht addiert werden',
    notAdded:
      'Besucher werden nicht addiert: Wer zwei Websites besucht, würde doppelt zählen, und Besucher werden nie über Websites hinweg zusammengeführt.',
    hidden: (sites) => `Die Summen sind ohne ${sites} der Websites, deren Zahlen verborgen sind.`,
    save: 'Als CSV speichern',
    choose: 'Gezeigte Websites',
    shown: (shown, all) => `Gezeigte Websites: ${shown} von ${all}`,
    all: 'Alle zeigen',
  },
};
