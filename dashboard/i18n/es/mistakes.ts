/** What can be wrong with a site's settings, by the server's codes. */
import type { mistakes as like } from '../en/mistakes.ts';

export const mistakes: typeof like = {
  mistakes: {
    'one-of': ({ values }) => `Elija uno de estos: ${values}.`,
    'time-zone': () => 'Indique una zona horaria como Europe/Paris.',
    'click-identifier': ({ name }) => `${name} identifica el clic de una persona; nunca se guarda.`,
    'no-campaigns': () =>
      'En el perfil exento de consentimiento no se guardan campañas, así que los parámetros utm_ no pueden formar parte de una página.',
    'highest-level': ({ country, level }) =>
      country === ''
        ? `Sin un país cuya ley se aplique, el nivel más alto es: ${level}.`
        : `Según la ley de este país (${country}), el nivel más alto es: ${level}.`,
    country: () => 'Elija un país, o ninguno.',
    'on-off': () => 'Elija sí o no.',
    'no-date': ({ country }) =>
      country === ''
        ? 'Sin un país cuya ley se aplique, el dispositivo no puede guardar una fecha antes del consentimiento; déjelo desactivado.'
        : `Según la ley de este país (${country}), el dispositivo no puede guardar una fecha antes del consentimiento; déjelo desactivado.`,
    months: ({ most }) => `Escriba un número entero de meses, de 1 a ${most}.`,
    'unknown-features': ({ names }) => `No existe esta función: ${names}.`,
    'host-entry': ({ entry }) => `La entrada ${entry} no es un nombre de host como www.example.org.`,
    'parameter-entry': ({ entry }) => `La entrada ${entry} no es un nombre de parámetro como q.`,
    'too-many-entries': ({ most, given }) => `Como máximo ${most} entradas; hay ${given}.`,
    'excluded-address': ({ entry, text }) =>
      `La entrada ${entry} (${text}) no es una dirección ni un rango como 192.0.2.0/24 o 2001:db8::/32.`,
    'excluded-country': ({ entry, text }) => `La entrada ${entry} (${text}) no es un país.`,
    'excluded-path': ({ entry, text, longest, wildcards }) =>
      `La entrada ${entry} (${text}) no es una ruta que empiece por / o *, como /admin/**, de como máximo ${longest} caracteres y ${wildcards} comodines.`,
    'excluded-host': ({ entry, text }) =>
      `La entrada ${entry} (${text}) no es un host como staging.example.org, o *.example.org para los subdominios.`,
    'too-long': ({ longest }) => `Escriba como máximo ${longest} caracteres.`,
    contact: () => 'Indique un correo electrónico, o la dirección de una página que empiece por https://.',
    date: () => 'Elija un día, o déjelo vacío.',
    days: ({ most }) => `Escriba un número entero de días, de 0 a ${most}.`,
    'small-cells': ({ most }) => `Escriba un número entero de 2 a ${most}.`,
  },
};
