/** Words of the headline figures, and how they were counted. */
import type { headline as like } from '../en/headline.ts';
import { plural } from './plural.ts';

export const headline: typeof like = {
  metrics: {
    visitors: 'Eindeutige Besucher',
    visits: 'Besuche',
    pageviews: 'Seitenaufrufe',
    views_per_visit: 'Seiten pro Besuch',
    bounce_rate: 'Absprung\u00adrate',
    visit_duration: 'Besuchs\u00addauer',
    // With a place to break, for the narrowest tile.
    conversion_rate: 'Konversions\u00adrate',
  },
  split: {
    granted: (count) => `${count} mit Einwilligung`,
    anonymous: (count) => `${count} anonym`,
    erased: (count) => `${count} gelöscht`,
    estimated: (count) => `etwa ${count} ${plural(count, 'weiterer', 'weitere')}, geschätzt`,
    most: (count) => `höchstens ${count}, garantiert`,
  },
  visitors: {
    between: (low, high) => `Zwischen ${low} und ${high} Personen`,
    estimated: (low, high) => `Zwischen ${low} und ${high} Personen (95‑%‑Intervall einer Schätzung)`,
    ofThem: (measured, count, share) =>
      `; davon ${plural(count, 'ist', 'sind')} ${measured}${share === null ? '' : ` (${share})`} mit Einwilligung gemessen.`,
    exact: 'Alle Besucher konnten unterschieden werden: Diese Zahl ist exakt.',
    ofConsent: 'Nur Besucher mit Einwilligung, und für diese exakt; die anderen sind in dieser Zahl nicht enthalten.',
    long: 'Beide Enden sind garantiert. Ein Monat daraus kann geschätzt werden; diese Schätzung kann höher sein als das, was für das Ganze garantiert ist.',
  },
  change: {
    interval: (low, high) => ` (95‑%‑Intervall: ${low} bis ${high})`,
    before: {
      previous_period: (days) => `Vorheriger Zeitraum (${days}): `,
      year_over_year: (days) => `Gleicher Zeitraum im Vorjahr (${days}): `,
      custom: (days) => `Verglichen mit ${days}: `,
    },
    verdicts: {
      nobody: 'damals wurde niemand gezählt.',
      exact: 'beide Zahlen sind exakt.',
      larger: 'die Veränderung ist größer als ihre Unsicherheit.',
      within: 'die Veränderung liegt innerhalb der Unsicherheit.',
      unknown: 'ob es mehr oder weniger Personen wurden, lässt sich nicht sagen.',
      more: 'jetzt sind es mit Sicherheit mehr Personen.',
      fewer: 'jetzt sind es mit Sicherheit weniger Personen.',
    },
    show: 'Im Diagramm anzeigen',
    running: 'Der heutige Tag ist noch nicht zu Ende.',
    since: {
      previous_period: 'seit dem vorherigen Zeitraum',
      year_over_year: 'seit demselben Zeitraum im Vorjahr',
      custom: 'gegenüber den anderen Tagen',
    },
    lengths: (now, before) => `Beachten Sie die Länge: jetzt ${now} ${plural(now, 'Tag', 'Tage')}, damals ${before}.`,
    points: (amount) => `${amount} Pp.`,
  },
  method: {
    title: 'Wie wurde gezählt?',
    visitor: 'Was ist ein Besucher?',
    definition:
      'Besucher mit Einwilligung tragen eine Zufallszahl und werden an jedem Tag wiedererkannt. Die anderen tragen nichts: Sie lassen sich höchstens innerhalb eines Tages unterscheiden, und zwei ihrer Tage lassen sich nicht verbinden.',
    instrument:
      'Eine Person ist ein Browser, so wie ihn der Server sieht: Personen, die sich Netzwerk und Browserversion teilen, können als eine zählen; eine Person mit zwei Geräten zählt als zwei.',
    cases: {
      met: 'Über mehrere Tage ist bei Besuchern ohne Einwilligung nur ein Bereich sicher. Hier treffen sich seine beiden Enden: Die kleinste und die größte Zahl von Personen, die das Beobachtete erklären, ist dieselbe.',
      consented:
        'Alle Besucher dieses Zeitraums hatten eingewilligt, deshalb ist jeder über den ganzen Zeitraum einmal gezählt.',
      'single-day':
        'An einem einzelnen Tag werden Besucher ohne Einwilligung durch einen Schlüssel unterschieden, den es nur an diesem Tag gibt. Besucher mit Einwilligung werden durch ihre Kennung unterschieden. Nichts ist geschätzt.',
      'date-flag':
        'Das Gerät eines Besuchers ohne Einwilligung behält das Datum des letzten Besuchs und sonst nichts; es teilt mit, ob dies der erste Besuch des Tages, der Woche oder des Monats ist. Werden die ersten Besuche zusammengezählt, zählt jedes Gerät einmal, ohne dass eines wiedererkannt wird.',
      'broken-day':
        'Der Dienst wurde an diesem Tag neu gestartet, sodass ein Besucher ohne Einwilligung davor und danach gezählt worden sein kann. Besucher mit Einwilligung haben denselben Neustart erlebt und werden danach wiedererkannt: Wie oft sie doppelt zählen, zeigt, um wie viel die Zahl der anderen zu verringern ist.',
      overlap:
        'Besucher mit Einwilligung sind exakt gezählt. Von den anderen ist nur jeder einzelne Tag bekannt und wie viele auch am Vortag da waren. Wie oft Personen wiederkommen, wird von den Besuchern mit Einwilligung übernommen und so lange korrigiert, bis die daraus folgende Überschneidung der Tage die beobachtete ist: Wer oft kommt, willigt vielleicht häufiger oder seltener ein als andere.',
      strata:
        'Besucher mit Einwilligung sind exakt gezählt. Von den anderen ist nur jeder einzelne Tag bekannt. Wie oft Personen wiederkommen, wird von den Besuchern mit Einwilligung übernommen, getrennt nach Gerät und danach, ob sie direkt kamen.',
      'visit-ratio':
        'Bei der Einstellung dieser Website werden Besucher ohne Einwilligung nicht unterschieden; nur ihre Besuche sind gezählt. Wie viele Besuche auf eine Person kommen, wird von den Besuchern mit Einwilligung übernommen.',
      'few-repeaters':
        'Besucher ohne Einwilligung können an einem anderen Tag nicht wiedererkannt werden. Eine Schätzung braucht mindestens 40 Besucher mit Einwilligung, die an zwei oder mehr Tagen kamen; es sind weniger, deshalb wird nur ein Bereich angezeigt.',
      'long-window':
        'Besucher ohne Einwilligung können an einem anderen Tag nicht wiedererkannt werden. Die Schätzung ist für bis zu 92 Tage erprobt; über einen längeren Zeitraum wird nur ein Bereich angezeigt.',
      'part-of-day':
        'Der Zeitraum beginnt oder endet mitten am Tag. Die Schätzung beruht auf ganzen Tagen, deshalb wird nur ein Bereich angezeigt.',
      'broken-day-unestimated':
        'Der Dienst wurde an diesem Tag neu gestartet. Ein Besucher ohne Einwilligung kann davor und danach gezählt worden sein, und es kamen zu wenige Besucher mit Einwilligung, um zu sagen, wie oft: Nur ein Bereich ist sicher.',
      uncounted:
        'Einige Seitenaufrufe wurden gezählt, ohne Personen zu unterscheiden. Jeder kann von einer neuen oder wieder von derselben Person stammen, deshalb ist nur ein Bereich sicher.',
      'few-in-filter':
        'Eine Schätzung mit diesen Filtern braucht mindestens 30 passende Besucher mit Einwilligung; es sind weniger, deshalb wird nur ein Bereich angezeigt.',
      'events-unseen':
        'Bei der Einstellung dieser Website lassen sich Besuche ohne Einwilligung nicht von Seite zu Seite verfolgen. Mit einem Filter auf Seiten gibt es keine Schätzung, nur einen Bereich.',
    },
    consentBias:
      'Das Intervall deckt die Verzerrung durch Einwilligung nicht ab: Kommen Personen, die einwilligen, häufiger oder seltener wieder als die anderen, liegt die Schätzung um mehr daneben, als es angibt.',
    filtered: 'Innerhalb eines Filters ist weniger darüber bekannt, wer wiederkam; deshalb ist der Bereich breiter.',
    low: 'Die untere Zahl ist die kleinste Zahl von Personen, die das Beobachtete erklärt, die obere die größte. Beide sind sicher.',
    inputsTitle: 'Worauf die Zahl beruht',
    guaranteed: 'Allein durch Zählen garantiert, ohne jede Schätzung',
    others: {
      more: (sum, share) =>
        `Andere Werkzeuge addieren die Tage und würden ${sum} Besucher ausweisen: ${share} zu viel.`,
      atLeast: (sum, share) =>
        `Andere Werkzeuge addieren die Tage und würden ${sum} Besucher ausweisen: mindestens ${share} zu viel.`,
      same: (sum) =>
        `Andere Werkzeuge addieren die Tage und würden ${sum} Besucher ausweisen; hier mag das sogar stimmen, nur könnten sie es nicht wissen.`,
    },
    docs: 'Die ganze Methode mit ihren Grenzen (auf Englisch)',
    inputs: {
      days: 'Tage im Zeitraum',
      measured: 'Besucher mit Einwilligung',
      anonymousDays: 'Anonyme Besucher, Tag für Tag addiert',
      overlap: 'davon auch am Vortag gesehen',
      switchers: 'nach einem anonymen Tag eingewilligt',
      unseenVisits: 'Nicht unterschiedene Besuche',
      uncountedPageviews: 'Nicht unterschiedene Seitenaufrufe',
      brokenDays: 'Tage mit einem Neustart',
      repeaters: 'Besucher mit Einwilligung, die an 2 oder mehr Tagen kamen',
      flaggedDevices: 'Geräte, die das Datum ihres letzten Besuchs behalten',
      ratio: 'Schätzung nach einfachem Verhältnis (E1)',
      stratified: 'Schätzung nach Gerät und Zugangsweg (E2)',
      calibrated: 'Schätzung, korrigiert durch die Überschneidung der Tage (E3)',
      gamma: 'Korrektur für die Einwilligung von Stammbesuchern (über 0: sie willigen seltener ein)',
      standardError: 'Standardfehler der Schätzung',
      switched: 'Sowohl mit als auch ohne Einwilligung gezählt, einmal abgezogen',
      churnRate: 'Von einem Tag zum nächsten verlorene Kennungen',
      measuredAfterChurn: 'Besucher mit Einwilligung, verlorene Kennungen zusammengeführt',
    },
  },
  disclosure: {
    rounded: (step) => `Die Zahlen sind auf ${step} gerundet.`,
    small: (least) =>
      `Weniger als ${least} Besucher werden als „< ${least}“ angezeigt, ebenso andere Zahlen, aus denen sie sich errechnen ließen.`,
    exact: 'Alle Besucher konnten unterschieden werden; die Zahl ist gerundet.',
    ofConsent: 'Nur Besucher mit Einwilligung; die Zahl ist gerundet.',
    bothExact: 'beide Zahlen sind gerundet.',
    leftOut: (least) =>
      `Zeilen mit weniger als ${least} Besuchern sind weggelassen, ebenso andere, aus denen sie sich errechnen ließen.`,
    hidden: 'Verborgen, damit niemand erkannt werden kann.',
    restricted: 'Nur Besucher mit Einwilligung, wie es das Profil dieser Website verlangt.',
  },
};
