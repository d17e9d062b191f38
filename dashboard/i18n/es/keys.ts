/** Words of API keys. */
import type { keys as like } from '../en/keys.ts';

export const keys: typeof like = {
  keys: {
    title: 'Claves de API',
    lead: 'Con una clave, un programa lee cifras o cambia sitios sin iniciar sesión.',
    make: 'Crear una clave',
    docs: 'Qué ofrece la API',
    list: 'Claves de este servidor',
    none: 'Aún no hay ninguna clave.',
    name: 'Para qué es',
    may: 'Permite',
    of: 'De',
    everySite: 'todos los sitios',
    expires: 'Último día (opcional)',
    key: 'La clave',
    ready: 'Copie la clave ahora: no se volverá a mostrar.',
    done: 'Hecho',
    never: 'nunca usada',
    lastUsed: (date) => `último uso: ${date}`,
    until: (date) => `válida hasta: ${date}`,
    revoke: (name) => `Revocar la clave ${name}`,
    revokeQuestion: (name) => `¿Revocar ${name}? Los programas que la usen se rechazarán al instante.`,
    states: {
      revoked: 'revocada',
      expired: 'caducada',
    },
    scopes: {
      'stats:read': 'leer cifras',
      'events:read': 'exportar eventos uno a uno',
      'events:write': 'enviar eventos en nombre de otros',
      'sites:read': 'ver los sitios y lo que guardan',
      'sites:write': 'cambiar los sitios y lo que guardan',
    },
    mistakes: {
      name: 'Indique para qué es la clave, en 80 caracteres como máximo.',
      scopes: 'Elija qué permite.',
      expires: 'Indique un día futuro.',
      site: 'Solo los propietarios crean una clave que cambia todos los sitios; elija un sitio.',
    },
  },
};
