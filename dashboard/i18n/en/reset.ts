/** Words of the pages for those who have forgotten their password. */
export const reset = {
  reset: {
    title: 'A new password',
    intro: 'Give the address of your account: a link to choose a new password comes by e-mail.',
    submit: 'Send the link',
    asked: (email: string) =>
      `If ${email} has an account here, an e-mail is on its way. Its link works once, for an hour.`,
    noMail: 'This server sends no e-mail. Ask an administrator for a new password, or run this on the server:',
    command: 'Command for a new password',
    choose: (email: string) => `Choose a new password for the account of ${email}. Every login of the account ends.`,
    save: 'Save the password',
    done: 'The password is changed. Sign in with it.',
    gone: 'This link has been used, replaced by a later one, or is over.',
    again: 'Ask for another link',
  },
};
