import type { LetterWords } from './en.ts';

export const es: LetterWords = {
  reset: {
    subject: (host) => `Una contraseña nueva para ${host}`,
    intro: (email) => `Se ha pedido una contraseña nueva para la cuenta de ${email}. Elíjala aquí:`,
    link: 'Elegir una contraseña nueva',
    until:
      'El enlace sirve una sola vez y caduca al cabo de una hora. Al usarlo se cierran todas las sesiones de la cuenta.',
    otherwise: 'Si no ha sido usted, no haga nada: la contraseña sigue siendo la misma.',
  },
  invitation: {
    subject: (host) => `Invitación a ${host}`,
    intro: (host) => `Se le invita a consultar las cifras de audiencia de ${host}. Elija aquí una contraseña:`,
    by: (who) => `Invitación de ${who}.`,
    link: 'Aceptar la invitación',
    until: 'El enlace sirve una sola vez y caduca al cabo de una semana.',
  },
};
