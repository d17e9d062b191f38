import type { webhooks as like } from '../en/webhooks.ts';

export const webhooks: typeof like = {
  webhooks: {
    title: 'Webhooks',
    lead: 'Programme, denen Ungewöhnliches gemeldet wird: eine signierte Nachricht an eine Adresse im Internet.',
    address: 'Adresse',
    add: 'Webhook hinzufügen',
    wrong: 'Geben Sie eine Adresse im Internet an, die mit https:// beginnt.',
    secret: 'Geheimnis des Webhooks',
    ready: 'Der Empfänger prüft Signaturen mit diesem Geheimnis. Es wird nur jetzt gezeigt.',
    done: 'Fertig',
    none: 'Es wurde noch nichts gesendet.',
    deliveries: 'Zuletzt gesendet',
    test: 'Test senden',
    remove: (host) => `Webhook zu ${host} entfernen`,
    removeQuestion: (host) => `Webhook zu ${host} entfernen? Dorthin wird nichts mehr gesendet.`,
    attempts: (count) => `${count} Versuche`,
    states: {
      waiting: 'wartet',
      claimed: 'wird gesendet',
      sent: 'angenommen',
      refused: 'abgelehnt',
      given_up: 'aufgegeben',
      unknown: 'unbekannt',
    },
  },
};
