/** Words of one's own account. */
import type { own as like } from '../en/own.ts';

export const own: typeof like = {
  own: {
    title: 'Uw account',
    password: {
      title: 'Wachtwoord',
      current: 'Huidig wachtwoord',
      fresh: 'Nieuw wachtwoord',
      submit: 'Wachtwoord wijzigen',
      done: 'Het wachtwoord is gewijzigd. Alle andere aanmeldingen zijn beëindigd.',
      wrong: 'Dit is niet uw huidige wachtwoord.',
      same: 'Dit wachtwoord hebt u al.',
      long: 'Een wachtwoord heeft hoogstens 256 tekens.',
    },
    logins: {
      title: 'Waar u bent aangemeld',
      lead: 'Een aanmelding eindigt vanzelf na 30 dagen, of na 7 dagen zonder gebruik.',
      unknown: 'Onbekende browser',
      isThis: 'deze browser',
      times: (since, seen) => `sinds ${since}; laatst gebruikt op ${seen}`,
      end: 'Beëindigen',
      endOne: (device, since) => `Aanmelding met ${device} beëindigen, sinds ${since}`,
      endQuestion: (device) => `Aanmelding met ${device} beëindigen? Daar moet men zich dan opnieuw aanmelden.`,
      endOthers: 'Alle andere beëindigen',
      endOthersQuestion: 'Alle andere aanmeldingen beëindigen? Alleen deze browser blijft aangemeld.',
      noOthers: 'U bent nergens anders aangemeld.',
    },
  },
};
