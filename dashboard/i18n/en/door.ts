/** Words of the second step of a sign-in, and of passkeys there; loaded when they are first needed. */

export const door = {
  title: 'Second step',
  appIntro: 'Now give the code that your app shows for this server.',
  passkeyIntro: 'Now show your passkey.',
  recoveryIntro: 'Give one of the recovery codes that you have kept. It is good once.',
  code: 'Code of the app',
  recovery: 'Recovery code',
  submit: 'Sign in',
  useRecovery: 'Use a recovery code',
  noRecovery: 'Not with a recovery code',
  again: 'Begin again',
  missing: 'Give a code.',
  wrongCode: 'This code is not right. Each is good once: wait for the next one.',
  wrongRecovery: 'This recovery code is not right, or has been used.',
  over: 'This took too long, or too many tries. Begin again.',
  lost: 'No code left either? Whoever runs this server can turn the second step off.',
  passkey: {
    alone: 'Sign in with a passkey',
    show: 'Use a passkey',
    notShown: 'No passkey was shown. Try again when you are ready.',
    unknown: 'This passkey is not known here, or it took too long.',
  },
};
