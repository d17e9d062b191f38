/** Words of the consent panel. */
import type { consent as like } from '../en/consent.ts';
import { plural } from './plural.ts';

export const consent: typeof like = {
  consent: {
    title: 'Toestemming',
    rate: 'Toestemmingspercentage',
    rateTable: 'Tabel van het toestemmingspercentage',
    filtered: 'De cijfers zijn gefilterd op toestemming: er valt niets te vergelijken.',
    units: { visitors_daily_sum: 'Bezoekers, eens per dag', visits: 'Bezoeken', pageviews: 'Paginaweergaven' },
    ofUnits: {
      visitors_daily_sum: (granted, all) =>
        `${granted} van ${all} ${plural(all, 'bezoeker', 'bezoekers')}, elk eens per dag geteld`,
      visits: (granted, all) => `${granted} van ${all} ${plural(all, 'bezoek', 'bezoeken')}`,
      pageviews: (granted, all) => `${granted} van ${all} ${plural(all, 'paginaweergave', 'paginaweergaven')}`,
    },
    extremes: (low, lowWhen, high, highWhen) => `Laagste ${low} (${lowWhen}), hoogste ${high} (${highWhen}).`,
    tooFewForExtremes: 'Te weinig bezoekers om het percentage in de tijd te volgen.',
    notDrawn:
      'Kies een periode met ten minste twee afgelopen dagen waarop iemand kwam om het percentage in de tijd te volgen.',
  },
  answers: {
    title: 'Antwoorden op de vraag',
    ofAnswers: (accepted, answered) =>
      `geaccepteerd: ${accepted} van ${answered} ${plural(answered, 'antwoord', 'antwoorden')}`,
    noAnswer: 'Nog niemand heeft geantwoord.',
    ofQuestions: (answered, asked, share) =>
      `${asked} keer gevraagd, ${answered} keer beantwoord (${share}). Wie niet antwoordt, krijgt de vraag op de volgende pagina opnieuw: dit zijn vragen, geen mensen.`,
    moreAnswers: (answered, asked) =>
      `${answered} ${plural(answered, 'antwoord', 'antwoorden')} op ${asked} gemelde ${plural(asked, 'vraag', 'vragen')}: sommige toestemmingstools melden niet wanneer ze vragen, en bezoekers kunnen ook ongevraagd van mening veranderen.`,
    asked: 'Gevraagd',
    answered: 'Beantwoord',
    outcomes: { accepted: 'Geaccepteerd', refused: 'Geweigerd', ignored: 'Genegeerd', silent: 'Geen melding' },
    withdrawn: 'Later ingetrokken',
    course: 'Geaccepteerd onder de antwoorden',
    table: 'Tabel van antwoorden',
    tooFew: 'Te weinig antwoorden om het aandeel in de tijd te volgen.',
    nothing:
      'In deze periode is geen vraag om toestemming gemeld. De banner van deze dienst meldt zijn vragen en antwoorden vanzelf, net als de adapter van een toestemmingstool.',
    unfiltered:
      'Deze tellers gaan over alle bezoekers: ze verbinden nooit twee gegevens, zodat filters er niet op kunnen werken.',
    by: 'Antwoorden per land, apparaat, pagina en versie',
    tabs: {
      'visit:country': 'Landen',
      'visit:device': 'Apparaten',
      'event:page': 'Pagina’s',
      'consent:text': 'Teksten',
      'consent:banner': 'Banners',
    },
    dimensions: {
      'visit:country': 'Land',
      'visit:device': 'Apparaat',
      'event:page': 'Pagina',
      'consent:text': 'Versie',
      'consent:banner': 'Versie',
    },
    otherPages: 'Andere pagina’s',
    hidden: (count) => `Nog ${count}.`,
    few: (count) =>
      `Een aandeel van minder dan ${count} ${plural(count, 'antwoord', 'antwoorden')} zou weinig zeggen en is weggelaten.`,
  },
  bias: {
    title: 'Controle op vertekening',
    usual:
      'Niets ongewoons: in bron, apparaat en pagina’s per bezoek lijken bezoeken met toestemming op alle bezoeken.',
    unusual: 'Bezoekers met toestemming zijn niet als iedereen:',
    little: (granted, anonymous) =>
      `Te weinig gegevens om het te zeggen: ${granted} ${plural(granted, 'bezoek', 'bezoeken')} met toestemming en ${anonymous} zonder.`,
    consequence:
      'Lees de cijfers van bezoekers met toestemming niet als die van iedereen. Waarvoor de schatting corrigeert, staat onder ‘Hoe is dit geteld?’.',
    more: (way, granted, all) =>
      `Mensen met toestemming komen vaker ${way} dan alle bezoekers: ${granted} tegen ${all} van de bezoeken.`,
    less: (way, granted, all) =>
      `Mensen met toestemming komen minder vaak ${way} dan alle bezoekers: ${granted} tegen ${all} van de bezoeken.`,
    from: (source) => `via ${source}`,
    directly: 'rechtstreeks',
    devices: {
      desktop: 'met een computer',
      mobile: 'met een telefoon',
      tablet: 'met een tablet',
      other: 'met andere apparaten',
    },
    morePages: (granted, all) =>
      `Mensen met toestemming bekijken meer pagina’s per bezoek dan alle bezoekers: ${granted} tegen ${all}.`,
    fewerPages: (granted, all) =>
      `Mensen met toestemming bekijken minder pagina’s per bezoek dan alle bezoekers: ${granted} tegen ${all}.`,
    rule: ({ fewestVisits, fewestPoints, confidence, viewsPercent }) =>
      `De regel: bij minstens ${fewestVisits} bezoeken aan elke kant wordt een bron of apparaat genoemd als het aandeel ${fewestPoints} procentpunten of meer verschilt en niet door toeval (${confidence}%, geteld per persoon, niet per bezoek); pagina’s per bezoek als die meer dan ${viewsPercent}% verschillen.`,
    show: 'Vergelijking tonen',
    shareOfVisits: 'Aandeel van de bezoeken',
    all: 'Alle',
    mark: 'wijkt af',
  },
};
