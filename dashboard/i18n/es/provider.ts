/** Words of signing in with a provider of OpenID Connect: on the sign-in page, behind an invitation, and on the account page. */
import type { provider as like } from '../en/provider.ts';

export const provider: typeof like = {
  signIn: (name) => `Iniciar sesión con ${name}`,
  join: (name) => `Continuar con ${name}`,
  or: 'o',
  link: {
    title: (name) => `Inicio de sesión con ${name}`,
    linked: (name, since) => `Su cuenta está vinculada desde el ${since}: con ${name} entra sin contraseña.`,
    notLinked: (name) =>
      `Vincule su cuenta con la que tiene en ${name} para entrar sin contraseña. Quien entre allí podrá entrar entonces también aquí, a menos que usted tenga un segundo paso.`,
    current: 'Contraseña actual',
    submit: (name) => `Ir a ${name} y vincular`,
    wrong: 'Esta no es su contraseña actual.',
    unlink: 'Desvincular',
    unlinkName: (name) => `Desvincular la cuenta de ${name}`,
    unlinkQuestion: (name) => `¿Desvincular la cuenta de ${name}? Entonces necesitará aquí su contraseña.`,
    only: 'Aquí no tiene contraseña, así que esta es su única forma de entrar. Quien gestiona el servidor puede ponerle una.',
  },
  /** Why somebody has come back without being let in, by the words of the server. */
  refusals: {
    unknown: (name) =>
      `Esta cuenta de ${name} no está registrada aquí. Inicie sesión con su contraseña y vincúlela en la página de su cuenta, o pida que le inviten.`,
    unverified: (name) =>
      `${name} no confirma que la dirección de correo sea suya. Haga que la confirmen allí, o pida que le inviten.`,
    exists: (_name) =>
      'Aquí hay una cuenta con su dirección. Inicie sesión con su contraseña y vincúlela después en la página de su cuenta.',
    removed: (_name) =>
      'Su cuenta de aquí se ha eliminado. Pida a quienes gestionan este servidor que le inviten de nuevo.',
    taken: (name) => `Esta cuenta de ${name} está vinculada con otra cuenta de aquí. Desvincúlela antes allí.`,
    uninvited: (_name) => 'Esta invitación se ha usado, se ha retirado o ha caducado. Pida otra.',
    unavailable: (name) => `${name} no responde. Inténtelo más tarde, o use su contraseña.`,
    cancelled: (name) => `${name} no le ha dejado entrar, o ha vuelto atrás.`,
    failed: (name) =>
      `La respuesta de ${name} no es de fiar, por lo que no se ha iniciado la sesión. El registro del servidor da más detalles.`,
    stale: (_name) => 'Este inicio de sesión ha caducado o es de otra ventana. Empiece de nuevo.',
    rate_limited: (_name) => 'Demasiados intentos. Espere un cuarto de hora e inténtelo de nuevo.',
  },
};
