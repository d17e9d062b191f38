/** Words by which any figure is explained. */
import type { explain as like } from '../en/explain.ts';

export const explain: typeof like = {
  explain: {
    title: (name) => `Diese Zahl erklären: ${name}`,
    names: {
      visitors_low: 'Besucher, unteres Ende',
      visitors_high: 'Besucher, oberes Ende',
      visitors_measured: 'Besucher mit Einwilligung',
      visitors_daily_sum: 'Besucher, Tage addiert',
      events: 'Ereignisse',
      scroll_depth: 'Scrolltiefe',
      time_on_page: 'Verweildauer auf der Seite',
      percentage: 'Anteil der Besucher',
      group_conversion_rate: 'Konversionsrate der Zeile',
      total_revenue: 'Umsatz',
      average_revenue: 'Durchschnittlicher Umsatz',
    },
    definitions: {
      visitors:
        'Wie viele verschiedene Personen da waren: gezählt, wo sich alle unterscheiden lassen, sonst geschätzt; keine Zahl, wo beides nicht geht.',
      visitors_low:
        'Unteres Ende des 95‑%‑Intervalls einer Schätzung; ohne Schätzung die kleinste Zahl von Personen, die das Beobachtete zulässt.',
      visitors_high:
        'Oberes Ende des 95‑%‑Intervalls einer Schätzung; ohne Schätzung die größte Zahl von Personen, die das Beobachtete zulässt.',
      visitors_measured: 'Verschiedene Besucher mit Einwilligung in die Statistik, exakt über jeden Zeitraum.',
      visitors_daily_sum:
        'Die Summe der eindeutigen Besucher aller Tage, wie andere Werkzeuge sie ausweisen; zählt eine Person einmal pro Tag.',
      visits:
        'Besuche, die im Zeitraum begannen: Ereignisse eines Besuchers ohne Pause von mehr als 30 Minuten, höchstens 12 Stunden.',
      pageviews: 'Angezeigte Seiten.',
      views_per_visit: 'Seitenaufrufe geteilt durch Besuche.',
      bounce_rate: 'Prozentsatz der Besuche mit nur einem Seitenaufruf und ohne eigenes Ereignis der Website.',
      visit_duration:
        'Mittlere Zeit zwischen dem ersten und dem letzten Ereignis eines Besuchs, in Sekunden; Besuche unbekannter Dauer bleiben außer Betracht.',
      events: 'Seitenaufrufe und eigene Ereignisse der Website.',
      scroll_depth:
        'Wie weit eine Seite bei einem Besuch gescrollt wurde, in Prozent ihrer Höhe: der Mittelwert der tiefsten Punkte.',
      time_on_page: 'Mittlere Zeit, für die eine Seite bei einem Besuch sichtbar war, in Sekunden.',
      percentage: 'Besucher der Zeile in Prozent der Besucher derselben Abfrage ohne Dimensionen.',
      conversion_rate:
        'Besucher der Zeile, die ein Ziel erreichen, in Prozent aller Besucher, die den übrigen Filtern entsprechen.',
      group_conversion_rate:
        'Besucher der Zeile, die ein Ziel erreichen, in Prozent der Besucher der Zeile mit oder ohne Ziel.',
      total_revenue: 'Umsatz eigener Ereignisse, addiert; keine Zahl, wenn er in mehreren Währungen anfiel.',
      average_revenue:
        'Durchschnittlicher Umsatz eines eigenen Ereignisses, das Umsatz hat; keine Zahl, wenn er in mehreren Währungen anfiel.',
    },
    definition: 'Was die Zahl bedeutet',
    /** Beside the definition, where one might hold the two against each other. */
    hints: {
      notFound:
        'Adressen der Website, unter denen keine Seite war (Fehler 404), wie die Seite „Nicht gefunden“ sie gemeldet hat.',
      page: 'Bei einer Seite zählt, wer dort irgendetwas getan hat: sie gesehen oder ein Ereignis wie einen Kauf ausgelöst. Ein Ziel, das eine Seite ist, zählt, wer sie gesehen hat; beide können sich also unterscheiden.',
      goal: 'Ein Ziel, das eine Seite ist, zählt, wer sie gesehen hat. Die Liste der Seiten zählt, wer dort irgendetwas getan hat, auch ein Ereignis wie einen Kauf; beide können sich also unterscheiden.',
    },
    asked: 'Was abgefragt wurde',
    site: 'Website',
    period: 'Zeitraum',
    filters: 'Filter',
    noFilters: 'keine',
    row: 'Zeile',
    method: 'Wie gezählt wurde',
    methods: {
      exact:
        'Gezählt, nicht geschätzt: alles, was im Zeitraum aufgezeichnet wurde und den Filtern entspricht, mit oder ohne Einwilligung.',
      ratio: 'Ein Quotient gezählter Zahlen, einmal gerundet. Nichts daran ist geschätzt.',
      people:
        'Ein Quotient von Besucherzahlen. Sind diese geschätzt, ist es auch diese Zahl, und ihre eigene Unsicherheit wird nicht berechnet; sind nur Grenzen bekannt, gibt es keine Zahl.',
      measured: 'Exakt gezählt anhand der Kennungen von Besuchern, die eingewilligt haben.',
    },
    kind: { exact: 'Exakt', estimate: 'Schätzung', bounds: 'Bereich', ratio: 'Quotient' },
    ofWhole:
      'Die Methode und ihre Grundlagen gelten für den ganzen Zeitraum; die Zeile ist ein Teil davon und auf dieselbe Weise gezählt.',
    noVisits:
      'Bei der Einstellung dieser Website gehören Seitenaufrufe ohne Einwilligung zu keinem Besuch: Nur Besuche mit Einwilligung sind enthalten.',
    unknown: 'Es gibt keine Zahl: Sie ist hier nicht zu ermitteln, oder es gibt nichts, woraus sie sich bilden ließe.',
    madeOf: 'Woraus sie besteht',
    time: 'Dauer der Antwort',
    took: (page) => `${page}\u00a0ms, von dieser Seite aus gesehen`,
    tookServer: (page, server) => `${page}\u00a0ms, von dieser Seite aus gesehen, davon ${server}\u00a0ms im Server`,
    share: 'Link zu dieser Erklärung',
    save: 'Als CSV herunterladen',
    copy: 'Kopieren',
    copyWhat: (what) => `Kopieren: ${what}`,
    copied: 'Kopiert',
    copyYourself: 'Das Kopieren hat hier nicht funktioniert: Der Text ist markiert, kopieren Sie ihn selbst.',
    call: 'Dasselbe über die API',
    callIntro: 'Setzen Sie anstelle von $PASSANT_KEY einen API-Schlüssel ein; `passant key issue` erzeugt einen.',
    body: 'Nur die Abfrage (JSON)',
  },
};
