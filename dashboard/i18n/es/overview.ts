/** Words of the overview of several sites. */
import type { overview as like } from '../en/overview.ts';

export const overview: typeof like = {
  overview: {
    title: 'Vista general',
    lead: 'Los sitios que usted puede ver, uno junto a otro.',
    list: 'Sitios',
    site: 'Sitio',
    lineHead: 'Páginas vistas en el tiempo',
    line: (low, high) => `Páginas vistas: entre ${low} y ${high} según el momento`,
    total: 'Total',
    whyNot: 'Por qué no se suman los visitantes',
    notAdded:
      'Los visitantes no se suman: quien visita dos sitios contaría dos veces, y los visitantes nunca se relacionan entre sitios.',
    hidden: (sites) => `Las sumas no incluyen ${sites} de los sitios, cuyas cifras están ocultas.`,
    save: 'Guardar como CSV',
    choose: 'Sitios que se muestran',
    shown: (shown, all) => `Sitios mostrados: ${shown} de ${all}`,
    all: 'Mostrar todos',
  },
};
