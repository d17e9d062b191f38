/** Words of signing in with a provider of OpenID Connect: on the sign-in page, behind an invitation, and on the account page. */

export const provider = {
  signIn: (name: string) => `Sign in with ${name}`,
  join: (name: string) => `Continue with ${name}`,
  or: 'or',
  link: {
    title: (name: string) => `Sign in with ${name}`,
    linked: (name: string, since: string) =>
      `Your account has been linked since ${since}: ${name} lets you in without the password.`,
    notLinked: (name: string) =>
      `Link your account with the one that you have at ${name}, to come in without the password. Whoever gets in there then gets in here too, up to your second step if you have one.`,
    current: 'Current password',
    submit: (name: string) => `Go to ${name} and link`,
    wrong: 'This is not your present password.',
    unlink: 'Unlink',
    unlinkName: (name: string) => `Unlink the account at ${name}`,
    unlinkQuestion: (name: string) => `Unlink the account at ${name}? You then need your password here.`,
    only: 'You have no password here, so this is your only way in. Whoever runs the server can set one.',
  },
  /** Why somebody has come back without being let in, by the words of the server. */
  refusals: {
    unknown: (name: string) =>
      `This account at ${name} is not known here. Sign in with your password and link it on your account page, or ask to be invited.`,
    unverified: (name: string) =>
      `${name} does not confirm that the e-mail address is yours. Have it confirmed there, or ask to be invited.`,
    exists: (_name: string) =>
      'There is an account with your address here. Sign in with its password, then link it on your account page.',
    removed: (_name: string) => 'Your account here was removed. Ask those who run this server to invite you again.',
    taken: (name: string) => `This account at ${name} is linked with another account here. Unlink it there first.`,
    uninvited: (_name: string) => 'This invitation has been used, taken back, or is over. Ask for a new one.',
    unavailable: (name: string) => `${name} does not answer. Try again later, or use your password.`,
    cancelled: (name: string) => `${name} did not let you in, or you have gone back.`,
    failed: (name: string) =>
      `The answer of ${name} cannot be trusted, so that you are not signed in. Whoever runs the server finds more in its log.`,
    stale: (_name: string) => 'This sign-in has expired or belongs to another window. Start it again.',
    rate_limited: (_name: string) => 'Too many attempts. Wait a quarter of an hour, then try again.',
  },
};
