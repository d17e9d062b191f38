import type { AlertWords } from './en.ts';

export const nl: AlertWords = {
  subjects: {
    spike: (site) => `${site}: veel meer bezoeken dan gewoonlijk`,
    drop: (site) => `${site}: veel minder bezoeken dan gewoonlijk`,
    silence: (site) => `${site}: geen bezoeken meer`,
    consent: (site) => `${site}: het toestemmingspercentage is veranderd`,
  },
  hour: (when, now, usual) =>
    `${when}: ${now} bezoeken in een uur; gewoonlijk zijn het er op deze weekdag en op dit uur ${usual}.`,
  quiet: (when, usual) =>
    `Geen bezoek sinds ${when}; gewoonlijk zijn het er in deze tijd ${usual}. Staat de meetcode nog in de pagina’s, en kunnen bezoekers deze server bereiken?`,
  rate: (days, now, usual) =>
    `In de laatste ${days} dagen gaf ${now} van wie antwoordde toestemming; daarvoor ${usual}.`,
  causes: {
    'visit:source': (share, value) => `Het grootste deel van het verschil (${share}) komt van de bron ${value}.`,
    'event:page': (share, value) => `Het grootste deel van het verschil (${share}) komt van de pagina ${value}.`,
    none: 'Geen enkele bron of pagina maakt het grootste deel van het verschil uit.',
  },
};
