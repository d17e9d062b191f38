import type { mails as like } from '../en/mails.ts';

export const mails: typeof like = {
  mails: {
    title: 'Correos electrónicos',
    lead: 'Informes sobre los sitios por correo electrónico, en el idioma de esta página. Cada correo lleva un enlace para dejar de recibirlo.',
    noMail: 'El correo electrónico no está configurado en este servidor: no se envía nada hasta que lo esté.',
    list: 'Correos sobre',
    none: 'Todavía no hay ningún sitio.',
    kinds: {
      week: 'Cada semana, el lunes',
      month: 'Cada mes, el primer día',
      alerts: 'Cuando algo es inusual',
    },
  },
};
