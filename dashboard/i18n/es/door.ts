/** Words of the second step of a sign-in, and of passkeys there; loaded when they are first needed. */
import type { door as like } from '../en/door.ts';

export const door: typeof like = {
  title: 'Segundo paso',
  appIntro: 'Indique ahora el código que su aplicación muestra para este servidor.',
  passkeyIntro: 'Presente ahora su llave de acceso.',
  recoveryIntro: 'Indique uno de los códigos de recuperación que guardó. Sirve una sola vez.',
  code: 'Código de la aplicación',
  recovery: 'Código de recuperación',
  submit: 'Iniciar sesión',
  useRecovery: 'Usar un código de recuperación',
  noRecovery: 'Sin código de recuperación',
  again: 'Empezar de nuevo',
  missing: 'Indique un código.',
  wrongCode: 'Este código no es correcto. Cada uno sirve una sola vez: espere al siguiente.',
  wrongRecovery: 'Este código de recuperación no es correcto, o ya se ha usado.',
  over: 'Ha pasado demasiado tiempo, o ha habido demasiados intentos. Empiece de nuevo.',
  lost: '¿Tampoco le queda ningún código? Quien gestiona este servidor puede desactivar el segundo paso.',
  passkey: {
    alone: 'Iniciar sesión con una llave de acceso',
    show: 'Usar una llave de acceso',
    notShown: 'No se ha presentado ninguna llave de acceso. Vuelva a intentarlo cuando quiera.',
    unknown: 'Esta llave de acceso no está registrada aquí, o se presentó demasiado tarde.',
  },
};
