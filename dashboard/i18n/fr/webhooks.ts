import type { webhooks as like } from '../en/webhooks.ts';

export const webhooks: typeof like = {
  webhooks: {
    title: 'Webhooks',
    lead: 'Des programmes à prévenir quand quelque chose sort de l’ordinaire\u00a0: un message signé à une adresse sur internet.',
    address: 'Adresse',
    add: 'Ajouter le webhook',
    wrong: 'Indiquez une adresse sur internet qui commence par https://.',
    secret: 'Secret du webhook',
    ready: 'Le destinataire vérifie les signatures avec ce secret. Il n’est affiché que maintenant.',
    done: 'Terminé',
    none: 'Rien n’a encore été envoyé.',
    deliveries: 'Envois récents',
    test: 'Envoyer un essai',
    remove: (host) => `Supprimer le webhook vers ${host}`,
    removeQuestion: (host) => `Supprimer le webhook vers ${host}\u00a0? Plus rien n’y sera envoyé.`,
    attempts: (count) => `${count} tentatives`,
    states: {
      waiting: 'en attente',
      claimed: 'en cours d’envoi',
      sent: 'reçu',
      refused: 'refusé',
      given_up: 'abandonné',
      unknown: 'sort inconnu',
    },
  },
};
