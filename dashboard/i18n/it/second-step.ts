/** Words of the second step in one’s own account. */
import type { secondStep as like } from '../en/second-step.ts';
import { plural } from './plural.ts';

export const secondStep: typeof like = {
  secondStep: {
    title: 'Secondo passaggio all’accesso',
    lead: 'Con un’app o una passkey la password da sola non basta più: chi la scopre non può accedere.',
    next: 'Continua',
    demanded: {
      title: 'Impostare un secondo passaggio',
      lead: 'Qui tutti accedono in due passaggi. Impostare il secondo per continuare.',
    },
    signInAgain:
      'Questo account non ha password; un accesso appena fatto ne prende il posto: uscire e accedere di nuovo.',
    missingName: 'Indicare un nome.',
    missingCode: 'Indicare un codice.',
    wrongCode: 'Questo codice non è corretto. Ognuno vale una volta sola: attendere il prossimo.',
    app: {
      title: 'App con codici',
      none: 'Nessuna per ora.',
      setUp: 'Aggiungi un’app',
      lead: 'Va bene qualsiasi app che mostri codici di sei cifre, sul telefono o nel gestore di password. Prima la password.',
      scan: 'Scansionare questa immagine con l’app, o inserirvi il segreto. Indicare poi il codice che mostra.',
      picture: 'Il segreto come immagine, da scansionare con l’app',
      secret: 'Segreto:',
      code: 'Codice',
      confirm: 'Conferma',
      off: 'Disattiva l’app',
      offLead: 'Indicare la password, e un codice dell’app o di recupero. Tutte le altre sessioni terminano.',
      since: (date) => `aggiunta: ${date}`,
    },
    passkeys: {
      title: 'Passkey dell’account',
      lead: 'Le conservano il dispositivo, il browser o una chiave di sicurezza. Permettono anche di accedere da sole, senza password.',
      add: 'Aggiungi una passkey',
      addLead: 'Dare un nome che dica dove si trova, per esempio «telefono». Il resto lo chiede il browser.',
      name: 'Nome',
      never: 'mai usata',
      removeIt: 'Rimuovi',
      removeLead: 'Indicare la password. Tutte le altre sessioni terminano.',
      notShown: 'Non è stata creata alcuna passkey. Riprovare quando si è pronti.',
      known: 'Questo dispositivo o questa chiave ha già una passkey di questo account.',
      added: (date) => `aggiunta: ${date}`,
      used: (date) => `ultimo uso: ${date}`,
      remove: (name) => `Rimuovi la passkey ${name}`,
      barriers: {
        address: () =>
          'I browser creano passkey solo per un server il cui indirizzo sia un nome con https. Chi gestisce questo può dargliene uno (PASSANT_BASE_URL).',
        browser: () => 'Questo browser non ha passkey.',
        elsewhere: (origin) => `Le passkey funzionano su ${origin}: aprire lì questa pagina.`,
      },
    },
    recovery: {
      title: 'Codici di recupero',
      renew: 'Crea nuovi codici',
      renewLead: 'Indicare la password. I codici precedenti non varranno più.',
      shown:
        'Per il giorno in cui app e passkey fossero perse. Conservarli lontano dal telefono, su carta o in un gestore di password: ognuno vale una volta, e sono mostrati solo ora.',
      save: 'Salva in un file',
      done: 'Li ho conservati',
      left: (count) =>
        plural(count, `resta ${count} codice, vale una volta`, `restano ${count} codici, ognuno vale una volta`),
    },
  },
};
