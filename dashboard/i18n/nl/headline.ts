/** Words of the headline figures, and how they were counted. */
import type { headline as like } from '../en/headline.ts';
import { plural } from './plural.ts';

export const headline: typeof like = {
  metrics: {
    visitors: 'Unieke bezoekers',
    visits: 'Bezoeken',
    pageviews: 'Paginaweergaven',
    views_per_visit: 'Pagina’s per bezoek',
    // With a place to break, as the rate of conversions: the narrowest tile is narrower than the word.
    bounce_rate: 'Bounce\u00adpercentage',
    visit_duration: 'Bezoekduur',
    conversion_rate: 'Conversie\u00adpercentage',
  },
  split: {
    granted: (count) => `${count} met toestemming`,
    anonymous: (count) => `${count} anoniem`,
    erased: (count) => `${count} gewist`,
    estimated: (count) => `ongeveer ${count} ${plural(count, 'ander', 'anderen')}, geschat`,
    most: (count) => `hoogstens ${count}, gegarandeerd`,
  },
  visitors: {
    between: (low, high) => `Tussen ${low} en ${high} mensen`,
    estimated: (low, high) => `Tussen ${low} en ${high} mensen (95%-interval van een schatting)`,
    ofThem: (measured, count, share) =>
      `; van hen ${plural(count, 'is', 'zijn')} er ${measured}${share === null ? '' : ` (${share})`} met toestemming gemeten.`,
    exact: 'Alle bezoekers zijn onderscheiden: dit getal is exact.',
    ofConsent: 'Alleen bezoekers met toestemming, en exact voor hen; de anderen zitten niet in dit getal.',
    long: 'Beide uiteinden zijn gegarandeerd. Een maand daaruit kan worden geschat, en die schatting kan hoger zijn dan wat voor het geheel gegarandeerd is.',
  },
  change: {
    interval: (low, high) => ` (95%-interval: ${low} tot ${high})`,
    before: {
      previous_period: (days) => `Vorige periode (${days}): `,
      year_over_year: (days) => `Zelfde periode vorig jaar (${days}): `,
      custom: (days) => `Vergeleken met ${days}: `,
    },
    verdicts: {
      nobody: 'toen is niemand geteld.',
      exact: 'beide getallen zijn exact.',
      larger: 'een verschil dat groter is dan de onzekerheid.',
      within: 'een verschil binnen de onzekerheid.',
      unknown: 'of het er meer of minder zijn geworden, is niet te zeggen.',
      more: 'nu zijn het er zeker meer.',
      fewer: 'nu zijn het er zeker minder.',
    },
    show: 'In de grafiek tonen',
    running: 'Vandaag is nog niet voorbij.',
    since: {
      previous_period: 'ten opzichte van de vorige periode',
      year_over_year: 'ten opzichte van dezelfde periode vorig jaar',
      custom: 'ten opzichte van de andere data',
    },
    lengths: (now, before) => `Let op de lengte: nu ${now} ${plural(now, 'dag', 'dagen')}, toen ${before}.`,
    points: (amount) => `${amount} pp`,
  },
  method: {
    title: 'Hoe is dit geteld?',
    visitor: 'Wat is een bezoeker?',
    definition:
      'Bezoekers met toestemming dragen een willekeurig nummer bij zich en worden elke dag herkend. De anderen dragen niets bij zich: zij worden hoogstens binnen één dag onderscheiden, en twee van hun dagen zijn niet met elkaar te verbinden.',
    instrument:
      'Een persoon is een browser zoals de server die ziet: mensen die een netwerk en een browserversie delen, kunnen als één tellen; één persoon met twee apparaten telt als twee.',
    cases: {
      met: 'Over meerdere dagen staat voor bezoekers zonder toestemming alleen een bandbreedte vast. Hier vallen de twee uiteinden samen: het kleinste en het grootste aantal mensen dat het waargenomene verklaart, is hetzelfde.',
      consented:
        'Alle bezoekers van deze periode hadden toestemming gegeven, dus ieder is over de hele periode één keer geteld.',
      'single-day':
        'Op één dag worden bezoekers zonder toestemming onderscheiden met een sleutel die alleen die dag bestaat. Bezoekers met toestemming worden onderscheiden aan hun identificatienummer. Niets is geschat.',
      'date-flag':
        'Het apparaat van een bezoeker zonder toestemming bewaart de datum van het laatste bezoek en verder niets, en meldt of dit het eerste bezoek van de dag, de week of de maand is. Door eerste bezoeken op te tellen telt elk apparaat één keer, zonder dat er een wordt herkend.',
      'broken-day':
        'De dienst is op deze dag herstart, zodat een bezoeker zonder toestemming ervoor en erna geteld kan zijn. Bezoekers met toestemming maakten dezelfde herstart mee en worden daarna herkend: hoe vaak zij dubbel tellen, zegt met hoeveel het aantal anderen moet worden verlaagd.',
      overlap:
        'Bezoekers met toestemming zijn exact geteld. Van de anderen is alleen elke afzonderlijke dag bekend, en hoeveel er ook de dag ervoor waren. Hoe vaak mensen terugkomen is ontleend aan de bezoekers met toestemming en gecorrigeerd tot de overlap van dagen die eruit volgt gelijk is aan de waargenomen overlap: wie vaak komt, geeft misschien vaker of minder vaak toestemming dan anderen.',
      strata:
        'Bezoekers met toestemming zijn exact geteld. Van de anderen is alleen elke afzonderlijke dag bekend. Hoe vaak mensen terugkomen is ontleend aan de bezoekers met toestemming, apart per apparaat en naargelang zij rechtstreeks kwamen.',
      'visit-ratio':
        'Bij de instelling van deze site worden bezoekers zonder toestemming niet onderscheiden; alleen hun bezoeken zijn geteld. Hoeveel bezoeken iemand brengt, is ontleend aan de bezoekers met toestemming.',
      'few-repeaters':
        'Bezoekers zonder toestemming kunnen op een andere dag niet worden herkend. Een schatting vraagt minstens 40 bezoekers met toestemming die op twee of meer dagen kwamen; het zijn er minder, dus is alleen een bandbreedte te zien.',
      'long-window':
        'Bezoekers zonder toestemming kunnen op een andere dag niet worden herkend. De schatting is beproefd tot 92 dagen; over een langere periode is alleen een bandbreedte te zien.',
      'part-of-day':
        'De periode begint of eindigt midden op een dag. De schatting berust op hele dagen, dus is alleen een bandbreedte te zien.',
      'broken-day-unestimated':
        'De dienst is in de loop van de dag herstart. Een bezoeker zonder toestemming kan ervoor en erna geteld zijn, en er kwamen te weinig bezoekers met toestemming om te zeggen hoe vaak: alleen een bandbreedte staat vast.',
      uncounted:
        'Sommige paginaweergaven zijn geteld zonder mensen te onderscheiden. Elke weergave kan van een nieuwe persoon zijn of opnieuw van dezelfde, dus staat alleen een bandbreedte vast.',
      'few-in-filter':
        'Een schatting binnen deze filters vraagt minstens 30 bezoekers met toestemming die eraan voldoen; het zijn er minder, dus is alleen een bandbreedte te zien.',
      'events-unseen':
        'Bij de instelling van deze site zijn bezoeken zonder toestemming niet van pagina tot pagina te volgen. Met een filter op pagina’s is er geen schatting, alleen een bandbreedte.',
    },
    consentBias:
      'Het interval dekt de vertekening door toestemming niet: komen mensen die toestemming geven vaker of minder vaak terug dan de anderen, dan zit de schatting er verder naast dan het aangeeft.',
    filtered: 'Binnen een filter is minder bekend over wie terugkwam, dus is de bandbreedte groter.',
    low: 'Het laagste getal is het kleinste aantal mensen dat het waargenomene verklaart, het hoogste het grootste. Beide staan vast.',
    inputsTitle: 'Waarop het berust',
    guaranteed: 'Door tellen alleen gegarandeerd, zonder enige schatting',
    others: {
      more: (sum, share) => `Andere tools tellen de dagen op en zouden ${sum} bezoekers tonen: ${share} te veel.`,
      atLeast: (sum, share) =>
        `Andere tools tellen de dagen op en zouden ${sum} bezoekers tonen: minstens ${share} te veel.`,
      same: (sum) =>
        `Andere tools tellen de dagen op en zouden ${sum} bezoekers tonen; hier kan dat zelfs kloppen, maar dat kunnen ze niet weten.`,
    },
    docs: 'De hele methode, met de grenzen ervan (in het Engels)',
    inputs: {
      days: 'Dagen in de periode',
      measured: 'Bezoekers met toestemming',
      anonymousDays: 'Anonieme bezoekers, dag voor dag opgeteld',
      overlap: 'waarvan ook de dag ervoor gezien',
      switchers: 'gaven toestemming na een anonieme dag',
      unseenVisits: 'Niet onderscheiden bezoeken',
      uncountedPageviews: 'Niet onderscheiden paginaweergaven',
      brokenDays: 'Dagen met een herstart',
      repeaters: 'Bezoekers met toestemming die op 2 of meer dagen kwamen',
      flaggedDevices: 'Apparaten die de datum van hun laatste bezoek bewaren',
      ratio: 'Schatting naar eenvoudige verhouding (E1)',
      stratified: 'Schatting naar apparaat en manier van komen (E2)',
      calibrated: 'Schatting gecorrigeerd met de overlap van dagen (E3)',
      gamma: 'Correctie voor toestemming van vaste bezoekers (boven 0: zij geven die minder vaak)',
      standardError: 'Standaardfout van de schatting',
      switched: 'Zowel met als zonder toestemming geteld, één keer afgetrokken',
      churnRate: 'Identificatienummers die van de ene op de andere dag verloren gaan',
      measuredAfterChurn: 'Bezoekers met toestemming, verloren identificatienummers samengevoegd',
    },
  },
  disclosure: {
    rounded: (step) => `De cijfers zijn afgerond op ${step}.`,
    small: (least) =>
      `Minder dan ${least} bezoekers worden getoond als ‘< ${least}’, net als andere getallen waaruit die te berekenen zouden zijn.`,
    exact: 'Alle bezoekers zijn onderscheiden; het getal is afgerond.',
    ofConsent: 'Alleen bezoekers met toestemming; het getal is afgerond.',
    bothExact: 'beide getallen zijn afgerond.',
    leftOut: (least) =>
      `Rijen met minder dan ${least} bezoekers zijn weggelaten, net als andere waaruit ze af te leiden zijn.`,
    hidden: 'Verborgen, zodat niemand te herkennen is.',
    restricted: 'Alleen bezoekers met toestemming, zoals het profiel van deze site vraagt.',
  },
};
