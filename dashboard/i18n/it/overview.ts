/** Words of the overview of several sites. */
import type { overview as like } from '../en/overview.ts';

export const overview: typeof like = {
  overview: {
    title: 'Panoramica',
    lead: 'I siti che può vedere, fianco a fianco.',
    list: 'Siti',
    site: 'Sito',
    lineHead: 'Pagine viste nel tempo',
    line: (low, high) => `Pagine viste: tra ${low} e ${high} per volta`,
    total: 'Totale',
    whyNot: 'Perché i visitatori non si sommano',
    notAdded:
      'I visitatori non si sommano: chi visita due siti conterebbe due volte, e i visitatori non vengono mai collegati tra un sito e l’altro.',
    hidden: (sites) => `Le somme sono senza ${sites} dei siti, le cui cifre sono nascoste.`,
    save: 'Salva come CSV',
    choose: 'Siti da mostrare',
    shown: (shown, all) => `Siti mostrati: ${shown} su ${all}`,
    all: 'Mostra tutti',
  },
};
