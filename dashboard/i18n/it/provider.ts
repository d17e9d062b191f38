/** Words of signing in with a provider of OpenID Connect: on the sign-in page, behind an invitation, and on the account page. */
import type { provider as like } from '../en/provider.ts';

export const provider: typeof like = {
  signIn: (name) => `Accedi con ${name}`,
  join: (name) => `Continua con ${name}`,
  or: 'oppure',
  link: {
    title: (name) => `Accesso con ${name}`,
    linked: (name, since) => `Il suo account è collegato da: ${since}. Con ${name} entra senza password.`,
    notLinked: (name) =>
      `Colleghi il suo account a quello che ha presso ${name} per entrare senza password. Chi entra lì entrerà allora anche qui, fino al suo secondo passaggio se ne ha uno.`,
    current: 'Password attuale',
    submit: (name) => `Vai a ${name} e collega`,
    wrong: 'Questa non è la sua password attuale.',
    unlink: 'Scollega',
    unlinkName: (name) => `Scollega l’account di ${name}`,
    unlinkQuestion: (name) => `Scollegare l’account di ${name}? Qui le servirà allora la password.`,
    only: 'Qui non ha una password, quindi questo è il suo unico modo di entrare. Chi gestisce il server può impostarne una.',
  },
  /** Why somebody has come back without being let in, by the words of the server. */
  refusals: {
    unknown: (name) =>
      `Questo account di ${name} non è conosciuto qui. Acceda con la sua password e lo colleghi nella pagina del suo account, oppure si faccia invitare.`,
    unverified: (name) =>
      `${name} non conferma che l’indirizzo e-mail sia suo. Lo faccia confermare lì, oppure si faccia invitare.`,
    exists: (_name) =>
      'Qui esiste un account con il suo indirizzo. Acceda con la sua password, poi lo colleghi nella pagina del suo account.',
    removed: (_name) =>
      'Il suo account qui è stato rimosso. Chieda a chi gestisce questo server di invitarla di nuovo.',
    taken: (name) => `Questo account di ${name} è collegato a un altro account di qui. Prima lo scolleghi lì.`,
    uninvited: (_name) => 'Questo invito è stato usato, ritirato o è scaduto. Ne chieda un altro.',
    unavailable: (name) => `${name} non risponde. Riprovi più tardi, oppure usi la sua password.`,
    cancelled: (name) => `${name} non l’ha fatta entrare, oppure è tornato indietro.`,
    failed: (name) =>
      `La risposta di ${name} non è affidabile, perciò l’accesso non è avvenuto. Il registro del server dice di più.`,
    stale: (_name) => 'Questo accesso è scaduto o appartiene a un’altra finestra. Ricominci.',
    rate_limited: (_name) => 'Troppi tentativi. Aspetti un quarto d’ora, poi riprovi.',
  },
};
