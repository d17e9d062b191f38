/** Words by which any figure is explained. */
import type { explain as like } from '../en/explain.ts';

export const explain: typeof like = {
  explain: {
    title: (name) => `Spiega questo numero: ${name}`,
    names: {
      visitors_low: 'Visitatori, limite inferiore',
      visitors_high: 'Visitatori, limite superiore',
      visitors_measured: 'Visitatori con consenso',
      visitors_daily_sum: 'Visitatori, somma dei giorni',
      events: 'Eventi',
      scroll_depth: 'Profondità di scorrimento',
      time_on_page: 'Tempo sulla pagina',
      percentage: 'Quota dei visitatori',
      group_conversion_rate: 'Tasso di conversione della riga',
      total_revenue: 'Ricavi',
      average_revenue: 'Ricavo medio',
    },
    definitions: {
      visitors:
        'Quante persone diverse sono venute: contate dove tutte si possono distinguere, altrimenti stimate; nessun numero dove non si può fare né l’uno né l’altro.',
      visitors_low:
        'Limite inferiore dell’intervallo al 95% di una stima; senza stima, il minimo di persone compatibile con quanto osservato.',
      visitors_high:
        'Limite superiore dell’intervallo al 95% di una stima; senza stima, il massimo di persone compatibile con quanto osservato.',
      visitors_measured: 'Visitatori distinti con consenso alle statistiche, numero esatto su qualsiasi periodo.',
      visitors_daily_sum:
        'La somma dei visitatori unici dei singoli giorni, come la mostrano altri strumenti; conta una persona una volta al giorno.',
      visits:
        'Visite iniziate nel periodo: eventi di un visitatore senza pause di oltre 30 minuti, per al massimo 12 ore.',
      pageviews: 'Pagine mostrate.',
      views_per_visit: 'Pagine viste divise per le visite.',
      bounce_rate: 'Percentuale delle visite con una sola pagina vista e nessun evento personalizzato.',
      visit_duration:
        'Tempo medio tra il primo e l’ultimo evento di una visita, in secondi; le visite di durata ignota sono escluse.',
      events: 'Pagine viste ed eventi personalizzati.',
      scroll_depth:
        'Fin dove una pagina è stata fatta scorrere in una visita, in percentuale della pagina: la media dei punti più bassi raggiunti.',
      time_on_page: 'Tempo medio in cui una pagina è stata visibile in una visita, in secondi.',
      percentage: 'I visitatori della riga in percentuale dei visitatori della stessa query senza dimensioni.',
      conversion_rate:
        'I visitatori della riga che raggiungono un obiettivo, in percentuale di tutti i visitatori ammessi dagli altri filtri.',
      group_conversion_rate:
        'I visitatori della riga che raggiungono un obiettivo, in percentuale dei visitatori della riga che lo raggiungono o no.',
      total_revenue: 'Somma dei ricavi degli eventi personalizzati; non nota se sono in più valute.',
      average_revenue: 'Ricavo medio degli eventi personalizzati che ne hanno uno; non noto se sono in più valute.',
    },
    definition: 'Che cosa significa',
    /** Beside the definition, where one might hold the two against each other. */
    hints: {
      notFound:
        'Indirizzi del sito che non portavano ad alcuna pagina (errore 404), come li ha segnalati la pagina «non trovata».',
      page: 'Per una pagina è contato chi vi ha fatto qualcosa: chi l’ha vista o vi ha causato un evento, come un acquisto. Un obiettivo che è una pagina conta chi l’ha vista, quindi i due numeri possono differire.',
      goal: 'Un obiettivo che è una pagina conta chi l’ha vista. L’elenco delle pagine conta chi vi ha fatto qualcosa, anche un evento come un acquisto, quindi i due numeri possono differire.',
    },
    asked: 'Che cosa è stato chiesto',
    site: 'Sito',
    period: 'Periodo',
    filters: 'Filtri',
    noFilters: 'nessuno',
    row: 'Riga',
    method: 'Come si è contato',
    methods: {
      exact:
        'Contato, non stimato: tutto ciò che è stato registrato nel periodo e soddisfa i filtri, con o senza consenso.',
      ratio: 'Un quoziente di conteggi, arrotondato una volta sola. Nulla è stimato.',
      people:
        'Un quoziente di numeri di visitatori. Se questi sono stime, lo è anche questo numero, e la sua incertezza non è calcolata; se se ne conoscono solo i limiti, il numero manca.',
      measured: 'Contato esattamente dagli identificatori dei visitatori con consenso.',
    },
    kind: { exact: 'Esatto', estimate: 'Stima', bounds: 'Minimo e massimo', ratio: 'Quoziente' },
    ofWhole:
      'Il metodo e i suoi dati sono quelli di tutto il periodo; la riga ne è una parte, contata allo stesso modo.',
    noVisits:
      'Con l’impostazione di questo sito, le pagine viste senza consenso non appartengono ad alcuna visita: vi sono solo visite con consenso.',
    unknown: 'Non c’è un numero: qui non si può conoscere, o manca ciò da cui ricavarlo.',
    madeOf: 'Di che cosa è fatto',
    time: 'Tempo di risposta',
    took: (page) => `${page} ms, misurati in questa pagina`,
    tookServer: (page, server) => `${page} ms misurati in questa pagina, di cui ${server} ms nel server`,
    share: 'Link a questa spiegazione',
    save: 'Scarica in CSV',
    copy: 'Copia',
    copyWhat: (what) => `Copia: ${what}`,
    copied: 'Copiato',
    copyYourself: 'Qui la copia non è riuscita: il testo è selezionato e si può copiare a mano.',
    call: 'Lo stesso tramite API',
    callIntro: 'Mettere una chiave API al posto di $PASSANT_KEY; la crea `passant key issue`.',
    body: 'Solo la query (JSON)',
  },
};
