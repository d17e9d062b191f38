/** Words of the page of mails about sites. */
export const mails = {
  mails: {
    title: 'Mails',
    lead: 'Reports about sites by mail, in the language of this page. Each mail has a link that ends it.',
    noMail: 'Mail is not set up on this server: nothing is sent until it is.',
    list: 'Mails about',
    none: 'There is no site yet.',
    kinds: {
      week: 'Every week, on Monday',
      month: 'Every month, on the first',
      alerts: 'When something is unusual',
    },
  },
};
