import type { mails as like } from '../en/mails.ts';

export const mails: typeof like = {
  mails: {
    title: 'E-mails',
    lead: 'Des rapports sur les sites par e-mail, dans la langue de cette page. Chaque e-mail a un lien pour y mettre fin.',
    noMail: 'L’envoi d’e-mails n’est pas configuré sur ce serveur\u00a0: rien n’est envoyé d’ici là.',
    list: 'E-mails sur',
    none: 'Il n’y a pas encore de site.',
    kinds: {
      week: 'Chaque semaine, le lundi',
      month: 'Chaque mois, le premier',
      alerts: 'Quand quelque chose sort de l’ordinaire',
    },
  },
};
