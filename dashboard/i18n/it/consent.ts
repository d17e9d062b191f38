/** Words of the consent panel. */
import type { consent as like } from '../en/consent.ts';
import { plural } from './plural.ts';

export const consent: typeof like = {
  consent: {
    title: 'Consenso',
    rate: 'Tasso di consenso',
    rateTable: 'Tabella del tasso di consenso',
    filtered: 'I dati sono filtrati per consenso: non c’è nulla da confrontare.',
    units: { visitors_daily_sum: 'Visitatori, una volta al giorno', visits: 'Visite', pageviews: 'Pagine viste' },
    ofUnits: {
      visitors_daily_sum: (granted, all) =>
        `${granted} su ${all} ${plural(all, 'visitatore', 'visitatori')}, ciascuno contato una volta al giorno`,
      visits: (granted, all) => `${granted} su ${all} ${plural(all, 'visita', 'visite')}`,
      pageviews: (granted, all) => `${granted} su ${all} ${plural(all, 'pagina vista', 'pagine viste')}`,
    },
    extremes: (low, lowWhen, high, highWhen) => `Minimo: ${low} (${lowWhen}); massimo: ${high} (${highWhen}).`,
    tooFewForExtremes: 'Troppo pochi visitatori per seguire il tasso nel tempo.',
    notDrawn:
      'Per seguire il tasso nel tempo, scegliere un periodo con almeno due giorni conclusi in cui è venuto qualcuno.',
  },
  answers: {
    title: 'Risposte alla richiesta',
    ofAnswers: (accepted, answered) =>
      `di accettazione: ${accepted} su ${answered} ${plural(answered, 'risposta', 'risposte')}`,
    noAnswer: 'Nessuno ha ancora risposto.',
    ofQuestions: (answered, asked, share) =>
      `Richiesta mostrata ${asked} ${plural(asked, 'volta', 'volte')}, con risposta ${answered} ${plural(answered, 'volta', 'volte')} (${share}). A chi non risponde si chiede di nuovo nella pagina successiva: sono richieste, non persone.`,
    moreAnswers: (answered, asked) =>
      `${answered} ${plural(answered, 'risposta', 'risposte')} a ${asked} ${plural(asked, 'richiesta segnalata', 'richieste segnalate')}: alcuni strumenti di consenso non comunicano quando chiedono, e i visitatori possono cambiare idea da sé.`,
    asked: 'Richieste',
    answered: 'Risposte',
    outcomes: { accepted: 'Accettate', refused: 'Rifiutate', ignored: 'Ignorate', silent: 'Senza segnalazione' },
    withdrawn: 'Revocate in seguito',
    course: 'Accettazioni tra le risposte',
    table: 'Tabella delle risposte',
    tooFew: 'Troppo poche risposte per seguirne la quota nel tempo.',
    nothing:
      'In questo periodo non è stata segnalata alcuna richiesta di consenso. Il banner di questo servizio segnala da sé le proprie richieste e le risposte, come l’adattatore di uno strumento di consenso.',
    unfiltered:
      'Questi contatori riguardano tutti i visitatori: non incrociano mai due informazioni, perciò i filtri non possono applicarsi.',
    by: 'Risposte per paese, dispositivo, pagina e versione',
    tabs: {
      'visit:country': 'Paesi',
      'visit:device': 'Dispositivi',
      'event:page': 'Pagine',
      'consent:text': 'Testi',
      'consent:banner': 'Banner',
    },
    dimensions: {
      'visit:country': 'Paese',
      'visit:device': 'Dispositivo',
      'event:page': 'Pagina',
      'consent:text': 'Versione',
      'consent:banner': 'Versione',
    },
    otherPages: 'Altre pagine',
    hidden: (count) => `Altre voci: ${count}.`,
    few: (count) => `Una quota su meno di ${count} ${plural(count, 'risposta', 'risposte')} direbbe poco ed è omessa.`,
  },
  bias: {
    title: 'Controllo della distorsione',
    usual:
      'Nulla di insolito: per sorgente, dispositivo e pagine per visita, le visite con consenso sono come tutte le visite.',
    unusual: 'I visitatori con consenso non sono come tutti gli altri:',
    little: (granted, anonymous) =>
      `Dati insufficienti per dirlo: ${granted} ${plural(granted, 'visita', 'visite')} con consenso e ${anonymous} senza.`,
    consequence:
      'I dati dei visitatori con consenso non vanno letti come quelli di tutti. Che cosa corregge la stima è indicato in «Come si è contato?».',
    more: (way, granted, all) =>
      `Chi ha dato il consenso arriva ${way} più spesso dell’insieme dei visitatori: ${granted} delle visite contro ${all}.`,
    less: (way, granted, all) =>
      `Chi ha dato il consenso arriva ${way} meno spesso dell’insieme dei visitatori: ${granted} delle visite contro ${all}.`,
    from: (source) => `da ${source}`,
    directly: 'direttamente',
    devices: {
      desktop: 'da un computer',
      mobile: 'da uno smartphone',
      tablet: 'da un tablet',
      other: 'da altri dispositivi',
    },
    morePages: (granted, all) =>
      `Chi ha dato il consenso vede più pagine per visita dell’insieme dei visitatori: ${granted} contro ${all}.`,
    fewerPages: (granted, all) =>
      `Chi ha dato il consenso vede meno pagine per visita dell’insieme dei visitatori: ${granted} contro ${all}.`,
    rule: ({ fewestVisits, fewestPoints, confidence, viewsPercent }) =>
      `La regola: con almeno ${fewestVisits} visite per parte, una sorgente o un dispositivo viene segnalato se la sua quota differisce di almeno ${fewestPoints} punti e non per caso (${confidence}%, contando le persone e non le visite); le pagine per visita, se differiscono di più del ${viewsPercent}%.`,
    show: 'Mostra il confronto',
    shareOfVisits: 'Quota delle visite',
    all: 'Tutte',
    mark: 'differisce',
  },
};
