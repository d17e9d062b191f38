import type { LetterWords } from './en.ts';

export const it: LetterWords = {
  reset: {
    subject: (host) => `Una nuova password per ${host}`,
    intro: (email) => `È stata chiesta una nuova password per l’account di ${email}. Sceglila qui:`,
    link: 'Scegli una nuova password',
    until: 'Il link funziona una volta, per un’ora. Quando viene usato, tutti gli accessi dell’account terminano.',
    otherwise: 'Se non sei stato tu, non fare nulla: la password resta quella di prima.',
  },
  invitation: {
    subject: (host) => `Invito a ${host}`,
    intro: (host) => `Hai ricevuto un invito a consultare i dati di audience di ${host}. Scegli qui una password:`,
    by: (who) => `Invito di ${who}.`,
    link: 'Accetta l’invito',
    until: 'Il link funziona una volta, per una settimana.',
  },
};
