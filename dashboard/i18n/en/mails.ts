/** Words of the page of e-mails about sites. */
export const mails = {
  mails: {
    title: 'E-mails',
    lead: 'Reports about sites by e-mail, in the language of this page. Each e-mail has a link that ends it.',
    noMail: 'E-mail is not set up on this server: nothing is sent until it is.',
    list: 'E-mails about',
    none: 'There is no site yet.',
    kinds: {
      week: 'Every week, on Monday',
      month: 'Every month, on the first',
      alerts: 'When something is unusual',
    },
  },
};
