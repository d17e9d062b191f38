import type { mails as like } from '../en/mails.ts';

export const mails: typeof like = {
  mails: {
    title: 'E-mails',
    lead: 'Rapporten over sites per e-mail, in de taal van deze pagina. Elke e-mail heeft een link om die niet meer te ontvangen.',
    noMail: 'E-mail is op deze server niet ingesteld: zolang dat zo is, wordt er niets verstuurd.',
    list: 'E-mails over',
    none: 'Er is nog geen site.',
    kinds: {
      week: 'Elke week, op maandag',
      month: 'Elke maand, op de eerste dag',
      alerts: 'Als er iets ongewoons is',
    },
  },
};
