/** The component's words, English and French. */

export interface Texts {
  title: string;
  objected: string;
  counted: string;
  see: string;
  download: string;
  withdraw: string;
  erase: string;
  sure: string;
  really: string;
  object: string;
  objectText: string;
  again: string;
  nobody: string;
  nothing: string;
  summary: (visits: number) => string;
  accepted: string;
  newest: (count: number) => string;
  pages: (count: number) => string;
  withdrawn: string;
  erased: string;
  hasObjected: string;
  countedAgain: string;
  blocked: string;
  failed: string;
}

const en: Texts = {
  title: 'What is known about you',
  objected: 'You have objected: your visits are not counted.',
  counted: 'You have not objected to the counting of visits.',
  see: 'Show my data',
  download: 'Download',
  withdraw: 'Withdraw my consent',
  erase: 'Erase my data…',
  sure: 'What is erased cannot be brought back. Your consent stands: at your next visit a new identifier is drawn.',
  really: 'Erase for good',
  object: 'Object to the counting',
  objectText:
    'If you object, your visits are no longer counted in any way, not even anonymously. Your browser keeps a mark that says so; it is the same for everybody.',
  again: 'Count my visits again',
  nobody: 'This browser carries no identifier: nothing that is stored can be traced back to you.',
  nothing: 'Nothing is stored for your identifier.',
  summary: (visits) =>
    visits === 1 ? 'One visit is stored for your identifier.' : `${visits} visits are stored for your identifier.`,
  accepted: 'You agreed:',
  newest: (count) => `The newest ${count} are shown; the file holds all of them.`,
  pages: (count) => (count === 1 ? '1 page' : `${count} pages`),
  withdrawn: 'Done. Your consent has been taken back, and what was stored for you has been erased.',
  erased: 'Done. What was stored for you has been erased.',
  hasObjected: 'Done. Your visits are no longer counted, and what was stored for you has been erased.',
  countedAgain: 'Your objection has been lifted.',
  blocked: 'Your browser keeps no cookie for this site, so it cannot remember your objection.',
  failed: 'The service does not answer. Nothing was changed there; please try again later.',
};

const fr: Texts = {
  title: 'Ce que l’on sait de vous',
  objected: 'Vous vous êtes opposé\u00a0: vos visites ne sont pas comptées.',
  counted: 'Vous ne vous êtes pas opposé au comptage des visites.',
  see: 'Afficher mes données',
  download: 'Télécharger',
  withdraw: 'Retirer mon accord',
  erase: 'Effacer mes données…',
  sure: 'Ce qui est effacé ne peut pas être rétabli. Votre accord demeure\u00a0: un nouvel identifiant sera tiré à votre prochaine visite.',
  really: 'Effacer définitivement',
  object: 'M’opposer au comptage',
  objectText:
    'Si vous vous opposez, vos visites ne sont plus comptées d’aucune manière, pas même anonymement. Votre navigateur garde une marque qui le signale\u00a0; elle est la même pour tout le monde.',
  again: 'Compter de nouveau mes visites',
  nobody: 'Ce navigateur ne porte aucun identifiant\u00a0: rien de ce qui est enregistré ne permet de remonter à vous.',
  nothing: 'Rien n’est enregistré pour votre identifiant.',
  summary: (visits) =>
    visits === 1
      ? 'Une visite est enregistrée pour votre identifiant.'
      : `${visits} visites sont enregistrées pour votre identifiant.`,
  accepted: 'Vous avez accepté\u00a0:',
  newest: (count) => `Les ${count} plus récentes sont affichées\u00a0; le fichier les contient toutes.`,
  pages: (count) => (count > 1 ? `${count} pages` : `${count} page`),
  withdrawn: 'C’est fait. Votre accord est retiré, et ce qui était enregistré à votre sujet a été effacé.',
  erased: 'C’est fait. Ce qui était enregistré à votre sujet a été effacé.',
  hasObjected: 'C’est fait. Vos visites ne sont plus comptées, et ce qui était enregistré à votre sujet a été effacé.',
  countedAgain: 'Votre opposition est levée.',
  blocked: 'Votre navigateur ne garde aucun cookie de ce site\u00a0: il ne peut pas retenir votre opposition.',
  failed: 'Le service ne répond pas. Rien n’y a été modifié\u00a0; réessayez plus tard.',
};

/** French where the page is, else English. */
export function textsFor(language: string): { language: 'en' | 'fr'; texts: Texts } {
  return /^fr\b/i.test(language) ? { language: 'fr', texts: fr } : { language: 'en', texts: en };
}
