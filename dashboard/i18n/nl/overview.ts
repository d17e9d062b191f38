/** Words of the overview of several sites. */
import type { overview as like } from '../en/overview.ts';

export const overview: typeof like = {
  overview: {
    title: 'Overzicht',
    lead: 'De sites die u mag zien, naast elkaar.',
    list: 'Sites',
    site: 'Site',
    lineHead: 'Paginaweergaven in de tijd',
    line: (low, high) => `Paginaweergaven: telkens tussen ${low} en ${high}`,
    total: 'Totaal',
    whyNot: 'Waarom bezoekers niet worden opgeteld',
    notAdded:
      'Bezoekers worden niet opgeteld: wie twee sites bezoekt, zou dubbel tellen, en bezoekers worden nooit over sites heen samengevoegd.',
    hidden: (sites) => `De sommen zijn zonder ${sites} van de sites, waarvan de cijfers verborgen zijn.`,
    save: 'Opslaan als CSV',
    choose: 'Getoonde sites',
    shown: (shown, all) => `Getoonde sites: ${shown} van ${all}`,
    all: 'Alle tonen',
  },
};
