import type { LetterWords } from './en.ts';

export const de: LetterWords = {
  reset: {
    subject: (host) => `Ein neues Passwort für ${host}`,
    intro: (email) => `Für das Konto von ${email} wurde ein neues Passwort angefordert. Wählen Sie es hier:`,
    link: 'Neues Passwort wählen',
    until: 'Der Link gilt einmal, eine Stunde lang. Wird er benutzt, enden alle Anmeldungen des Kontos.',
    otherwise: 'Wenn Sie das nicht waren, tun Sie nichts: Das Passwort bleibt, wie es ist.',
  },
  invitation: {
    subject: (host) => `Einladung zu ${host}`,
    intro: (host) => `Sie sind eingeladen, die Besucherzahlen von ${host} anzusehen. Wählen Sie hier ein Passwort:`,
    by: (who) => `Eingeladen von ${who}.`,
    link: 'Einladung annehmen',
    until: 'Der Link gilt einmal, eine Woche lang.',
  },
};
