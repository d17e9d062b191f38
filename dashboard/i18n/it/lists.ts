/** Words of the full lists, and of what can be taken away from a panel. */
import type { lists as like } from '../en/lists.ts';

export const lists: typeof like = {
  lists: {
    search: 'Cerca',
    orderBy: (column) => `Ordina per ${column}`,
    change: 'Variazione',
    compared: (days) =>
      `Variazione rispetto a ${days}. Una variazione dei visitatori preceduta da ≈ è entro la sua incertezza: può essere un caso.`,
    byChange:
      'L’ordine segue la differenza in numero, non in percentuale; comprende anche le righe che c’erano prima e ora mancano. I visitatori la cui variazione è entro l’incertezza stanno al centro.',
    noneLost: 'Nessuna riga ha perso visitatori oltre la sua incertezza.',
    isNew: 'Nuova',
    nothing: 'Nessuna riga contiene questo testo.',
    shown: (first, last, total) => `Da ${first} a ${last} di ${total}`,
    pages: 'Pagine dell’elenco',
    previous: 'Precedente',
    next: 'Successiva',
  },
  take: {
    menu: (tab) => `Esporta: ${tab}`,
    csv: 'Tabella (CSV)',
    json: 'Risposta dell’API (JSON)',
    picture: 'Immagine (PNG)',
    link: 'Copia il link',
    done: 'Fatto.',
    copied: 'Il link è stato copiato.',
    failed: 'Operazione non riuscita. Riprovare.',
    noFilters: 'Nessun filtro',
  },
  map: {
    title: 'Mappa dei paesi',
    summary: (most) =>
      `Paesi per colore, più scuro dove il numero è maggiore. Massimo: ${most}. I dati sono nella tabella.`,
    nothing: 'Nessun paese è noto.',
    atMost: (count) => `≤ ${count}`,
    range: 'Solo minimo e massimo',
    none: 'Nessuno',
  },
};
