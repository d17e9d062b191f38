/** Words of the consent panel. */
import type { consent as like } from '../en/consent.ts';
import { plural } from './plural.ts';

export const consent: typeof like = {
  consent: {
    title: 'Einwilligung',
    rate: 'Einwilligungsquote',
    rateTable: 'Tabelle der Einwilligungsquote',
    filtered: 'Die Zahlen sind nach Einwilligung gefiltert: Es gibt nichts zu vergleichen.',
    units: { visitors_daily_sum: 'Besucher, einmal pro Tag', visits: 'Besuche', pageviews: 'Seitenaufrufe' },
    ofUnits: {
      visitors_daily_sum: (granted, all) => `${granted} von ${all} Besuchern, jeder einmal pro Tag gezählt`,
      visits: (granted, all) => `${granted} von ${all} ${plural(all, 'Besuch', 'Besuchen')}`,
      pageviews: (granted, all) => `${granted} von ${all} ${plural(all, 'Seitenaufruf', 'Seitenaufrufen')}`,
    },
    extremes: (low, lowWhen, high, highWhen) => `Tiefstwert ${low} (${lowWhen}), Höchstwert ${high} (${highWhen}).`,
    tooFewForExtremes: 'Zu wenige Besucher, um die Quote im Zeitverlauf zu zeigen.',
    notDrawn:
      'Um die Quote im Zeitverlauf zu sehen, wählen Sie einen Zeitraum mit mindestens zwei abgeschlossenen Tagen, an denen jemand kam.',
  },
  answers: {
    title: 'Antworten auf die Frage',
    ofAnswers: (accepted, answered) =>
      `zugestimmt: ${accepted} von ${answered} ${plural(answered, 'Antwort', 'Antworten')}`,
    noAnswer: 'Noch niemand hat geantwortet.',
    ofQuestions: (answered, asked, share) =>
      `${asked}-mal gefragt, ${answered}-mal beantwortet (${share}). Wer nicht antwortet, wird auf der nächsten Seite erneut gefragt: Gezählt sind Fragen, nicht Personen.`,
    moreAnswers: (answered, asked) =>
      `${answered} ${plural(answered, 'Antwort', 'Antworten')} auf ${asked} gemeldete ${plural(asked, 'Frage', 'Fragen')}: Manche Einwilligungswerkzeuge melden nicht, wann sie fragen, und Besucher können ihre Meinung auch ungefragt ändern.`,
    asked: 'Gefragt',
    answered: 'Beantwortet',
    outcomes: { accepted: 'Zugestimmt', refused: 'Abgelehnt', ignored: 'Offen gelassen', silent: 'Keine Meldung' },
    withdrawn: 'Später widerrufen',
    course: 'Zustimmungen unter den Antworten',
    table: 'Tabelle der Antworten',
    tooFew: 'Zu wenige Antworten, um den Anteil im Zeitverlauf zu zeigen.',
    nothing:
      'In diesem Zeitraum wurde keine Frage nach Einwilligung gemeldet. Das Banner dieses Dienstes meldet seine Fragen und Antworten von selbst, ebenso der Adapter eines Einwilligungswerkzeugs.',
    unfiltered:
      'Diese Zähler gelten für alle Besucher: Sie verknüpfen nie zwei Angaben, deshalb lassen sich keine Filter auf sie anwenden.',
    by: 'Antworten nach Land, Gerät, Seite und Version',
    tabs: {
      'visit:country': 'Länder',
      'visit:device': 'Geräte',
      'event:page': 'Seiten',
      'consent:text': 'Texte',
      'consent:banner': 'Banner',
    },
    dimensions: {
      'visit:country': 'Land',
      'visit:device': 'Gerät',
      'event:page': 'Seite',
      'consent:text': 'Version',
      'consent:banner': 'Version',
    },
    otherPages: 'Andere Seiten',
    hidden: (count) => `${count} weitere.`,
    few: (count) =>
      `Ein Anteil von weniger als ${count} ${plural(count, 'Antwort', 'Antworten')} würde wenig besagen und entfällt.`,
  },
  bias: {
    title: 'Prüfung auf Verzerrung',
    usual:
      'Nichts Auffälliges: In Quelle, Gerät und Seiten pro Besuch gleichen Besuche mit Einwilligung allen Besuchen.',
    unusual: 'Besucher mit Einwilligung sind nicht wie alle anderen:',
    little: (granted, anonymous) =>
      `Zu wenige Daten für eine Aussage: ${granted} ${plural(granted, 'Besuch', 'Besuche')} mit Einwilligung und ${anonymous} ohne.`,
    consequence:
      'Lesen Sie die Zahlen der Besucher mit Einwilligung nicht als die aller Besucher. Was die Schätzung ausgleicht, steht unter „Wie wurde gezählt?“.',
    more: (way, granted, all) =>
      `Personen mit Einwilligung kommen häufiger ${way} als alle Besucher: ${granted} gegenüber ${all} der Besuche.`,
    less: (way, granted, all) =>
      `Personen mit Einwilligung kommen seltener ${way} als alle Besucher: ${granted} gegenüber ${all} der Besuche.`,
    from: (source) => `von ${source}`,
    directly: 'direkt',
    devices: {
      desktop: 'mit einem Computer',
      mobile: 'mit einem Smartphone',
      tablet: 'mit einem Tablet',
      other: 'mit anderen Geräten',
    },
    morePages: (granted, all) =>
      `Personen mit Einwilligung sehen mehr Seiten pro Besuch als alle Besucher: ${granted} gegenüber ${all}.`,
    fewerPages: (granted, all) =>
      `Personen mit Einwilligung sehen weniger Seiten pro Besuch als alle Besucher: ${granted} gegenüber ${all}.`,
    rule: ({ fewestVisits, fewestPoints, confidence, viewsPercent }) =>
      `Die Regel: Bei mindestens ${fewestVisits} Besuchen auf jeder Seite wird eine Quelle oder ein Gerät genannt, wenn der Anteil um mindestens ${fewestPoints} Prozentpunkte und über den Zufall hinaus abweicht (${confidence} %, gezählt nach Personen, nicht nach Besuchen); Seiten pro Besuch, wenn sie um mehr als ${viewsPercent} % abweichen.`,
    show: 'Vergleich anzeigen',
    shareOfVisits: 'Anteil der Besuche',
    all: 'Alle',
    mark: 'weicht ab',
  },
};
