/** Words of a site that ends, begins anew or changes hands. */
import type { ending as like } from '../en/ending.ts';

export const ending: typeof like = {
  ending: {
    remove: 'Rimuovi il sito',
    removeMore: (domain) =>
      `Per ${domain} non si conta più nulla e il sito non è più visibile. Per sette giorni i proprietari possono recuperarlo con tutto ciò che è stato contato; poi viene cancellato. Scrivere ${domain} per confermare.`,
    empty: 'Svuota il sito',
    emptyMore: (domain) =>
      `Tutto ciò che è stato contato per ${domain} viene cancellato subito e non si può recuperare. Impostazioni, obiettivi, chiavi e link restano, e il conteggio continua. Scrivere ${domain} per confermare.`,
    emptied: 'Svuotato. Il conteggio ricomincia.',
    give: 'Cedi il sito a un’altra persona',
    giveMore: 'Una persona che ha un account qui ne diventa proprietaria.',
    to: 'Indirizzo e-mail del nuovo proprietario',
    keep: 'Ruolo da mantenere qui',
    nothing: 'nessuno',
    stays: (role) => `Il ruolo su tutti i siti resta: ${role}.`,
    nobody: 'Nessuno qui ha questo indirizzo. Invitare prima questa persona, con un ruolo su questo sito.',
    yourself: 'È questo stesso account. Indicare un’altra persona.',
    given: (email) => `Ora il sito è di ${email}.`,
    giveConfirm: (domain) => `Scrivere ${domain} per confermare`,
    removed: 'Siti rimossi',
    removedMore:
      'Per questi non si conta più nulla. Fino al giorno in cui vengono cancellati si possono recuperare con tutto ciò che è stato contato.',
    goes: (day) => `cancellazione: ${day}`,
    restore: 'Recupera',
    restoreOf: (domain) => `Recupera: ${domain}`,
    erase: 'Cancella ora',
    eraseOf: (domain) => `Cancella ora: ${domain}`,
    eraseMore: (domain) =>
      `${domain} viene cancellato subito con tutto ciò che è stato contato e non si può recuperare. Scrivere ${domain} per confermare.`,
    kept: 'Un sito con questo nome è stato rimosso ed è ancora conservato. I proprietari possono recuperarlo, o cancellarlo ora, in questa pagina.',
  },
};
