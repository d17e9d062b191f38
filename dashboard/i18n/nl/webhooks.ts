import type { webhooks as like } from '../en/webhooks.ts';

export const webhooks: typeof like = {
  webhooks: {
    title: 'Webhooks',
    lead: 'Programma’s die het horen als er iets ongewoons is: een ondertekend bericht naar een adres op internet.',
    address: 'Adres',
    add: 'De webhook toevoegen',
    wrong: 'Geef een adres op internet dat begint met https://.',
    secret: 'Geheim van de webhook',
    ready: 'De ontvanger controleert handtekeningen met dit geheim. Het wordt alleen nu getoond.',
    done: 'Klaar',
    none: 'Er is nog niets gestuurd.',
    deliveries: 'Onlangs gestuurd',
    test: 'Een test sturen',
    remove: (host) => `De webhook naar ${host} verwijderen`,
    removeQuestion: (host) => `De webhook naar ${host} verwijderen? Er wordt niets meer naartoe gestuurd.`,
    attempts: (count) => `${count} pogingen`,
    states: {
      waiting: 'wacht',
      claimed: 'wordt gestuurd',
      sent: 'aangenomen',
      refused: 'geweigerd',
      given_up: 'opgegeven',
      unknown: 'onbekend',
    },
  },
};
