import type { webhooks as like } from '../en/webhooks.ts';

export const webhooks: typeof like = {
  webhooks: {
    title: 'Webhooks',
    lead: 'Programma’s die bericht krijgen als er iets ongewoons is: een ondertekend bericht naar een adres op internet.',
    address: 'Adres',
    add: 'Webhook toevoegen',
    wrong: 'Vul een adres op internet in dat begint met https://.',
    secret: 'Geheim van de webhook',
    ready: 'De ontvanger controleert handtekeningen met dit geheim. Het wordt alleen nu getoond.',
    done: 'Klaar',
    none: 'Er is nog niets verstuurd.',
    deliveries: 'Onlangs verstuurd',
    test: 'Test versturen',
    remove: (host) => `Webhook naar ${host} verwijderen`,
    removeQuestion: (host) => `Webhook naar ${host} verwijderen? Er wordt niets meer naartoe gestuurd.`,
    attempts: (count) => `${count} pogingen`,
    states: {
      waiting: 'wacht',
      claimed: 'wordt verstuurd',
      sent: 'aangenomen',
      refused: 'geweigerd',
      given_up: 'opgegeven',
      unknown: 'onbekend',
    },
  },
};
