/** Words around the figures: bar, doors, forms, errors, and what stands where there is nothing. */
import type { frame as like } from '../en/frame.ts';
import { plural } from './plural.ts';

const many = (count: number | null) => count !== 1;

export const frame: typeof like = {
  language: 'Idioma',
  skip: 'Ir a las cifras',
  close: 'Cerrar',
  tagline: 'La medición de audiencia que cuenta a las personas con honestidad.',
  theme: { toDark: 'Colores oscuros', toLight: 'Colores claros' },
  account: {
    menu: 'Cuenta',
    signOut: 'Cerrar sesión',
    office: 'Administración',
    roles: { owner: 'Propietario', admin: 'Administrador', editor: 'Editor', viewer: 'Lector' },
    someSites: 'En algunos sitios',
  },
  asking: { keep: 'Conservar', remove: 'Eliminar' },
  sites: {
    choose: 'Elegir un sitio',
    search: 'Buscar un sitio',
    found: (count) => (count === 0 ? 'Ningún sitio con ese nombre.' : `${count} ${plural(count, 'sitio', 'sitios')}`),
  },
  footer: (version) => `Las cifras son únicamente de este servidor. Passant ${version}.`,
  forms: {
    email: 'Correo electrónico',
    password: 'Contraseña',
    passwordRule:
      'Al menos 12 caracteres. Unas cuantas palabras seguidas son fáciles de recordar y difíciles de adivinar.',
    passwordLeft: (left) => plural(left, `Falta ${left} carácter.`, `Faltan ${left} caracteres.`),
    passwordLong: 'Longitud suficiente.',
    show: 'Mostrar',
    hide: 'Ocultar',
    missingEmail: 'Indique una dirección de correo electrónico, por ejemplo ada@example.org.',
    missingPassword: 'Indique su contraseña.',
    shortPassword: 'Esta contraseña tiene menos de 12 caracteres.',
    usualPassword: 'Esta contraseña es de las primeras que otros prueban. Elija unas palabras que sean solo suyas.',
    knownWord:
      'Esta contraseña se apoya en una palabra que otros conocen: Passant, un sitio, parte de su dirección. Elija otras palabras o añádale ocho letras o más.',
  },
  setUp: {
    title: 'Configurar Passant',
    intro: 'Cree la cuenta del propietario de este servidor. Después se puede invitar a otras personas.',
    submit: 'Crear la cuenta',
    needsLink: 'Este servidor todavía no tiene propietario.',
    needsLinkMore: 'Abra el enlace que el servidor mostró al iniciarse: permite crear la cuenta del propietario.',
  },
  signIn: {
    title: 'Iniciar sesión',
    intro: 'Las cifras se muestran a las personas que tienen una cuenta aquí.',
    submit: 'Iniciar sesión',
    forgotten: '¿Ha olvidado la contraseña?',
    ended: 'Se ha cerrado su sesión. Inicie sesión para volver a donde estaba.',
  },
  errors: {
    title: 'No se ha podido cargar',
    retry: 'Volver a intentarlo',
    offline: 'El servidor no ha respondido. Compruebe la conexión.',
    unreadable: 'No se ha podido entender la respuesta del servidor.',
    rate_limited: 'Demasiados intentos. Espere un poco y vuelva a intentarlo.',
    unavailable: 'El servidor está ocupado o iniciándose. Vuelva a intentarlo en un momento.',
    fault: 'Se ha producido un error en el servidor; su registro da más detalles.',
    wrongSignIn: 'La dirección o la contraseña no son correctas.',
    usedLink: 'Este enlace de configuración ya se ha usado o ha caducado. Reinicie el servicio para obtener uno nuevo.',
    alreadySetUp: 'Este servidor ya está configurado. Inicie sesión.',
    unknownSite: (domain) => `Aquí no hay ningún sitio llamado ${domain}.`,
    otherSites: 'Los sitios de este servidor:',
    noSites: 'Este servidor todavía no tiene ningún sitio. Añada uno desde la línea de comandos:',
  },
  addresses: {
    title: 'No llegan las direcciones de los visitantes',
    consequence:
      'Casi todos los mensajes parecen venir de una sola dirección: los visitantes sin consentimiento se reducen a unos pocos y se desconocen sus países.',
    remedy:
      'Haga que el proxy situado delante envíe X-Forwarded-For e indíquelo en PASSANT_TRUSTED_PROXIES (docs/proxies.md). Este aviso desaparece poco después.',
  },
  waiting: {
    title: 'A la espera del primer visitante',
    intro:
      'Ponga esta línea entre <head> y </head> en el código HTML de todas las páginas del sitio. La primera visita aparecerá aquí en unos segundos.',
    copy: 'Copiar',
    copied: 'Copiado',
    demo: 'Visitar el sitio de demostración',
    demoMore: 'El sitio de demostración ya incluye la línea: abra allí una página y observe esta.',
    listening: 'Esperando eventos…',
    troubles: (domain) =>
      `¿No llega nada? Solo cuentan las páginas de ${domain} y de sus subdominios, y solo los navegadores que usan personas; una política de seguridad de contenido (CSP) debe permitir el script.`,
  },
  empty: {
    period: 'Ninguna visita en este periodo.',
    periodMore: 'El sitio tiene cifras de otros momentos.',
    allTime: 'Ver desde el principio',
    filters: 'Nada coincide con estos filtros.',
    clear: 'Quitar los filtros',
  },
  sitePages: {
    title: 'Páginas de este sitio',
    figures: 'Cifras',
    live: 'En directo',
    goals: 'Objetivos',
    funnels: 'Embudos',
    retention: 'Retención',
    journeys: 'Recorridos',
    now: (count) => `${count} ahora`,
  },
  suggest: {
    proposals: 'Sugerencias',
    count: (count) => (many(count) ? `${count} sugerencias` : '1 sugerencia'),
  },
};
