/** Words of one's own account. */

export const own = {
  own: {
    title: 'Your account',
    password: {
      title: 'Password',
      current: 'Current password',
      fresh: 'New password',
      submit: 'Change the password',
      done: 'The password is changed. All other logins have ended.',
      wrong: 'This is not your present password.',
      same: 'This is the password that you have already.',
      long: 'A password has at most 256 characters.',
    },
    logins: {
      title: 'Where you are signed in',
      lead: 'A login ends by itself after 30 days, or after 7 days without use.',
      unknown: 'Unknown browser',
      isThis: 'this browser',
      times: (since: string, seen: string) => `since ${since}; last used ${seen}`,
      end: 'End',
      endOne: (device: string, since: string) => `End the login of ${device}, since ${since}`,
      endQuestion: (device: string) => `End the login of ${device}? Whoever uses it has to sign in again.`,
      endOthers: 'End all others',
      endOthersQuestion: 'End all other logins? Only this browser stays signed in.',
      noOthers: 'You are signed in nowhere else.',
    },
  },
};
