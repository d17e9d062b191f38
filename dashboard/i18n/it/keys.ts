/** Words of API keys. */
import type { keys as like } from '../en/keys.ts';

export const keys: typeof like = {
  keys: {
    title: 'Chiavi API',
    lead: 'Con una chiave, un programma legge i dati o modifica i siti senza accedere.',
    make: 'Crea una chiave',
    docs: 'Che cosa offre l’API',
    list: 'Chiavi di questo server',
    none: 'Ancora nessuna chiave.',
    name: 'A che cosa serve',
    may: 'Permette di',
    of: 'Per',
    everySite: 'tutti i siti',
    expires: 'Ultimo giorno (facoltativo)',
    key: 'La chiave',
    ready: 'Copiare la chiave ora: non verrà più mostrata.',
    done: 'Fatto',
    never: 'mai usata',
    lastUsed: (date) => `ultimo uso: ${date}`,
    until: (date) => `scadenza: ${date}`,
    revoke: (name) => `Revoca la chiave ${name}`,
    revokeQuestion: (name) => `Revocare ${name}? I programmi che la usano vengono respinti subito.`,
    states: {
      revoked: 'revocata',
      expired: 'scaduta',
    },
    scopes: {
      'stats:read': 'leggere i dati',
      'events:read': 'esportare i singoli eventi',
      'events:write': 'inviare eventi per conto di altri',
      'sites:read': 'vedere i siti e ciò che conservano',
      'sites:write': 'modificare i siti e ciò che conservano',
    },
    mistakes: {
      name: 'Indicare a che cosa serve la chiave, in 80 caratteri al massimo.',
      scopes: 'Scegliere che cosa permette.',
      expires: 'Indicare un giorno futuro.',
      site: 'Solo i proprietari creano una chiave che modifica tutti i siti; scegliere un sito.',
    },
  },
};
