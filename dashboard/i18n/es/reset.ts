import type { reset as like } from '../en/reset.ts';

export const reset: typeof like = {
  reset: {
    title: 'Una contraseña nueva',
    intro:
      'Indique la dirección de su cuenta: recibirá por correo electrónico un enlace para elegir una contraseña nueva.',
    submit: 'Enviar el enlace',
    asked: (email) =>
      `Si ${email} tiene una cuenta aquí, hay un mensaje en camino. Su enlace sirve una sola vez y caduca al cabo de una hora.`,
    noMail:
      'Este servidor no envía correo. Pida una contraseña nueva a un administrador o ejecute esto en el servidor:',
    command: 'Comando para una contraseña nueva',
    choose: (email) =>
      `Elija una contraseña nueva para la cuenta de ${email}. Se cerrarán todas las sesiones de la cuenta.`,
    save: 'Guardar la contraseña',
    done: 'La contraseña ha cambiado. Inicie sesión con ella.',
    gone: 'Este enlace se ha usado, se ha sustituido por otro o ha caducado.',
    again: 'Pedir otro enlace',
  },
};
