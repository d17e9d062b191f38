/** Words of the second step in one’s own account. */
import { plural } from './plural.ts';

export const secondStep = {
  secondStep: {
    title: 'Second step at sign-in',
    lead: 'With an app or a passkey set up, the password alone is not enough: whoever finds it out cannot sign in with it.',
    next: 'Continue',
    demanded: {
      title: 'Set up a second step',
      lead: 'Here everybody signs in with two steps. Set up the second one to go on.',
    },
    signInAgain: 'Your account has no password, so a sign-in just now takes its place: sign out, and in again.',
    missingName: 'Give a name.',
    missingCode: 'Give a code.',
    wrongCode: 'This code is not right. Each is good once: wait for the next one.',
    app: {
      title: 'App with codes',
      none: 'Not set up.',
      setUp: 'Set up an app',
      lead: 'Any app that shows codes of six digits will do, on your phone or in your password manager. Your password first.',
      scan: 'Photograph this picture with the app, or type the secret into it. Then give the code that it shows.',
      picture: 'The secret as a picture, for the app to photograph',
      secret: 'Secret:',
      code: 'Code',
      confirm: 'Confirm',
      off: 'Turn off the app',
      offLead: 'Give your password, and a code of the app or a recovery code. All other logins end.',
      since: (date: string) => `set up on ${date}`,
    },
    passkeys: {
      title: 'Passkeys',
      lead: 'Kept by your device, your browser or a security key. They also sign in alone, without the password.',
      add: 'Add a passkey',
      addLead: 'Give it a name by which you know where it is, such as “phone”. Your browser asks for the rest.',
      name: 'Name',
      never: 'never used',
      removeIt: 'Remove',
      removeLead: 'Give your password. All other logins end.',
      notShown: 'No passkey was made. Try again when you are ready.',
      known: 'This device or key has a passkey of this account already.',
      added: (date: string) => `added on ${date}`,
      used: (date: string) => `last used on ${date}`,
      remove: (name: string) => `Remove the passkey ${name}`,
      barriers: {
        address: () =>
          'Browsers make passkeys only for a server whose address is a name with https. Whoever runs this one can give it such an address (PASSANT_BASE_URL).',
        browser: () => 'This browser has no passkeys.',
        elsewhere: (origin: string) => `Passkeys work at ${origin}: open this page there.`,
      },
    },
    recovery: {
      title: 'Recovery codes',
      renew: 'Make new codes',
      renewLead: 'Give your password. The codes of before are void from then on.',
      shown:
        'For the day when app and passkeys are lost. Keep them apart from your phone, on paper or in a password manager: each is good once, and they are shown only now.',
      save: 'Save as a file',
      done: 'I have kept them',
      left: (count: number) => plural(count, `${count} code left, good once`, `${count} codes left, each good once`),
    },
  },
};
