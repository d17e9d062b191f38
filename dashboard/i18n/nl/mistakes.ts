/** What can be wrong with a site's settings, by the server's codes. */
import type { mistakes as like } from '../en/mistakes.ts';

export const mistakes: typeof like = {
  mistakes: {
    'one-of': ({ values }) => `Kies een van: ${values}.`,
    'time-zone': () => 'Geef een tijdzone op zoals Europe/Paris.',
    'click-identifier': ({ name }) => `${name} identificeert de klik van een persoon; dat wordt nooit bewaard.`,
    'no-campaigns': () =>
      'In het profiel dat van toestemming is vrijgesteld, worden campagnes niet bewaard, dus utm_-parameters kunnen geen deel van een pagina zijn.',
    'highest-level': ({ country, level }) =>
      country === ''
        ? `Zonder land waarvan het recht geldt, is het hoogste niveau: ${level}.`
        : `Volgens het recht van dit land (${country}) is het hoogste niveau: ${level}.`,
    country: () => 'Kies een land, of geen.',
    'on-off': () => 'Kies aan of uit.',
    'no-date': ({ country }) =>
      country === ''
        ? 'Zonder land waarvan het recht geldt, mag het apparaat vóór toestemming geen datum bewaren; laat het uit.'
        : `Volgens het recht van dit land (${country}) mag het apparaat vóór toestemming geen datum bewaren; laat het uit.`,
    months: ({ most }) => `Vul een geheel aantal maanden in, van 1 tot en met ${most}.`,
    'unknown-features': ({ names }) => `Deze functie bestaat niet: ${names}.`,
    'host-entry': ({ entry }) => `Item ${entry} is geen hostnaam zoals www.example.org.`,
    'parameter-entry': ({ entry }) => `Item ${entry} is geen parameternaam zoals q.`,
    'too-many-entries': ({ most, given }) => `Hoogstens ${most} items; het zijn er ${given}.`,
    'excluded-address': ({ entry, text }) =>
      `Item ${entry} (${text}) is geen adres of bereik zoals 192.0.2.0/24 of 2001:db8::/32.`,
    'excluded-country': ({ entry, text }) => `Item ${entry} (${text}) is geen land.`,
    'excluded-path': ({ entry, text, longest, wildcards }) =>
      `Item ${entry} (${text}) is geen pad dat met / of * begint, zoals /admin/**, van hoogstens ${longest} tekens en ${wildcards} jokertekens.`,
    'excluded-host': ({ entry, text }) =>
      `Item ${entry} (${text}) is geen host zoals staging.example.org, of *.example.org voor subdomeinen.`,
    'too-long': ({ longest }) => `Vul hoogstens ${longest} tekens in.`,
    contact: () => 'Geef een e-mailadres op, of het adres van een pagina die met https:// begint.',
    date: () => 'Kies een dag, of laat het leeg.',
    days: ({ most }) => `Vul een geheel aantal dagen in, van 0 tot en met ${most}.`,
    'small-cells': ({ most }) => `Vul een geheel getal van 2 tot en met ${most} in.`,
  },
};
