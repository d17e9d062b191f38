/** Words around the figures: bar, doors, forms, errors, and what stands where there is nothing. */
import type { frame as like } from '../en/frame.ts';
import { plural } from './plural.ts';

export const frame: typeof like = {
  language: 'Taal',
  skip: 'Naar de cijfers',
  close: 'Sluiten',
  tagline: 'Bereiksmeting die mensen eerlijk telt.',
  theme: { toDark: 'Donkere kleuren', toLight: 'Lichte kleuren' },
  account: {
    menu: 'Account',
    signOut: 'Afmelden',
    office: 'Beheer',
    roles: { owner: 'Eigenaar', admin: 'Beheerder', editor: 'Redacteur', viewer: 'Lezer' },
    someSites: 'Op enkele sites',
  },
  asking: { keep: 'Behouden', remove: 'Verwijderen' },
  sites: {
    choose: 'Kies een site',
    search: 'Site zoeken',
    found: (count) => (count === 0 ? 'Geen site met die naam.' : `${count} ${plural(count, 'site', 'sites')}`),
  },
  footer: (version) => `De cijfers komen alleen van deze server. Passant ${version}.`,
  forms: {
    email: 'E-mailadres',
    password: 'Wachtwoord',
    passwordRule:
      'Minstens 12 tekens. Een paar woorden achter elkaar zijn makkelijk te onthouden en moeilijk te raden.',
    passwordLeft: (left) => `Nog ${left} ${plural(left, 'teken', 'tekens')} nodig.`,
    passwordLong: 'Lang genoeg.',
    show: 'Tonen',
    hide: 'Verbergen',
    missingEmail: 'Vul een e-mailadres in, bijvoorbeeld ada@example.org.',
    missingPassword: 'Vul uw wachtwoord in.',
    shortPassword: 'Dit wachtwoord heeft minder dan 12 tekens.',
    usualPassword: 'Dit wachtwoord is een van de eerste die anderen proberen. Neem een paar woorden van uzelf.',
    knownWord:
      'Dit wachtwoord steunt op een woord dat anderen kennen: Passant, een site, een deel van uw adres. Neem andere woorden, of minstens acht letters ernaast.',
  },
  setUp: {
    title: 'Passant instellen',
    intro: 'Maak het account van de eigenaar van deze server aan. Anderen kunnen later worden uitgenodigd.',
    submit: 'Account aanmaken',
    needsLink: 'Deze server heeft nog geen eigenaar.',
    needsLinkMore:
      'Open de link die de server bij het starten heeft getoond: daarmee maakt u het account van de eigenaar aan.',
  },
  signIn: {
    title: 'Aanmelden',
    intro: 'De cijfers zijn voor wie hier een account heeft.',
    submit: 'Aanmelden',
    forgotten: 'Wachtwoord vergeten?',
    ended: 'U bent afgemeld. Meld u aan om terug te keren naar waar u was.',
  },
  errors: {
    title: 'Dit kon niet worden geladen',
    retry: 'Opnieuw proberen',
    offline: 'De server heeft niet geantwoord. Controleer de verbinding.',
    unreadable: 'Het antwoord van de server was niet te begrijpen.',
    rate_limited: 'Te veel pogingen. Wacht even en probeer het dan opnieuw.',
    unavailable: 'De server is bezet of start op. Probeer het zo meteen opnieuw.',
    fault: 'Er ging iets mis op de server; het logboek vermeldt meer.',
    wrongSignIn: 'Het adres of het wachtwoord is onjuist.',
    usedLink: 'Deze installatielink is al gebruikt of verlopen. Herstart de dienst voor een nieuwe.',
    alreadySetUp: 'Deze server is al ingesteld. Meld u aan.',
    unknownSite: (domain) => `Hier is geen site met de naam ${domain}.`,
    otherSites: 'De sites van deze server:',
    noSites: 'Deze server heeft nog geen site. Voeg er een toe via de opdrachtregel:',
  },
  addresses: {
    title: 'De adressen van bezoekers komen niet aan',
    consequence:
      'Bijna alle berichten lijken van één adres te komen: bezoekers zonder toestemming versmelten tot enkele, en hun landen zijn onbekend.',
    remedy:
      'Laat de proxy ervoor X-Forwarded-For meesturen en noem die proxy in PASSANT_TRUSTED_PROXIES (docs/proxies.md). Deze melding verdwijnt kort daarna.',
  },
  waiting: {
    title: 'Wachten op de eerste bezoeker',
    intro:
      'Zet deze regel tussen <head> en </head> in de HTML van elke pagina van de site. Het eerste bezoek verschijnt hier binnen enkele seconden.',
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    demo: 'Naar de demosite',
    demoMore: 'De demosite bevat de regel al: open daar een pagina en houd deze in het oog.',
    listening: 'Wachten op gebeurtenissen…',
    troubles: (domain) =>
      `Komt er niets? Alleen pagina’s van ${domain} en zijn subdomeinen tellen, en alleen browsers die mensen gebruiken; een Content Security Policy moet het script toestaan.`,
  },
  empty: {
    period: 'Geen bezoeken in deze periode.',
    periodMore: 'De site heeft cijfers van andere momenten.',
    allTime: 'Vanaf het begin tonen',
    filters: 'Niets voldoet aan deze filters.',
    clear: 'Filters wissen',
  },
  sitePages: {
    title: 'Onderdelen van deze site',
    figures: 'Cijfers',
    live: 'Live',
    goals: 'Doelen',
    funnels: 'Trechters',
    retention: 'Retentie',
    journeys: 'Paden',
    now: (count) => `${count} nu`,
  },
  suggest: {
    proposals: 'Suggesties',
    count: (count) => `${count} ${plural(count, 'suggestie', 'suggesties')}`,
  },
};
