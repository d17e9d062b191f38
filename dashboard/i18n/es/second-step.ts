/** Words of the second step in one’s own account. */
import type { secondStep as like } from '../en/second-step.ts';
import { plural } from './plural.ts';

export const secondStep: typeof like = {
  secondStep: {
    title: 'Segundo paso al iniciar sesión',
    lead: 'Con una aplicación o una llave de acceso, la contraseña sola ya no basta: quien la averigüe no podrá entrar con ella.',
    next: 'Continuar',
    demanded: {
      title: 'Configurar un segundo paso',
      lead: 'Aquí todos entran en dos pasos. Configure el segundo para continuar.',
    },
    signInAgain:
      'Su cuenta no tiene contraseña; un inicio de sesión reciente hace sus veces: cierre la sesión y vuelva a entrar.',
    missingName: 'Indique un nombre.',
    missingCode: 'Indique un código.',
    wrongCode: 'Este código no es correcto. Cada uno sirve una sola vez: espere al siguiente.',
    app: {
      title: 'Aplicación de códigos',
      none: 'Ninguna por ahora.',
      setUp: 'Añadir una aplicación',
      lead: 'Sirve cualquier aplicación que muestre códigos de seis cifras, en su teléfono o en su gestor de contraseñas. Primero, su contraseña.',
      scan: 'Escanee esta imagen con la aplicación, o escriba en ella el secreto. Indique después el código que muestre.',
      picture: 'El secreto como imagen, para escanearlo con la aplicación',
      secret: 'Secreto:',
      code: 'Código',
      confirm: 'Confirmar',
      off: 'Desactivar la aplicación',
      offLead:
        'Indique su contraseña, y un código de la aplicación o de recuperación. Todas las demás sesiones se cierran.',
      since: (date) => `añadida el ${date}`,
    },
    passkeys: {
      title: 'Llaves de acceso',
      lead: 'Las guardan su dispositivo, su navegador o una llave de seguridad. También sirven solas, sin contraseña.',
      add: 'Añadir una llave de acceso',
      addLead: 'Dele un nombre que diga dónde está, por ejemplo «teléfono». El navegador pregunta lo demás.',
      name: 'Nombre',
      never: 'nunca usada',
      removeIt: 'Quitar',
      removeLead: 'Indique su contraseña. Todas las demás sesiones se cierran.',
      notShown: 'No se ha creado ninguna llave de acceso. Vuelva a intentarlo cuando quiera.',
      known: 'Este dispositivo o esta llave ya tiene una llave de acceso de esta cuenta.',
      added: (date) => `añadida el ${date}`,
      used: (date) => `último uso: ${date}`,
      remove: (name) => `Quitar la llave de acceso ${name}`,
      barriers: {
        address: () =>
          'Los navegadores solo crean llaves de acceso para un servidor cuya dirección sea un nombre con https. Quien gestiona este puede darle una (PASSANT_BASE_URL).',
        browser: () => 'Este navegador no tiene llaves de acceso.',
        elsewhere: (origin) => `Las llaves de acceso sirven en ${origin}: abra allí esta página.`,
      },
    },
    recovery: {
      title: 'Códigos de recuperación',
      renew: 'Crear códigos nuevos',
      renewLead: 'Indique su contraseña. Los códigos anteriores dejarán de servir.',
      shown:
        'Para el día en que se pierdan la aplicación y las llaves de acceso. Guárdelos lejos de su teléfono, en papel o en un gestor de contraseñas: cada uno sirve una vez, y solo se muestran ahora.',
      save: 'Guardar en un archivo',
      done: 'Los he guardado',
      left: (count) =>
        plural(count, `queda ${count} código, que sirve una vez`, `quedan ${count} códigos, cada uno sirve una vez`),
    },
  },
};
