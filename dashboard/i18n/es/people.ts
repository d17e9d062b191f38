/** Words of the back office itself: people and what they may do. */
import type { people as like } from '../en/people.ts';
import { plural } from './plural.ts';

export const people: typeof like = {
  office: {
    title: 'Administración',
    back: 'Volver a las cifras',
    notAllowed: 'Su rol en este servidor no permite esta página. Consulte a un propietario o a un administrador.',
  },
  people: {
    title: 'Personas',
    lead: 'Quién puede ver cifras aquí y quién puede cambiar algo.',
    list: 'Personas con cuenta',
    columns: { email: 'Correo electrónico', role: 'Rol', since: 'Desde', change: 'Cambiar' },
    you: 'usted',
    twoSteps: 'entra en dos pasos',
    oneStep: 'entra en un paso',
    onEvery: (role) => `${role} de todos los sitios`,
    onSite: (role) => `${role} de`,
    invitations: 'Invitaciones',
    noInvitations: 'Ahora no hay nadie invitado.',
    until: (date) => `válida hasta: ${date}`,
    by: (email) => `de ${email}`,
    invite: 'Invitar a alguien',
    change: (email) => `Cambiar lo que puede hacer ${email}`,
    remove: (email) => `Eliminar a ${email}`,
    removeQuestion: (email) =>
      `¿Eliminar a ${email}? Todas sus sesiones se cierran al instante. Las cifras no cambian.`,
    signOut: 'Cerrar sesiones',
    signOutName: (email) => `Cerrar todas las sesiones de ${email}`,
    signOutQuestion: (email) =>
      `¿Cerrar todas las sesiones de ${email}? Terminan de inmediato; la contraseña sigue siendo válida.`,
    signedOut: 'sesiones cerradas',
    takeBack: (email) => `Retirar la invitación a ${email}`,
    takeBackQuestion: (email) => `¿Retirar la invitación a ${email}? El enlace dejará de funcionar.`,
    demand: {
      title: 'Segundo paso para todos',
      isMade: 'Exigido: quien no lo tiene lo configura al iniciar sesión, antes que nada.',
      isNotMade: 'Cada persona decide si tiene uno.',
      make: 'Exigirlo',
      end: 'Dejarlo a cada persona',
      question: (count) =>
        count === 0
          ? '¿Exigir un segundo paso a todos?'
          : plural(
              count,
              '¿Exigir un segundo paso a todos? Una persona no lo tiene y no verá nada más hasta que lo configure.',
              `¿Exigir un segundo paso a todos? ${count} personas no lo tienen y no verán nada más hasta que lo configuren.`,
            ),
      endQuestion: '¿Dejar el segundo paso a elección de cada persona? Quien tiene uno lo conserva.',
      cancel: 'Cancelar',
    },
  },
  standing: {
    where: 'Dónde',
    every: 'En todos los sitios, también los futuros',
    some: 'Solo en estos sitios',
    role: 'Rol',
    none: 'Sin acceso',
    meanings: {
      viewer: 've las cifras',
      editor: 'también añade objetivos, embudos, segmentos y notas',
      admin: 'también cambia los ajustes, comparte cifras y gestiona personas',
      owner: 'todo',
    },
    missing: 'Elija un rol en al menos un sitio.',
    aboveYou: 'Nadie da ni quita un rol superior al suyo.',
    lastOwner: 'Es el último propietario; nombre antes a otro.',
    taken: 'Ya hay una cuenta con este correo. Cambie su rol.',
    save: 'Guardar',
  },
  invite: {
    title: 'Invitar a alguien',
    send: 'Crear el enlace',
    mailed: (email) =>
      `La invitación se ha enviado por correo a ${email}. El enlace sirve una sola vez, caduca al cabo de una semana y solo se muestra ahora.`,
    ready: (email) =>
      `Envíe este enlace a ${email}. Sirve una sola vez, caduca al cabo de una semana y solo se muestra ahora.`,
    link: 'Enlace de la invitación',
    done: 'Hecho',
  },
  invitation: {
    title: 'Le han invitado',
    intro: (email) => `Elija una contraseña para la cuenta de ${email}.`,
    by: (who) => `Invitación de ${who}.`,
    submit: 'Crear la cuenta',
    gone: 'Esta invitación se ha usado, se ha retirado o ha caducado. Pida otra.',
  },
};
