/** Words of signing in with a provider of OpenID Connect: on the sign-in page, behind an invitation, and on the account page. */
import type { provider as like } from '../en/provider.ts';

export const provider: typeof like = {
  signIn: (name) => `Mit ${name} anmelden`,
  join: (name) => `Mit ${name} fortfahren`,
  or: 'oder',
  link: {
    title: (name) => `Anmeldung mit ${name}`,
    linked: (name, since) => `Ihr Konto ist seit ${since} verknüpft: ${name} lässt Sie ohne Passwort herein.`,
    notLinked: (name) =>
      `Verknüpfen Sie Ihr Konto mit dem, das Sie bei ${name} haben, um ohne Passwort hereinzukommen. Wer dort hineinkommt, kommt dann auch hier hinein, bis zu Ihrem zweiten Schritt, falls Sie einen haben.`,
    current: 'Aktuelles Passwort',
    submit: (name) => `Zu ${name} gehen und verknüpfen`,
    wrong: 'Das ist nicht Ihr jetziges Passwort.',
    unlink: 'Lösen',
    unlinkName: (name) => `Verknüpfung mit ${name} lösen`,
    unlinkQuestion: (name) => `Verknüpfung mit ${name} lösen? Dann brauchen Sie hier Ihr Passwort.`,
    only: 'Sie haben hier kein Passwort, dies ist also Ihr einziger Weg hinein. Wer den Server betreibt, kann eines setzen.',
  },
  /** Why somebody has come back without being let in, by the words of the server. */
  refusals: {
    unknown: (name) =>
      `Dieses Konto bei ${name} ist hier nicht bekannt. Melden Sie sich mit Ihrem Passwort an und verknüpfen Sie es auf der Seite Ihres Kontos, oder lassen Sie sich einladen.`,
    unverified: (name) =>
      `${name} bestätigt nicht, dass die E-Mail-Adresse Ihre ist. Lassen Sie sie dort bestätigen, oder lassen Sie sich einladen.`,
    exists: (_name) =>
      'Hier gibt es ein Konto mit Ihrer Adresse. Melden Sie sich mit dessen Passwort an und verknüpfen Sie es dann auf der Seite Ihres Kontos.',
    removed: (_name) =>
      'Ihr Konto wurde hier entfernt. Bitten Sie die Betreiber dieses Servers um eine neue Einladung.',
    taken: (name) => `Dieses Konto bei ${name} ist mit einem anderen Konto hier verknüpft. Lösen Sie es zuerst dort.`,
    uninvited: (_name) => 'Diese Einladung wurde benutzt, zurückgenommen oder ist abgelaufen. Bitten Sie um eine neue.',
    unavailable: (name) =>
      `${name} antwortet nicht. Versuchen Sie es später noch einmal, oder nehmen Sie Ihr Passwort.`,
    cancelled: (name) => `${name} hat Sie nicht hereingelassen, oder Sie sind zurückgegangen.`,
    failed: (name) =>
      `Der Antwort von ${name} ist nicht zu trauen, Sie sind daher nicht angemeldet. Das Protokoll des Servers sagt mehr.`,
    stale: (_name) => 'Diese Anmeldung ist abgelaufen oder gehört zu einem anderen Fenster. Beginnen Sie von vorn.',
    rate_limited: (_name) => 'Zu viele Versuche. Warten Sie eine Viertelstunde, und versuchen Sie es dann noch einmal.',
  },
};
