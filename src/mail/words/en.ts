/** Words of mails about accounts. */
export const en = {
  reset: {
    subject: (host: string) => `A new password for ${host}`,
    intro: (email: string) => `Somebody asked for a new password for the account of ${email}. Choose one here:`,
    link: 'Choose a new password',
    until: 'The link works once, for an hour. Every login of the account ends when it is used.',
    otherwise: 'If it was not you, do nothing: the password stays as it is.',
  },
  invitation: {
    subject: (host: string) => `You are invited to ${host}`,
    intro: (host: string) => `You are invited to look at the audience figures of ${host}. Choose a password here:`,
    by: (who: string) => `Invited by ${who}.`,
    link: 'Accept the invitation',
    until: 'The link works once, for a week.',
  },
};

export type LetterWords = typeof en;
