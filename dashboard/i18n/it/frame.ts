/** Words around the figures: bar, doors, forms, errors, and what stands where there is nothing. */
import type { frame as like } from '../en/frame.ts';
import { plural } from './plural.ts';

const many = (count: number | null) => count !== 1;

export const frame: typeof like = {
  language: 'Lingua',
  skip: 'Vai ai dati',
  close: 'Chiudi',
  tagline: 'La misurazione del pubblico che conta le persone con onestà.',
  theme: { toDark: 'Colori scuri', toLight: 'Colori chiari' },
  account: {
    menu: 'Account',
    signOut: 'Esci',
    office: 'Amministrazione',
    roles: { owner: 'Proprietario', admin: 'Amministratore', editor: 'Redattore', viewer: 'Lettore' },
    someSites: 'Su alcuni siti',
  },
  asking: { keep: 'Conserva', remove: 'Rimuovi' },
  sites: {
    choose: 'Scegliere un sito',
    search: 'Cercare un sito',
    found: (count) => (count === 0 ? 'Nessun sito con questo nome.' : `${count} ${plural(count, 'sito', 'siti')}`),
  },
  footer: (version) => `I dati sono solo quelli di questo server. Passant ${version}.`,
  forms: {
    email: 'Indirizzo e-mail',
    password: 'Password',
    passwordRule: 'Almeno 12 caratteri. Alcune parole di seguito sono facili da ricordare e difficili da indovinare.',
    passwordLeft: (left) => plural(left, `Manca ancora ${left} carattere.`, `Mancano ancora ${left} caratteri.`),
    passwordLong: 'Lunghezza sufficiente.',
    show: 'Mostra',
    hide: 'Nascondi',
    missingEmail: 'Indicare un indirizzo e-mail, per esempio ada@example.org.',
    missingPassword: 'Indicare la password.',
    shortPassword: 'Questa password ha meno di 12 caratteri.',
    usualPassword: 'Questa password è tra le prime che altri provano. Usare alcune parole scelte da sé.',
    knownWord:
      'Questa password si basa su una parola che altri conoscono: Passant, un sito, una parte dell’indirizzo. Usare altre parole o aggiungervi almeno otto lettere.',
  },
  setUp: {
    title: 'Configurare Passant',
    intro: 'Creare l’account del proprietario di questo server. Altre persone si possono invitare in seguito.',
    submit: 'Crea l’account',
    needsLink: 'Questo server non ha ancora un proprietario.',
    needsLinkMore: 'Aprire il link che il server ha mostrato all’avvio: permette di creare l’account del proprietario.',
  },
  signIn: {
    title: 'Accesso',
    intro: 'I dati sono riservati a chi ha un account qui.',
    submit: 'Accedi',
    forgotten: 'Password dimenticata?',
    ended: 'La sessione è terminata. Accedere di nuovo per tornare al punto in cui ci si trovava.',
  },
  errors: {
    title: 'Caricamento non riuscito',
    retry: 'Riprova',
    offline: 'Il server non ha risposto. Controllare la connessione.',
    unreadable: 'La risposta del server non è comprensibile.',
    rate_limited: 'Troppi tentativi. Attendere un po’, poi riprovare.',
    unavailable: 'Il server è occupato o in fase di avvio. Riprovare tra un istante.',
    fault: 'Si è verificato un errore sul server; il suo registro riporta i dettagli.',
    wrongSignIn: 'L’indirizzo o la password non sono corretti.',
    usedLink:
      'Questo link di configurazione è già stato usato o è scaduto. Riavviare il servizio per ottenerne uno nuovo.',
    alreadySetUp: 'Questo server è già configurato. Eseguire l’accesso.',
    unknownSite: (domain) => `Qui non c’è alcun sito di nome ${domain}.`,
    otherSites: 'I siti di questo server:',
    noSites: 'Questo server non ha ancora alcun sito. Aggiungerne uno dalla riga di comando:',
  },
  addresses: {
    title: 'Gli indirizzi dei visitatori non arrivano',
    consequence:
      'Quasi tutti i messaggi sembrano venire da un solo indirizzo: i visitatori senza consenso si riducono a pochi e i loro paesi sono sconosciuti.',
    remedy:
      'Fare in modo che il proxy a monte invii X-Forwarded-For e indicarlo in PASSANT_TRUSTED_PROXIES (docs/proxies.md). Questo avviso scompare poco dopo.',
  },
  waiting: {
    title: 'In attesa del primo visitatore',
    intro:
      'Inserire questa riga fra <head> e </head> nel codice HTML di ogni pagina del sito. La prima visita apparirà qui entro pochi secondi.',
    copy: 'Copia',
    copied: 'Copiato',
    demo: 'Visita il sito dimostrativo',
    demoMore: 'Il sito dimostrativo contiene già la riga: aprire lì una pagina e osservare questa.',
    listening: 'In attesa di eventi…',
    troubles: (domain) =>
      `Non arriva nulla? Contano solo le pagine di ${domain} e dei suoi sottodomini, e solo i browser usati da persone; una Content Security Policy deve consentire lo script.`,
  },
  empty: {
    period: 'Nessuna visita in questo periodo.',
    periodMore: 'Il sito ha dati in altri periodi.',
    allTime: 'Mostra dall’inizio',
    filters: 'Nulla corrisponde a questi filtri.',
    clear: 'Rimuovi i filtri',
  },
  sitePages: {
    title: 'Pagine di questo sito',
    figures: 'Dati',
    live: 'In diretta',
    goals: 'Obiettivi',
    funnels: 'Funnel',
    retention: 'Fidelizzazione',
    journeys: 'Percorsi',
    now: (count) => `${count} adesso`,
  },
  suggest: {
    proposals: 'Suggerimenti',
    count: (count) => (many(count) ? `${count} suggerimenti` : '1 suggerimento'),
  },
};
