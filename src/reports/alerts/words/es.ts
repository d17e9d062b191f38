import type { AlertWords } from './en.ts';

export const es: AlertWords = {
  subjects: {
    spike: (site) => `${site}: muchas más visitas de lo habitual`,
    drop: (site) => `${site}: muchas menos visitas de lo habitual`,
    silence: (site) => `${site}: ya no hay visitas`,
    consent: (site) => `${site}: la tasa de consentimiento ha cambiado`,
  },
  hour: (when, now, usual) =>
    `${when}: ${now} visitas en una hora; lo habitual este día de la semana a esta hora son ${usual}.`,
  quiet: (when, usual) =>
    `Ninguna visita desde ${when}; lo habitual en este tiempo son ${usual}. ¿Sigue el código de medición en las páginas y pueden los visitantes llegar a este servidor?`,
  rate: (days, now, usual) =>
    `En los últimos ${days} días, el ${now} de quienes respondieron dio su consentimiento; antes, el ${usual}.`,
  causes: {
    'visit:source': (share, value) => `La mayor parte de la diferencia (${share}) viene de la fuente ${value}.`,
    'event:page': (share, value) => `La mayor parte de la diferencia (${share}) viene de la página ${value}.`,
    none: 'Ninguna fuente ni página explica por sí sola la mayor parte de la diferencia.',
  },
};
