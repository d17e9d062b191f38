/** Words of a site that ends, begins anew or changes hands. */
import type { ending as like } from '../en/ending.ts';

export const ending: typeof like = {
  ending: {
    remove: 'Rimuovi il sito',
    removeMore: (domain) =>
      `Per ${domain} non si conta più nulla e il sito non è più visibile. Per sette giorni i proprietari possono recuperarlo con tutto ciò che è stato contato; poi viene cancellato. Scriva ${domain} per confermare.`,
    empty: 'Svuota il sito',
    emptyMore: (domain) =>
      `Tutto ciò che è stato contato per ${domain} viene cancellato subito e non si può recuperare. Impostazioni, obiettivi, chiavi e link restano, e il conteggio continua. Scriva ${domain} per confermare.`,
    emptied: 'Svuotato. Il conteggio ricomincia.',
    give: 'Cedi il sito a un’altra persona',
    giveMore: 'Una persona che ha un account qui ne diventa proprietaria.',
    to: 'Indirizzo e-mail del nuovo proprietario',
    keep: 'Che cosa mantiene qui',
    nothing: 'niente',
    stays: (role) => `Il suo ruolo su tutti i siti resta: ${role}.`,
    nobody: 'Nessuno qui ha questo indirizzo. Inviti prima questa persona, con un ruolo su questo sito.',
    yourself: 'È lei. Indichi un’altra persona.',
    given: (email) => `Ora il sito è di ${email}.`,
    giveConfirm: (domain) => `Scriva ${domain} per confermare`,
    removed: 'Siti rimossi',
    removedMore:
      'Per questi non si conta più nulla. Fino al giorno in cui vengono cancellati si possono recuperare con tutto ciò che è stato contato.',
    goes: (day) => `cancellato il ${day}`,
    restore: 'Recupera',
    restoreOf: (domain) => `Recupera: ${domain}`,
    erase: 'Cancella ora',
    eraseOf: (domain) => `Cancella ora: ${domain}`,
    eraseMore: (domain) =>
      `${domain} viene cancellato subito con tutto ciò che è stato contato e non si può recuperare. Scriva ${domain} per confermare.`,
    kept: 'Un sito con questo nome è stato rimosso ed è ancora conservato. I proprietari possono recuperarlo, o cancellarlo ora, in questa pagina.',
  },
};
