import type { reset as like } from '../en/reset.ts';

export const reset: typeof like = {
  reset: {
    title: 'Een nieuw wachtwoord',
    intro: 'Vul het adres van uw account in: u krijgt per e-mail een link om een nieuw wachtwoord te kiezen.',
    submit: 'Link versturen',
    asked: (email) =>
      `Als ${email} hier een account heeft, is er een e-mail onderweg. De link werkt één keer en verloopt na een uur.`,
    noMail:
      'Deze server verstuurt geen e-mail. Vraag een beheerder om een nieuw wachtwoord, of voer dit uit op de server:',
    command: 'Opdracht voor een nieuw wachtwoord',
    choose: (email) =>
      `Kies een nieuw wachtwoord voor het account van ${email}. Alle aanmeldingen van het account eindigen.`,
    save: 'Wachtwoord opslaan',
    done: 'Het wachtwoord is gewijzigd. Meld u ermee aan.',
    gone: 'Deze link is gebruikt, vervangen door een latere, of verlopen.',
    again: 'Nieuwe link aanvragen',
  },
};
