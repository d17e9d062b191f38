/** Words of signing in with a provider of OpenID Connect: on the sign-in page, behind an invitation, and on the account page. */
import type { provider as like } from '../en/provider.ts';

export const provider: typeof like = {
  signIn: (name) => `Accedi con ${name}`,
  join: (name) => `Continua con ${name}`,
  or: 'oppure',
  link: {
    title: (name) => `Accesso con ${name}`,
    linked: (name, since) => `L’account è collegato dal giorno ${since}: con ${name} si entra senza password.`,
    notLinked: (name) =>
      `Collegare questo account a quello presso ${name} per entrare senza password. Chi entra lì potrà allora entrare anche qui, a meno che non ci sia un secondo passaggio.`,
    current: 'Password attuale',
    submit: (name) => `Vai a ${name} e collega`,
    wrong: 'Questa non è la password attuale.',
    unlink: 'Scollega',
    unlinkName: (name) => `Scollega l’account di ${name}`,
    unlinkQuestion: (name) => `Scollegare l’account di ${name}? Qui servirà allora la password.`,
    only: 'Qui l’account non ha una password, quindi questo è l’unico modo di entrare. Chi gestisce il server può impostarne una.',
  },
  /** Why somebody has come back without being let in, by the words of the server. */
  refusals: {
    unknown: (name) =>
      `Questo account di ${name} non è conosciuto qui. Accedere con la password e collegarlo nella pagina dell’account, oppure farsi invitare.`,
    unverified: (name) =>
      `${name} non conferma a chi appartiene l’indirizzo e-mail. Farlo confermare lì, oppure farsi invitare.`,
    exists: (_name) =>
      'Qui esiste un account con questo indirizzo. Accedere con la sua password, poi collegarlo nella pagina dell’account.',
    removed: (_name) =>
      'Questo account qui è stato rimosso. Per un nuovo invito, rivolgersi a chi gestisce questo server.',
    taken: (name) => `Questo account di ${name} è collegato a un altro account di qui. Prima va scollegato lì.`,
    uninvited: (_name) => 'Questo invito è stato usato, ritirato o è scaduto. Chiederne un altro.',
    unavailable: (name) => `${name} non risponde. Riprovare più tardi, oppure usare la password.`,
    cancelled: (name) => `${name} ha negato l’accesso, oppure si è tornati indietro.`,
    failed: (name) =>
      `La risposta di ${name} non è affidabile, perciò l’accesso non è avvenuto. Il registro del server riporta i dettagli.`,
    stale: (_name) => 'Questo accesso è scaduto o appartiene a un’altra finestra. Ricominciare.',
    rate_limited: (_name) => 'Troppi tentativi. Attendere un quarto d’ora, poi riprovare.',
  },
};
