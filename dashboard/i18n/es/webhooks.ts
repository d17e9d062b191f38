import type { webhooks as like } from '../en/webhooks.ts';

export const webhooks: typeof like = {
  webhooks: {
    title: 'Webhooks',
    lead: 'Programas a los que se avisa cuando algo es inusual: un mensaje firmado a una dirección de internet.',
    address: 'Dirección',
    add: 'Añadir el webhook',
    wrong: 'Indique una dirección de internet que empiece por https://.',
    secret: 'Secreto del webhook',
    ready: 'El destinatario comprueba las firmas con este secreto. Solo se muestra ahora.',
    done: 'Hecho',
    none: 'Todavía no se ha enviado nada.',
    deliveries: 'Envíos recientes',
    test: 'Enviar una prueba',
    remove: (host) => `Eliminar el webhook a ${host}`,
    removeQuestion: (host) => `¿Eliminar el webhook a ${host}? Ya no se enviará nada allí.`,
    attempts: (count) => `${count} intentos`,
    states: {
      waiting: 'en espera',
      claimed: 'enviándose',
      sent: 'recibido',
      refused: 'rechazado',
      given_up: 'abandonado',
      unknown: 'desconocido',
    },
  },
};
