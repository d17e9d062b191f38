/** Words of one's own account. */
import type { own as like } from '../en/own.ts';

export const own: typeof like = {
  own: {
    title: 'Su cuenta',
    password: {
      title: 'Contraseña',
      current: 'Contraseña actual',
      fresh: 'Contraseña nueva',
      submit: 'Cambiar la contraseña',
      done: 'La contraseña ha cambiado. Todas las demás sesiones se han cerrado.',
      wrong: 'Esta no es su contraseña actual.',
      same: 'Es la contraseña que ya tiene.',
      long: 'Una contraseña tiene 256 caracteres como máximo.',
    },
    logins: {
      title: 'Dónde tiene sesión abierta',
      lead: 'Una sesión se cierra sola a los 30 días, o tras 7 días sin uso.',
      unknown: 'Navegador desconocido',
      isThis: 'este navegador',
      times: (since, seen) => `desde: ${since}; último uso: ${seen}`,
      end: 'Cerrar',
      endOne: (device, since) => `Cerrar la sesión de ${device}, desde: ${since}`,
      endQuestion: (device) => `¿Cerrar la sesión de ${device}? Habrá que volver a iniciarla allí.`,
      endOthers: 'Cerrar todas las demás',
      endOthersQuestion: '¿Cerrar todas las demás sesiones? Solo quedará la de este navegador.',
      noOthers: 'No tiene otra sesión abierta.',
    },
  },
};
