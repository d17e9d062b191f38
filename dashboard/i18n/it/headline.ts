/** Words of the headline figures, and how they were counted. */
import type { headline as like } from '../en/headline.ts';
import { plural } from './plural.ts';

export const headline: typeof like = {
  metrics: {
    visitors: 'Visitatori unici',
    visits: 'Visite',
    pageviews: 'Pagine viste',
    views_per_visit: 'Pagine per visita',
    bounce_rate: 'Frequenza di rimbalzo',
    visit_duration: 'Durata della visita',
    conversion_rate: 'Tasso di conversione',
  },
  split: {
    granted: (count) => `${count} con consenso`,
    anonymous: (count) => `${count} ${plural(count, 'anonimo', 'anonimi')}`,
    erased: (count) => `${count} ${plural(count, 'cancellato', 'cancellati')}`,
    estimated: (count) => plural(count, `circa ${count} altro, stimato`, `circa ${count} altri, stimati`),
    most: (count) => `al massimo ${count}, garantito`,
  },
  visitors: {
    between: (low, high) => `Tra ${low} e ${high} persone`,
    estimated: (low, high) => `Tra ${low} e ${high} persone (intervallo al 95% di una stima)`,
    ofThem: (measured, count, share) =>
      `, di cui ${measured}${share === null ? '' : ` (${share})`} ${plural(count, 'misurata', 'misurate')} con consenso.`,
    exact: 'Ogni visitatore è stato distinto: questo numero è esatto.',
    ofConsent: 'Solo visitatori con consenso, ed esatto per loro; gli altri non sono in questo numero.',
    long: 'Entrambi gli estremi sono garantiti. Un mese di questo periodo può essere stimato, e quella stima può superare ciò che è garantito per l’insieme.',
  },
  change: {
    interval: (low, high) => ` (intervallo al 95%: da ${low} a ${high})`,
    before: {
      previous_period: (days) => `Periodo precedente (${days}): `,
      year_over_year: (days) => `Stesso periodo dell’anno precedente (${days}): `,
      custom: (days) => `Confronto con ${days}: `,
    },
    verdicts: {
      nobody: 'allora non è stato contato nessuno.',
      exact: 'entrambi i numeri sono esatti.',
      larger: 'una differenza maggiore della sua incertezza.',
      within: 'una differenza entro l’incertezza.',
      unknown: 'non si può dire se il numero di persone sia aumentato o diminuito.',
      more: 'ora ci sono più persone, con certezza.',
      fewer: 'ora ci sono meno persone, con certezza.',
    },
    show: 'Mostra nel grafico',
    running: 'La giornata di oggi non è finita.',
    since: {
      previous_period: 'rispetto al periodo precedente',
      year_over_year: 'rispetto allo stesso periodo dell’anno precedente',
      custom: 'rispetto alle altre date',
    },
    lengths: (now, before) => `Attenzione alla durata: ${now} giorni ora, ${before} allora.`,
    points: (amount) => `${amount} p.p.`,
  },
  method: {
    title: 'Come si è contato?',
    visitor: 'Che cos’è un visitatore?',
    definition:
      'I visitatori con consenso portano con sé un numero casuale e sono riconosciuti ogni giorno. Gli altri non portano con sé nulla: si distinguono al più nell’arco di un giorno, e non è possibile collegare due dei loro giorni.',
    instrument:
      'Una persona è un browser come lo vede il server: persone che condividono una rete e una versione del browser possono contare come una; una persona con due dispositivi conta come due.',
    cases: {
      met: 'Su più giorni, per i visitatori senza consenso sono certi solo un minimo e un massimo. Qui i due coincidono: il numero minimo e quello massimo di persone che spiegano quanto osservato è lo stesso.',
      consented:
        'Tutti i visitatori di questo periodo avevano dato il consenso, quindi ciascuno è contato una sola volta.',
      'single-day':
        'In un solo giorno, i visitatori senza consenso si distinguono grazie a una chiave che esiste solo quel giorno. I visitatori con consenso si distinguono per il loro identificatore. Nulla è stimato.',
      'date-flag':
        'Il dispositivo di un visitatore senza consenso conserva la data dell’ultima visita e nient’altro, e comunica se questa è la prima visita del giorno, della settimana o del mese. Sommando le prime visite si conta ogni dispositivo una volta, senza riconoscerne alcuno.',
      'broken-day':
        'Il servizio è stato riavviato durante questo giorno, quindi un visitatore senza consenso può essere stato contato prima e dopo. I visitatori con consenso hanno attraversato lo stesso riavvio e dopo sono riconosciuti: la frequenza con cui sono contati due volte dice di quanto va ridotto il numero degli altri.',
      overlap:
        'I visitatori con consenso sono contati con esattezza. Degli altri si conosce solo ogni singolo giorno e quanti erano venuti anche il giorno prima. La frequenza con cui si torna è ricavata dai visitatori con consenso e corretta finché la sovrapposizione dei giorni che ne deriva è quella osservata: chi viene spesso può dare il consenso più o meno spesso degli altri.',
      strata:
        'I visitatori con consenso sono contati con esattezza. Degli altri si conosce solo ogni singolo giorno. La frequenza con cui si torna è ricavata dai visitatori con consenso, separatamente per dispositivo e per accesso diretto o no.',
      'visit-ratio':
        'Con l’impostazione di questo sito, i visitatori senza consenso non sono distinti; si contano solo le loro visite. Il numero di visite per persona è ricavato dai visitatori con consenso.',
      'few-repeaters':
        'I visitatori senza consenso non possono essere riconosciuti un altro giorno. Una stima richiede almeno 40 visitatori con consenso venuti in due o più giorni; ce ne sono meno, quindi sono indicati solo un minimo e un massimo.',
      'long-window':
        'I visitatori senza consenso non possono essere riconosciuti un altro giorno. La stima è verificata fino a 92 giorni; su un periodo più lungo sono indicati solo un minimo e un massimo.',
      'part-of-day':
        'Il periodo comincia o finisce a metà giornata. La stima si basa su giorni interi, quindi sono indicati solo un minimo e un massimo.',
      'broken-day-unestimated':
        'Il servizio è stato riavviato durante il giorno. Un visitatore senza consenso può essere stato contato prima e dopo, e sono venuti troppo pochi visitatori con consenso per dire quanto spesso: sono certi solo un minimo e un massimo.',
      uncounted:
        'Alcune pagine viste sono state contate senza distinguere le persone. Ciascuna può essere di una persona nuova o della stessa di prima, quindi sono certi solo un minimo e un massimo.',
      'few-in-filter':
        'Una stima con questi filtri richiede almeno 30 visitatori con consenso che vi corrispondano; ce ne sono meno, quindi sono indicati solo un minimo e un massimo.',
      'events-unseen':
        'Con l’impostazione di questo sito, le visite senza consenso non si possono seguire di pagina in pagina. Con un filtro sulle pagine non c’è una stima, solo un minimo e un massimo.',
    },
    consentBias:
      'L’intervallo non copre la distorsione da consenso: se chi dà il consenso torna più o meno spesso degli altri, la stima si scosta più di quanto indicato.',
    filtered: 'Con un filtro si sa meno di chi è tornato, quindi minimo e massimo sono più distanti.',
    low: 'Il numero inferiore è il minimo di persone che spiega quanto osservato; quello superiore il massimo. Entrambi sono certi.',
    inputsTitle: 'Su che cosa si basa',
    guaranteed: 'Garantito dal solo conteggio, senza alcuna stima',
    others: {
      more: (sum, share) =>
        `Altri strumenti sommano i giorni e mostrerebbero ${sum} visitatori (in eccesso: ${share}).`,
      atLeast: (sum, share) =>
        `Altri strumenti sommano i giorni e mostrerebbero ${sum} visitatori (in eccesso: almeno ${share}).`,
      same: (sum) =>
        `Altri strumenti sommano i giorni e mostrerebbero ${sum} visitatori; qui può persino essere giusto, ma non potrebbero saperlo.`,
    },
    docs: 'Tutto il metodo, con i suoi limiti (in inglese)',
    inputs: {
      days: 'Giorni del periodo',
      measured: 'Visitatori con consenso',
      anonymousDays: 'Visitatori anonimi, sommati giorno per giorno',
      overlap: 'di cui visti anche il giorno prima',
      switchers: 'hanno dato il consenso dopo un giorno anonimo',
      unseenVisits: 'Visite non distinte',
      uncountedPageviews: 'Pagine viste non distinte',
      brokenDays: 'Giorni con un riavvio',
      repeaters: 'Visitatori con consenso venuti in 2 o più giorni',
      flaggedDevices: 'Dispositivi che conservano la data dell’ultima visita',
      ratio: 'Stima per semplice proporzione (E1)',
      stratified: 'Stima per dispositivo e modo di arrivo (E2)',
      calibrated: 'Stima corretta con la sovrapposizione dei giorni (E3)',
      gamma: 'Correzione per il consenso dei visitatori abituali (sopra 0: lo danno meno spesso)',
      standardError: 'Errore standard della stima',
      switched: 'Contati sia con sia senza consenso, tolti una volta',
      churnRate: 'Identificatori persi da un giorno all’altro',
      measuredAfterChurn: 'Visitatori con consenso, riuniti gli identificatori persi',
    },
  },
  disclosure: {
    rounded: (step) => `I dati sono arrotondati a multipli di ${step}.`,
    small: (least) =>
      `Meno di ${least} visitatori sono indicati come «< ${least}», come altri numeri da cui si potrebbero ricavare.`,
    exact: 'Ogni visitatore è stato distinto; il numero è arrotondato.',
    ofConsent: 'Solo visitatori con consenso; il numero è arrotondato.',
    bothExact: 'entrambi i numeri sono arrotondati.',
    leftOut: (least) =>
      `Le righe con meno di ${least} visitatori sono omesse, come quelle da cui si potrebbero ricavare.`,
    hidden: 'Nascosto, perché nessuno possa essere riconosciuto.',
    restricted: 'Solo visitatori con consenso, come richiede il profilo di questo sito.',
  },
};
