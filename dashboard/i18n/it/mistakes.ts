/** What can be wrong with a site's settings, by the server's codes. */
import type { mistakes as like } from '../en/mistakes.ts';

export const mistakes: typeof like = {
  mistakes: {
    'one-of': ({ values }) => `Scegliere uno di questi: ${values}.`,
    'time-zone': () => 'Indicare un fuso orario come Europe/Paris.',
    'click-identifier': ({ name }) => `${name} identifica il clic di una persona; non viene mai conservato.`,
    'no-campaigns': () =>
      'Nel profilo esente dal consenso le campagne non vengono conservate, quindi i parametri utm_ non possono far parte di una pagina.',
    'highest-level': ({ country, level }) =>
      country === ''
        ? `Senza un paese la cui legge si applichi, il livello più alto è: ${level}.`
        : `Secondo la legge di questo paese (${country}), il livello più alto è: ${level}.`,
    country: () => 'Scegliere un paese, o nessuno.',
    'on-off': () => 'Scegliere sì o no.',
    'no-date': ({ country }) =>
      country === ''
        ? 'Senza un paese la cui legge si applichi, il dispositivo non può conservare una data prima del consenso; lasciare disattivato.'
        : `Secondo la legge di questo paese (${country}), il dispositivo non può conservare una data prima del consenso; lasciare disattivato.`,
    months: ({ most }) => `Scrivere un numero intero di mesi, da 1 a ${most}.`,
    'unknown-features': ({ names }) => `Non esiste questa funzione: ${names}.`,
    'host-entry': ({ entry }) => `La voce ${entry} non è un nome host come www.example.org.`,
    'parameter-entry': ({ entry }) => `La voce ${entry} non è un nome di parametro come q.`,
    'too-many-entries': ({ most, given }) => `Al massimo ${most} voci; ce ne sono ${given}.`,
    'excluded-address': ({ entry, text }) =>
      `La voce ${entry} (${text}) non è un indirizzo né un intervallo come 192.0.2.0/24 o 2001:db8::/32.`,
    'excluded-country': ({ entry, text }) => `La voce ${entry} (${text}) non è un paese.`,
    'excluded-path': ({ entry, text, longest, wildcards }) =>
      `La voce ${entry} (${text}) non è un percorso che inizia con / o *, come /admin/**, di al massimo ${longest} caratteri e ${wildcards} caratteri jolly.`,
    'excluded-host': ({ entry, text }) =>
      `La voce ${entry} (${text}) non è un host come staging.example.org, o *.example.org per i sottodomini.`,
    'too-long': ({ longest }) => `Scrivere al massimo ${longest} caratteri.`,
    contact: () => 'Indicare un indirizzo e-mail, o l’indirizzo di una pagina che inizia con https://.',
    date: () => 'Scegliere un giorno, o lasciare vuoto.',
    days: ({ most }) => `Scrivere un numero intero di giorni, da 0 a ${most}.`,
    'small-cells': ({ most }) => `Scrivere un numero intero da 2 a ${most}.`,
  },
};
