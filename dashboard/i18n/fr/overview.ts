/** Words of the overview of several sites. */
import type { overview as like } from '../en/overview.ts';

export const overview: typeof like = {
  overview: {
    title: 'Vue d’ensemble',
    lead: 'Les sites que vous pouvez voir, côte à côte.',
    list: 'Sites',
    site: 'Site',
    lineHead: 'Pages vues dans le temps',
    line: (low, high) => `Pages vues\u00a0: entre ${low} et ${high} à la fois`,
    total: 'Total',
    whyNot: 'Pourquoi les visiteurs ne sont pas additionnés',
    notAdded:
      'Les visiteurs ne sont pas additionnés\u00a0: qui visite deux sites compterait deux fois, et les visiteurs ne sont jamais rapprochés d’un site à l’autre.',
    hidden: (sites) => `Les sommes ne comprennent pas ${sites} des sites, dont les chiffres sont masqués.`,
    save: 'Enregistrer en CSV',
    choose: 'Sites à montrer',
    shown: (shown, all) => `Sites montrés\u00a0: ${shown} sur ${all}`,
    all: 'Tout montrer',
  },
};
