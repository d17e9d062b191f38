/** What can be wrong with a site's settings, by the server's codes. */
import type { mistakes as like } from '../en/mistakes.ts';

export const mistakes: typeof like = {
  mistakes: {
    'one-of': ({ values }) => `Wählen Sie eines von: ${values}.`,
    'time-zone': () => 'Geben Sie eine Zeitzone wie Europe/Paris an.',
    'click-identifier': ({ name }) => `${name} bezeichnet den Klick einer Person; das wird nie gespeichert.`,
    'no-campaigns': () =>
      'Im Profil ohne Einwilligungspflicht werden Kampagnen nicht gespeichert; utm_-Parameter können nicht Teil einer Seite sein.',
    'highest-level': ({ country, level }) =>
      country === ''
        ? `Ohne Land, dessen Recht gilt, ist die höchste Stufe: ${level}.`
        : `Nach dem Recht dieses Landes (${country}) ist die höchste Stufe: ${level}.`,
    country: () => 'Wählen Sie ein Land oder keines.',
    'on-off': () => 'Wählen Sie an oder aus.',
    'no-date': ({ country }) =>
      country === ''
        ? 'Ohne Land, dessen Recht gilt, darf das Gerät vor der Einwilligung kein Datum behalten; lassen Sie es aus.'
        : `Nach dem Recht dieses Landes (${country}) darf das Gerät vor der Einwilligung kein Datum behalten; lassen Sie es aus.`,
    months: ({ most }) => `Schreiben Sie eine ganze Zahl von Monaten, von 1 bis ${most}.`,
    'unknown-features': ({ names }) => `Diese Funktion gibt es nicht: ${names}.`,
    'host-entry': ({ entry }) => `Eintrag ${entry} ist kein Hostname wie www.example.org.`,
    'parameter-entry': ({ entry }) => `Eintrag ${entry} ist kein Parametername wie q.`,
    'too-many-entries': ({ most, given }) => `Höchstens ${most} Einträge; es sind ${given}.`,
    'excluded-address': ({ entry, text }) =>
      `Eintrag ${entry} (${text}) ist weder eine Adresse noch ein Bereich wie 192.0.2.0/24 oder 2001:db8::/32.`,
    'excluded-country': ({ entry, text }) => `Eintrag ${entry} (${text}) ist kein Land.`,
    'excluded-path': ({ entry, text, longest, wildcards }) =>
      `Eintrag ${entry} (${text}) ist kein Pfad, der mit / oder * beginnt, wie /admin/**, mit höchstens ${longest} Zeichen und ${wildcards} Platzhaltern.`,
    'excluded-host': ({ entry, text }) =>
      `Eintrag ${entry} (${text}) ist kein Host wie staging.example.org, oder *.example.org für Subdomains.`,
    'too-long': ({ longest }) => `Schreiben Sie höchstens ${longest} Zeichen.`,
    contact: () => 'Geben Sie eine E-Mail-Adresse an, oder die Adresse einer Seite, die mit https:// beginnt.',
    date: () => 'Wählen Sie einen Tag, oder lassen Sie das Feld leer.',
    days: ({ most }) => `Schreiben Sie eine ganze Zahl von Tagen, von 0 bis ${most}.`,
    'small-cells': ({ most }) => `Schreiben Sie eine ganze Zahl von 2 bis ${most}.`,
  },
};
