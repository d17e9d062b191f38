/** Words of the overview of several sites. */
import type { overview as like } from '../en/overview.ts';

export const overview: typeof like = {
  overview: {
    title: 'Panoramica',
    lead: 'I siti accessibili, fianco a fianco.',
    list: 'Siti',
    site: 'Sito',
    lineHead: 'Pagine viste nel tempo',
    line: (low, high) => `Pagine viste: tra ${low} e ${high} a seconda del momento`,
    total: 'Totale',
    whyNot: 'Perché i visitatori non si sommano',
    notAdded:
      'I visitatori non si sommano: chi visita due siti conterebbe due volte, e i visitatori non vengono mai collegati tra un sito e l’altro.',
    hidden: (sites) => `Le somme non comprendono ${sites} dei siti, i cui dati sono nascosti.`,
    save: 'Salva come CSV',
    choose: 'Siti da mostrare',
    shown: (shown, all) => `Siti mostrati: ${shown} su ${all}`,
    all: 'Mostra tutti',
  },
};
