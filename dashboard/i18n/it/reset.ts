import type { reset as like } from '../en/reset.ts';

export const reset: typeof like = {
  reset: {
    title: 'Una nuova password',
    intro: 'Indica l’indirizzo del tuo account: un link per scegliere una nuova password arriva per e-mail.',
    submit: 'Invia il link',
    asked: (email) =>
      `Se ${email} ha un account qui, un messaggio è in arrivo. Il suo link funziona una volta, per un’ora.`,
    noMail:
      'Questo server non invia e-mail. Chiedi una nuova password a un amministratore, oppure esegui questo sul server:',
    command: 'Comando per una nuova password',
    choose: (email) => `Scegli una nuova password per l’account di ${email}. Tutti gli accessi dell’account terminano.`,
    save: 'Salva la password',
    done: 'La password è cambiata. Accedi con quella nuova.',
    gone: 'Questo link è stato usato, sostituito da uno più recente, o è scaduto.',
    again: 'Chiedi un altro link',
  },
};
