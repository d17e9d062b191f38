/** Words of one's own account. */
import type { own as like } from '../en/own.ts';

export const own: typeof like = {
  own: {
    title: 'Ihr Konto',
    password: {
      title: 'Passwort',
      current: 'Aktuelles Passwort',
      fresh: 'Neues Passwort',
      submit: 'Passwort ändern',
      done: 'Das Passwort ist geändert. Alle anderen Anmeldungen sind beendet.',
      wrong: 'Das ist nicht Ihr jetziges Passwort.',
      same: 'Dieses Passwort haben Sie schon.',
      long: 'Ein Passwort hat höchstens 256 Zeichen.',
    },
    logins: {
      title: 'Wo Sie angemeldet sind',
      lead: 'Eine Anmeldung endet von selbst nach 30 Tagen, oder wenn sie 7 Tage nicht benutzt wird.',
      unknown: 'Unbekannter Browser',
      isThis: 'dieser Browser',
      times: (since, seen) => `seit ${since}; zuletzt benutzt ${seen}`,
      end: 'Beenden',
      endOne: (device, since) => `Anmeldung mit ${device} beenden, seit ${since}`,
      endQuestion: (device) => `Anmeldung mit ${device} beenden? Dort muss man sich dann neu anmelden.`,
      endOthers: 'Alle anderen beenden',
      endOthersQuestion: 'Alle anderen Anmeldungen beenden? Nur dieser Browser bleibt angemeldet.',
      noOthers: 'Sie sind sonst nirgends angemeldet.',
    },
  },
};
