import type { reset as like } from '../en/reset.ts';

export const reset: typeof like = {
  reset: {
    title: 'Een nieuw wachtwoord',
    intro: 'Geef het adres van uw account: een link om een nieuw wachtwoord te kiezen komt per e-mail.',
    submit: 'De link sturen',
    asked: (email) =>
      `Als ${email} hier een account heeft, is er een e-mail onderweg. De link werkt één keer, een uur lang.`,
    noMail:
      'Deze server verstuurt geen e-mail. Vraag een beheerder om een nieuw wachtwoord, of voer dit uit op de server:',
    command: 'Opdracht voor een nieuw wachtwoord',
    choose: (email) =>
      `Kies een nieuw wachtwoord voor het account van ${email}. Alle aanmeldingen van het account eindigen.`,
    save: 'Het wachtwoord opslaan',
    done: 'Het wachtwoord is gewijzigd. Meld u ermee aan.',
    gone: 'Deze link is gebruikt, vervangen door een latere, of verlopen.',
    again: 'Een andere link vragen',
  },
};
