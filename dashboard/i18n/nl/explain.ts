/** Words by which any figure is explained. */
import type { explain as like } from '../en/explain.ts';

export const explain: typeof like = {
  explain: {
    title: (name) => `Dit getal uitleggen: ${name}`,
    names: {
      visitors_low: 'Bezoekers, ondergrens',
      visitors_high: 'Bezoekers, bovengrens',
      visitors_measured: 'Bezoekers met toestemming',
      visitors_daily_sum: 'Bezoekers, dagen opgeteld',
      events: 'Gebeurtenissen',
      scroll_depth: 'Scrolldiepte',
      time_on_page: 'Tijd op pagina',
      percentage: 'Aandeel van de bezoekers',
      group_conversion_rate: 'Conversiepercentage van de rij',
      total_revenue: 'Omzet',
      average_revenue: 'Gemiddelde omzet',
    },
    definitions: {
      visitors:
        'Hoeveel verschillende mensen er kwamen: geteld waar iedereen te onderscheiden is, anders geschat; geen getal waar geen van beide kan.',
      visitors_low:
        'Ondergrens van het 95%-interval van een schatting; zonder schatting het kleinste aantal mensen dat het waargenomene toelaat.',
      visitors_high:
        'Bovengrens van het 95%-interval van een schatting; zonder schatting het grootste aantal mensen dat het waargenomene toelaat.',
      visitors_measured: 'Verschillende bezoekers met toestemming voor statistiek, exact over elke periode.',
      visitors_daily_sum:
        'De som van de unieke bezoekers van elke dag, zoals andere tools die tonen; telt iemand één keer per dag.',
      visits:
        'Bezoeken die in de periode begonnen: gebeurtenissen van één bezoeker zonder pauze van meer dan 30 minuten, hoogstens 12 uur.',
      pageviews: 'Getoonde pagina’s.',
      views_per_visit: 'Paginaweergaven gedeeld door bezoeken.',
      bounce_rate: 'Percentage bezoeken met één paginaweergave en zonder eigen gebeurtenis van de site.',
      visit_duration:
        'Gemiddelde tijd tussen de eerste en de laatste gebeurtenis van een bezoek, in seconden; bezoeken van onbekende duur zijn weggelaten.',
      events: 'Paginaweergaven en eigen gebeurtenissen van de site.',
      scroll_depth:
        'Hoe ver een pagina in een bezoek is gescrold, in procenten van de hoogte: het gemiddelde van de diepste punten.',
      time_on_page: 'Gemiddelde tijd dat een pagina in een bezoek zichtbaar was, in seconden.',
      percentage: 'Bezoekers van de rij als percentage van de bezoekers van dezelfde query zonder dimensies.',
      conversion_rate:
        'Bezoekers van de rij die een doel bereiken, als percentage van alle bezoekers die aan de andere filters voldoen.',
      group_conversion_rate:
        'Bezoekers van de rij die een doel bereiken, als percentage van de bezoekers van de rij met of zonder doel.',
      total_revenue: 'Omzet van eigen gebeurtenissen, opgeteld; geen getal als die in meerdere valuta’s is.',
      average_revenue:
        'Gemiddelde omzet van een eigen gebeurtenis met omzet; geen getal als die in meerdere valuta’s is.',
    },
    definition: 'Wat het betekent',
    /** Beside the definition, where one might hold the two against each other. */
    hints: {
      notFound:
        'Adressen van de site die naar geen pagina leidden (fout 404), zoals de pagina ‘niet gevonden’ ze meldde.',
      page: 'Bij een pagina telt wie er iets heeft gedaan: wie de pagina heeft gezien of er een gebeurtenis zoals een aankoop heeft veroorzaakt. Een doel dat een pagina is, telt wie die pagina heeft gezien; de twee kunnen dus verschillen.',
      goal: 'Een doel dat een pagina is, telt wie die pagina heeft gezien. De lijst van pagina’s telt wie er iets heeft gedaan, ook een gebeurtenis zoals een aankoop; de twee kunnen dus verschillen.',
    },
    asked: 'Wat er is gevraagd',
    site: 'Site',
    period: 'Periode',
    filters: 'Filters',
    noFilters: 'geen',
    row: 'Rij',
    method: 'Hoe het is geteld',
    methods: {
      exact:
        'Geteld, niet geschat: alles wat in de periode is vastgelegd en aan de filters voldoet, met of zonder toestemming.',
      ratio: 'Een quotiënt van getelde aantallen, één keer afgerond. Niets is geschat.',
      people:
        'Een quotiënt van bezoekersaantallen. Zijn die geschat, dan is dit cijfer dat ook en is de eigen onzekerheid ervan niet berekend; zijn alleen grenzen bekend, dan is er geen cijfer.',
      measured: 'Exact geteld aan de hand van de identificatienummers van bezoekers die toestemming gaven.',
    },
    kind: { exact: 'Exact', estimate: 'Schatting', bounds: 'Bandbreedte', ratio: 'Quotiënt' },
    ofWhole:
      'De methode en waarop die berust, gelden voor de hele periode; de rij is er een deel van en op dezelfde manier geteld.',
    noVisits:
      'Bij de instelling van deze site horen paginaweergaven zonder toestemming bij geen bezoek: alleen bezoeken met toestemming tellen mee.',
    unknown: 'Er is geen cijfer: het is hier niet te bepalen, of er is niets om het uit te berekenen.',
    madeOf: 'Waaruit het bestaat',
    time: 'Duur van het antwoord',
    took: (page) => `${page} ms, gemeten op deze pagina`,
    tookServer: (page, server) => `${page} ms gemeten op deze pagina, waarvan ${server} ms in de server`,
    share: 'Link naar deze uitleg',
    save: 'Downloaden als CSV',
    copy: 'Kopiëren',
    copyWhat: (what) => `Kopiëren: ${what}`,
    copied: 'Gekopieerd',
    copyYourself: 'Kopiëren lukte hier niet: de tekst is geselecteerd, kopieer die zelf.',
    call: 'Hetzelfde via de API',
    callIntro: 'Zet een API-sleutel in de plaats van $PASSANT_KEY; `passant key issue` maakt er een.',
    body: 'Alleen de query (JSON)',
  },
};
