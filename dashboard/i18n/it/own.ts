/** Words of one's own account. */
import type { own as like } from '../en/own.ts';

export const own: typeof like = {
  own: {
    title: 'Account personale',
    password: {
      title: 'Password',
      current: 'Password attuale',
      fresh: 'Nuova password',
      submit: 'Cambia la password',
      done: 'La password è cambiata. Tutte le altre sessioni sono terminate.',
      wrong: 'Questa non è la password attuale.',
      same: 'È già la password attuale.',
      long: 'Una password ha al massimo 256 caratteri.',
    },
    logins: {
      title: 'Sessioni aperte',
      lead: 'Una sessione termina da sola dopo 30 giorni, o dopo 7 giorni senza uso.',
      unknown: 'Browser sconosciuto',
      isThis: 'questo browser',
      times: (since, seen) => `da: ${since}; ultimo uso: ${seen}`,
      end: 'Termina',
      endOne: (device, since) => `Termina la sessione di ${device}, da: ${since}`,
      endQuestion: (device) => `Terminare la sessione di ${device}? Lì bisognerà accedere di nuovo.`,
      endOthers: 'Termina tutte le altre',
      endOthersQuestion: 'Terminare tutte le altre sessioni? Resta solo quella di questo browser.',
      noOthers: 'Non ci sono altre sessioni aperte.',
    },
  },
};
