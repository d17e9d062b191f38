/** What can be wrong with a site's settings, by the server's codes. */
import type { mistakes as like } from '../en/mistakes.ts';

export const mistakes: typeof like = {
  mistakes: {
    'one-of': ({ values }) => `Choisissez parmi\u00a0: ${values}.`,
    'time-zone': () => 'Indiquez un fuseau horaire, par exemple Europe/Paris.',
    'click-identifier': ({ name }) => `${name} désigne le clic d’une personne\u00a0; il n’est jamais gardé.`,
    'no-campaigns': () =>
      'Au profil exempté de consentement, les campagnes ne sont pas gardées\u00a0: les paramètres utm_ ne peuvent pas rester dans la page.',
    'highest-level': ({ country, level }) =>
      country === ''
        ? `Sans pays dont le droit s’applique, le niveau le plus élevé est\u00a0: ${level}.`
        : `Selon le droit de ce pays (${country}), le niveau le plus élevé est\u00a0: ${level}.`,
    country: () => 'Choisissez un pays, ou aucun.',
    'on-off': () => 'Choisissez oui ou non.',
    'no-date': ({ country }) =>
      country === ''
        ? 'Sans pays dont le droit s’applique, l’appareil ne peut pas garder de date avant le consentement\u00a0; laissez non.'
        : `Selon le droit de ce pays (${country}), l’appareil ne peut pas garder de date avant le consentement\u00a0; laissez non.`,
    months: ({ most }) => `Écrivez un nombre entier de mois, de 1 à ${most}.`,
    'unknown-features': ({ names }) => `Il n’y a pas de telle fonction\u00a0: ${names}.`,
    'host-entry': ({ entry }) => `L’entrée ${entry} n’est pas un nom d’hôte, par exemple www.example.org.`,
    'parameter-entry': ({ entry }) => `L’entrée ${entry} n’est pas un nom de paramètre, par exemple q.`,
    'too-many-entries': ({ most, given }) => `${most} entrées au plus\u00a0; il y en a ${given}.`,
    'excluded-address': ({ entry, text }) =>
      `L’entrée ${entry} (${text}) n’est ni une adresse ni une plage, par exemple 192.0.2.0/24 ou 2001:db8::/32.`,
    'excluded-country': ({ entry, text }) => `L’entrée ${entry} (${text}) n’est pas un pays.`,
    'excluded-path': ({ entry, text, longest, wildcards }) =>
      `L’entrée ${entry} (${text}) n’est pas un chemin qui commence par / ou *, par exemple /admin/**, de ${longest} caractères et ${wildcards} jokers au plus.`,
    'excluded-host': ({ entry, text }) =>
      `L’entrée ${entry} (${text}) n’est pas un hôte, par exemple staging.example.org, ou *.example.org pour les sous-domaines.`,
    'too-long': ({ longest }) => `Écrivez ${longest} caractères au plus.`,
    contact: () => 'Indiquez une adresse e-mail, ou l’adresse d’une page qui commence par https://.',
    date: () => 'Choisissez un jour, ou laissez vide.',
    days: ({ most }) => `Écrivez un nombre entier de jours, de 0 à ${most}.`,
    'small-cells': ({ most }) => `Écrivez un nombre entier de 2 à ${most}.`,
  },
};
