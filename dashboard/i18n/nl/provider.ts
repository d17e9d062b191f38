/** Words of signing in with a provider of OpenID Connect: on the sign-in page, behind an invitation, and on the account page. */
import type { provider as like } from '../en/provider.ts';

export const provider: typeof like = {
  signIn: (name) => `Aanmelden met ${name}`,
  join: (name) => `Verdergaan met ${name}`,
  or: 'of',
  link: {
    title: (name) => `Aanmelden met ${name}`,
    linked: (name, since) => `Uw account is gekoppeld sinds ${since}: met ${name} komt u binnen zonder wachtwoord.`,
    notLinked: (name) =>
      `Koppel uw account aan dat wat u bij ${name} hebt, om zonder wachtwoord binnen te komen. Wie daar binnenkomt, komt dan ook hier binnen, tenzij u een tweede stap hebt.`,
    current: 'Huidig wachtwoord',
    submit: (name) => `Naar ${name} gaan en koppelen`,
    wrong: 'Dit is niet uw huidige wachtwoord.',
    unlink: 'Ontkoppelen',
    unlinkName: (name) => `Account bij ${name} ontkoppelen`,
    unlinkQuestion: (name) => `Account bij ${name} ontkoppelen? Dan hebt u hier uw wachtwoord nodig.`,
    only: 'U hebt hier geen wachtwoord, dus dit is uw enige weg naar binnen. Wie de server beheert, kan er een instellen.',
  },
  /** Why somebody has come back without being let in, by the words of the server. */
  refusals: {
    unknown: (name) =>
      `Dit account bij ${name} is hier niet bekend. Meld u aan met uw wachtwoord en koppel het op de pagina van uw account, of laat u uitnodigen.`,
    unverified: (name) =>
      `${name} bevestigt niet dat het e-mailadres van u is. Laat het daar bevestigen, of laat u uitnodigen.`,
    exists: (_name) =>
      'Er is hier een account met uw adres. Meld u aan met het wachtwoord ervan en koppel het daarna op de pagina van uw account.',
    removed: (_name) =>
      'Uw account hier is verwijderd. Vraag de beheerders van deze server om u opnieuw uit te nodigen.',
    taken: (name) => `Dit account bij ${name} is gekoppeld aan een ander account hier. Ontkoppel het eerst daar.`,
    uninvited: (_name) => 'Deze uitnodiging is gebruikt, ingetrokken of verlopen. Vraag om een nieuwe.',
    unavailable: (name) => `${name} antwoordt niet. Probeer het later opnieuw, of gebruik uw wachtwoord.`,
    cancelled: (name) => `${name} heeft u niet binnengelaten, of u bent teruggegaan.`,
    failed: (name) =>
      `Het antwoord van ${name} is niet te vertrouwen, dus u bent niet aangemeld. Het logboek van de server vermeldt meer.`,
    stale: (_name) => 'Deze aanmelding is verlopen of hoort bij een ander venster. Begin opnieuw.',
    rate_limited: (_name) => 'Te veel pogingen. Wacht een kwartier en probeer het dan opnieuw.',
  },
};
