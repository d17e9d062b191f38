import type { webhooks as like } from '../en/webhooks.ts';

export const webhooks: typeof like = {
  webhooks: {
    title: 'Webhook',
    lead: 'Programmi da avvisare quando qualcosa è insolito: un messaggio firmato a un indirizzo su internet.',
    address: 'Indirizzo',
    add: 'Aggiungi il webhook',
    wrong: 'Indicare un indirizzo su internet che inizi con https://.',
    secret: 'Segreto del webhook',
    ready: 'Il destinatario verifica le firme con questo segreto. Viene mostrato solo ora.',
    done: 'Fatto',
    none: 'Non è ancora stato inviato nulla.',
    deliveries: 'Invii recenti',
    test: 'Invia una prova',
    remove: (host) => `Rimuovi il webhook verso ${host}`,
    removeQuestion: (host) => `Rimuovere il webhook verso ${host}? Non vi sarà più inviato nulla.`,
    attempts: (count) => `${count} tentativi`,
    states: {
      waiting: 'in attesa',
      claimed: 'in corso di invio',
      sent: 'ricevuto',
      refused: 'rifiutato',
      given_up: 'abbandonato',
      unknown: 'esito ignoto',
    },
  },
};
