import type { mails as like } from '../en/mails.ts';

export const mails: typeof like = {
  mails: {
    title: 'Messages',
    lead: 'Des rapports sur les sites par messagerie, dans la langue de cette page. Chaque message a un lien pour y mettre fin.',
    noMail: 'L’envoi de messages n’est pas configuré sur ce serveur\u00a0: rien n’est envoyé d’ici là.',
    list: 'Messages sur',
    none: 'Il n’y a pas encore de site.',
    kinds: {
      week: 'Chaque semaine, le lundi',
      month: 'Chaque mois, le premier',
      alerts: 'Quand quelque chose sort de l’ordinaire',
    },
  },
};
