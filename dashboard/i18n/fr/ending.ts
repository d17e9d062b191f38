/** Words of a site that ends, begins anew or changes hands. */
import type { ending as like } from '../en/ending.ts';

export const ending: typeof like = {
  ending: {
    remove: 'Supprimer le site',
    removeMore: (domain) =>
      `Plus rien n’est compté pour ${domain}, qui disparaît de la vue. Pendant sept jours, ses propriétaires peuvent le reprendre avec tout ce qui a été compté\u00a0; ensuite il est effacé. Écrivez ${domain} pour confirmer.`,
    empty: 'Vider le site',
    emptyMore: (domain) =>
      `Tout ce qui a été compté pour ${domain} est effacé aussitôt et définitivement. Réglages, objectifs, clés et liens restent, et le comptage continue. Écrivez ${domain} pour confirmer.`,
    emptied: 'Site vidé. Le comptage recommence.',
    give: 'Confier le site à quelqu’un d’autre',
    giveMore: 'Une personne qui a un compte ici en devient propriétaire.',
    to: 'Adresse e-mail du nouveau propriétaire',
    keep: 'Ce que vous gardez ici',
    nothing: 'rien',
    stays: (role) => `Votre rôle sur tous les sites reste\u00a0: ${role}.`,
    nobody: 'Personne ici n’a cette adresse. Invitez d’abord cette personne, avec un rôle sur ce site.',
    yourself: 'C’est vous. Indiquez quelqu’un d’autre.',
    given: (email) => `${email} est maintenant propriétaire du site.`,
    giveConfirm: (domain) => `Écrivez ${domain} pour confirmer`,
    removed: 'Sites supprimés',
    removedMore:
      'Plus rien n’est compté pour eux. Jusqu’au jour où ils sont effacés, ils peuvent être repris avec tout ce qui a été compté.',
    goes: (day) => `effacé le ${day}`,
    restore: 'Reprendre',
    restoreOf: (domain) => `Reprendre\u00a0: ${domain}`,
    erase: 'Effacer maintenant',
    eraseOf: (domain) => `Effacer maintenant\u00a0: ${domain}`,
    eraseMore: (domain) =>
      `${domain} est effacé aussitôt et définitivement, avec tout ce qui a été compté. Écrivez ${domain} pour confirmer.`,
    kept: 'Un site de ce nom a été supprimé et est encore gardé. Ses propriétaires peuvent le reprendre, ou l’effacer maintenant, sur cette page.',
  },
};
