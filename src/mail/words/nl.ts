import type { LetterWords } from './en.ts';

export const nl: LetterWords = {
  reset: {
    subject: (host) => `Een nieuw wachtwoord voor ${host}`,
    intro: (email) => `Er is een nieuw wachtwoord gevraagd voor het account van ${email}. Kies het hier:`,
    link: 'Een nieuw wachtwoord kiezen',
    until:
      'De link werkt één keer en verloopt na een uur. Wordt hij gebruikt, dan eindigen alle aanmeldingen van het account.',
    otherwise: 'Was u het niet, doe dan niets: het wachtwoord blijft zoals het is.',
  },
  invitation: {
    subject: (host) => `Uitnodiging voor ${host}`,
    intro: (host) => `U bent uitgenodigd om de bezoekcijfers van ${host} te bekijken. Kies hier een wachtwoord:`,
    by: (who) => `Uitgenodigd door ${who}.`,
    link: 'Uitnodiging aannemen',
    until: 'De link werkt één keer en verloopt na een week.',
  },
};
