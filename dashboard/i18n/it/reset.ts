import type { reset as like } from '../en/reset.ts';

export const reset: typeof like = {
  reset: {
    title: 'Una nuova password',
    intro: 'Indicare l’indirizzo dell’account: un link per scegliere una nuova password arriverà per e-mail.',
    submit: 'Invia il link',
    asked: (email) =>
      `Se ${email} ha un account qui, un messaggio è in arrivo. Il suo link vale una volta sola e scade dopo un’ora.`,
    noMail:
      'Questo server non invia e-mail. Chiedere una nuova password a un amministratore, oppure eseguire questo comando sul server:',
    command: 'Comando per una nuova password',
    choose: (email) =>
      `Scegliere una nuova password per l’account di ${email}. Tutte le sessioni dell’account termineranno.`,
    save: 'Salva la password',
    done: 'La password è cambiata. Accedere con quella nuova.',
    gone: 'Questo link è stato usato, sostituito da uno più recente, o è scaduto.',
    again: 'Chiedi un altro link',
  },
};
