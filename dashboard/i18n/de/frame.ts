/** Words around the figures: bar, doors, forms, errors, and what stands where there is nothing. */
import type { frame as like } from '../en/frame.ts';
import { plural } from './plural.ts';

export const frame: typeof like = {
  language: 'Sprache',
  skip: 'Zu den Zahlen springen',
  close: 'Schließen',
  tagline: 'Reichweitenmessung, die Menschen ehrlich zählt.',
  theme: { toDark: 'Dunkle Farben', toLight: 'Helle Farben' },
  account: {
    menu: 'Konto',
    signOut: 'Abmelden',
    office: 'Verwaltung',
    roles: { owner: 'Inhaber', admin: 'Verwalter', editor: 'Bearbeiter', viewer: 'Leser' },
    someSites: 'Auf einzelnen Websites',
  },
  asking: { keep: 'Behalten', remove: 'Löschen' },
  sites: {
    choose: 'Website wählen',
    search: 'Website suchen',
    found: (count) =>
      count === 0 ? 'Keine Website mit diesem Namen.' : `${count} ${plural(count, 'Website', 'Websites')}`,
  },
  footer: (version) => `Die Zahlen stammen allein von diesem Server. Passant ${version}.`,
  forms: {
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    passwordRule: 'Mindestens 12 Zeichen. Ein paar Wörter hintereinander sind leicht zu merken und schwer zu erraten.',
    passwordLeft: (left) => `Noch ${left} Zeichen.`,
    passwordLong: 'Lang genug.',
    show: 'Anzeigen',
    hide: 'Verbergen',
    missingEmail: 'Geben Sie eine E-Mail-Adresse an, zum Beispiel ada@example.org.',
    missingPassword: 'Geben Sie Ihr Passwort ein.',
    shortPassword: 'Dieses Passwort hat weniger als 12 Zeichen.',
    usualPassword: 'Dieses Passwort gehört zu denen, die andere zuerst versuchen. Nehmen Sie ein paar eigene Wörter.',
    knownWord:
      'Dieses Passwort beruht auf einem Wort, das andere kennen: Passant, eine Website, ein Teil Ihrer Adresse. Nehmen Sie andere Wörter oder mindestens acht Buchstaben daneben.',
  },
  setUp: {
    title: 'Passant einrichten',
    intro: 'Legen Sie das Konto des Inhabers dieses Servers an. Andere können später eingeladen werden.',
    submit: 'Konto anlegen',
    needsLink: 'Dieser Server hat noch keinen Inhaber.',
    needsLinkMore:
      'Öffnen Sie den Link, den der Server beim Start ausgegeben hat: Damit legen Sie das Konto des Inhabers an.',
  },
  signIn: {
    title: 'Anmelden',
    intro: 'Die Zahlen sehen nur Personen, die hier ein Konto haben.',
    submit: 'Anmelden',
    forgotten: 'Passwort vergessen?',
    ended: 'Sie wurden abgemeldet. Melden Sie sich an, um dorthin zurückzukehren, wo Sie waren.',
  },
  errors: {
    title: 'Das Laden ist fehlgeschlagen',
    retry: 'Erneut versuchen',
    offline: 'Der Server hat nicht geantwortet. Prüfen Sie die Verbindung.',
    unreadable: 'Die Antwort des Servers war nicht zu verstehen.',
    rate_limited: 'Zu viele Versuche. Warten Sie kurz und versuchen Sie es dann erneut.',
    unavailable: 'Der Server ist ausgelastet oder startet gerade. Versuchen Sie es gleich noch einmal.',
    fault: 'Auf dem Server ist ein Fehler aufgetreten; mehr steht in seinem Protokoll.',
    wrongSignIn: 'Die Adresse oder das Passwort ist falsch.',
    usedLink:
      'Dieser Einrichtungslink wurde bereits benutzt oder ist abgelaufen. Starten Sie den Dienst neu, um einen neuen zu erhalten.',
    alreadySetUp: 'Dieser Server ist bereits eingerichtet. Melden Sie sich an.',
    unknownSite: (domain) => `Hier gibt es keine Website namens ${domain}.`,
    otherSites: 'Die Websites dieses Servers:',
    noSites: 'Dieser Server hat noch keine Website. Fügen Sie eine über die Befehlszeile hinzu:',
  },
  addresses: {
    title: 'Die Adressen der Besucher kommen nicht an',
    consequence:
      'Fast alle Meldungen scheinen von einer einzigen Adresse zu kommen: Besucher ohne Einwilligung verschmelzen zu wenigen, und ihre Länder bleiben unbekannt.',
    remedy:
      'Lassen Sie den vorgeschalteten Proxy X-Forwarded-For senden und nennen Sie ihn in PASSANT_TRUSTED_PROXIES (docs/proxies.md). Dieser Hinweis verschwindet bald danach.',
  },
  waiting: {
    title: 'Warten auf den ersten Besucher',
    intro:
      'Fügen Sie diese Zeile im HTML-Code jeder Seite der Website zwischen <head> und </head> ein. Der erste Besuch erscheint hier innerhalb von Sekunden.',
    copy: 'Kopieren',
    copied: 'Kopiert',
    demo: 'Demo-Website besuchen',
    demoMore: 'Die Demo-Website enthält die Zeile bereits: Öffnen Sie dort eine Seite und beobachten Sie diese.',
    listening: 'Warten auf Ereignisse …',
    troubles: (domain) =>
      `Es kommt nichts? Gezählt werden nur Seiten von ${domain} und seinen Subdomains, und nur Browser, die Menschen bedienen; eine Content Security Policy muss das Skript erlauben.`,
  },
  empty: {
    period: 'Keine Besuche in diesem Zeitraum.',
    periodMore: 'Zu anderen Zeiten hat die Website Zahlen.',
    allTime: 'Gesamten Zeitraum anzeigen',
    filters: 'Nichts entspricht diesen Filtern.',
    clear: 'Filter entfernen',
  },
  sitePages: {
    title: 'Ansichten dieser Website',
    figures: 'Zahlen',
    live: 'Live',
    goals: 'Ziele',
    funnels: 'Trichter',
    retention: 'Wiederkehr',
    journeys: 'Pfade',
    now: (count) => `${count} jetzt`,
  },
  suggest: {
    proposals: 'Vorschläge',
    count: (count) => `${count} ${plural(count, 'Vorschlag', 'Vorschläge')}`,
  },
};
