/** The banner's words, English and French. Any change of meaning needs a new `TEXT_VERSION`, which asks everybody again. */

/** Stored with the answer, followed by the language that was read. */
export const TEXT_VERSION = '1';
/** Which banner asked; reported beside the text. */
export const BANNER_VERSION = 'passant-1';

export interface Texts {
  title: string;
  purpose: string;
  refusal: string;
  kept: string;
  keptIdentifier: string;
  keptChoice: string;
  more: string;
  accept: string;
  refuse: string;
  closeUnanswered: string;
  close: string;
  accepted: string;
  refused: string;
  withdrawn: string;
  reopen: string;
  withdraw: string;
}

const en: Texts = {
  title: 'May we count your visits?',
  purpose:
    'We measure how this site is used, for ourselves only: no advertising, no sharing. If you accept, a random number stays on your device for 13 months at most, so that several visits count as one visitor.',
  refusal: 'If you refuse, only this choice is remembered. The site works the same either way.',
  kept: 'What exactly is kept',
  keptIdentifier: 'passant_id: the random number, 13 months at most, only if you accept',
  keptChoice: 'cookies_preferences: this choice, 6 months',
  more: 'Read more',
  accept: 'Accept',
  refuse: 'Refuse',
  closeUnanswered: 'Close and refuse',
  close: 'Close',
  accepted: 'You have accepted.',
  refused: 'You have refused.',
  withdrawn: 'Withdrawn: the number is gone from this device.',
  reopen: 'Cookies',
  withdraw: 'Withdraw consent',
};

const fr: Texts = {
  title: 'Pouvons-nous compter vos visites ?',
  purpose:
    'Nous mesurons l’usage de ce site, pour nous seuls : ni publicité, ni partage. Si vous acceptez, un nombre aléatoire reste sur votre appareil, 13 mois au plus, afin que plusieurs visites comptent pour un seul visiteur.',
  refusal: 'Si vous refusez, seul ce choix est retenu. Le site fonctionne de la même façon dans les deux cas.',
  kept: 'Ce qui est conservé, exactement',
  keptIdentifier: 'passant_id : le nombre aléatoire, 13 mois au plus, seulement si vous acceptez',
  keptChoice: 'cookies_preferences : ce choix, 6 mois',
  more: 'En savoir plus',
  accept: 'Accepter',
  refuse: 'Refuser',
  closeUnanswered: 'Fermer et refuser',
  close: 'Fermer',
  accepted: 'Vous avez accepté.',
  refused: 'Vous avez refusé.',
  withdrawn: 'Accord retiré : le nombre est effacé de cet appareil.',
  reopen: 'Cookies',
  withdraw: 'Retirer mon accord',
};

/** The language of the page decides, never the browser's: nothing is asked of the device. */
export function textsFor(language: string): { language: 'en' | 'fr'; texts: Texts } {
  return /^fr\b/i.test(language) ? { language: 'fr', texts: fr } : { language: 'en', texts: en };
}
