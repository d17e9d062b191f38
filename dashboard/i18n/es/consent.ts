/** Words of the consent panel. */
import type { consent as like } from '../en/consent.ts';
import { plural } from './plural.ts';

export const consent: typeof like = {
  consent: {
    title: 'Consentimiento',
    rate: 'Tasa de consentimiento',
    rateTable: 'Tabla de la tasa de consentimiento',
    filtered: 'Las cifras están filtradas por consentimiento: no hay nada que comparar.',
    units: { visitors_daily_sum: 'Visitantes, una vez al día', visits: 'Visitas', pageviews: 'Páginas vistas' },
    ofUnits: {
      visitors_daily_sum: (granted, all) =>
        `${granted} de ${all} ${plural(all, 'visitante', 'visitantes')}, cada uno contado una vez al día`,
      visits: (granted, all) => `${granted} de ${all} ${plural(all, 'visita', 'visitas')}`,
      pageviews: (granted, all) => `${granted} de ${all} ${plural(all, 'página vista', 'páginas vistas')}`,
    },
    extremes: (low, lowWhen, high, highWhen) => `Mínimo: ${low} (${lowWhen}); máximo: ${high} (${highWhen}).`,
    tooFewForExtremes: 'Demasiado pocos visitantes para seguir la tasa en el tiempo.',
    notDrawn:
      'Para seguir la tasa en el tiempo, elija un periodo con al menos dos días terminados en los que vino alguien.',
  },
  answers: {
    title: 'Respuestas a la pregunta',
    ofAnswers: (accepted, answered) =>
      `de aceptación: ${accepted} de ${answered} ${plural(answered, 'respuesta', 'respuestas')}`,
    noAnswer: 'Nadie ha respondido todavía.',
    ofQuestions: (answered, asked, share) =>
      `Pregunta hecha ${asked} ${plural(asked, 'vez', 'veces')}, respondida ${answered} ${plural(answered, 'vez', 'veces')} (${share}). A quien no responde se le vuelve a preguntar en la página siguiente: son preguntas, no personas.`,
    moreAnswers: (answered, asked) =>
      `${answered} ${plural(answered, 'respuesta', 'respuestas')} a ${asked} ${plural(asked, 'pregunta notificada', 'preguntas notificadas')}: algunas herramientas de consentimiento no indican cuándo preguntan, y los visitantes pueden cambiar de opinión por su cuenta.`,
    asked: 'Preguntas',
    answered: 'Respuestas',
    outcomes: { accepted: 'Aceptadas', refused: 'Rechazadas', ignored: 'Sin responder', silent: 'Sin notificación' },
    withdrawn: 'Retiradas después',
    course: 'Aceptaciones entre las respuestas',
    table: 'Tabla de respuestas',
    tooFew: 'Demasiado pocas respuestas para seguir su proporción en el tiempo.',
    nothing:
      'En este periodo no se ha notificado ninguna solicitud de consentimiento. El banner de este servicio notifica por sí mismo sus preguntas y respuestas, igual que el adaptador de una herramienta de consentimiento.',
    unfiltered:
      'Estos contadores se refieren a todos los visitantes: nunca cruzan dos datos, por lo que no se les pueden aplicar filtros.',
    by: 'Respuestas por país, dispositivo, página y versión',
    tabs: {
      'visit:country': 'Países',
      'visit:device': 'Dispositivos',
      'event:page': 'Páginas',
      'consent:text': 'Textos',
      'consent:banner': 'Banners',
    },
    dimensions: {
      'visit:country': 'País',
      'visit:device': 'Dispositivo',
      'event:page': 'Página',
      'consent:text': 'Versión',
      'consent:banner': 'Versión',
    },
    otherPages: 'Otras páginas',
    hidden: (count) => `${count} más.`,
    few: (count) =>
      `Una proporción entre menos de ${count} ${plural(count, 'respuesta', 'respuestas')} diría poco y se omite.`,
  },
  bias: {
    title: 'Control del sesgo',
    usual:
      'Nada inusual: en fuente, dispositivo y páginas por visita, las visitas con consentimiento son como todas las visitas.',
    unusual: 'Los visitantes con consentimiento no son como los demás:',
    little: (granted, anonymous) =>
      `Faltan datos para saberlo: ${granted} ${plural(granted, 'visita', 'visitas')} con consentimiento y ${anonymous} sin él.`,
    consequence:
      'No lea las cifras de los visitantes con consentimiento como las de todos. Lo que corrige la estimación se indica en «¿Cómo se ha contado?».',
    more: (way, granted, all) =>
      `Las personas con consentimiento llegan ${way} con más frecuencia que el conjunto de los visitantes: ${granted} de las visitas frente a ${all}.`,
    less: (way, granted, all) =>
      `Las personas con consentimiento llegan ${way} con menos frecuencia que el conjunto de los visitantes: ${granted} de las visitas frente a ${all}.`,
    from: (source) => `desde ${source}`,
    directly: 'directamente',
    devices: {
      desktop: 'con un ordenador',
      mobile: 'con un móvil',
      tablet: 'con una tableta',
      other: 'con otros dispositivos',
    },
    morePages: (granted, all) =>
      `Las personas con consentimiento ven más páginas por visita que el conjunto de los visitantes: ${granted} frente a ${all}.`,
    fewerPages: (granted, all) =>
      `Las personas con consentimiento ven menos páginas por visita que el conjunto de los visitantes: ${granted} frente a ${all}.`,
    rule: ({ fewestVisits, fewestPoints, confidence, viewsPercent }) =>
      `La regla: con al menos ${fewestVisits} visitas en cada lado, se señala una fuente o un dispositivo cuando su proporción difiere en ${fewestPoints} puntos o más y no por azar (${confidence} %, contando personas y no visitas); las páginas por visita, cuando difieren en más del ${viewsPercent} %.`,
    show: 'Ver la comparación',
    shareOfVisits: 'Proporción de visitas',
    all: 'Todas',
    mark: 'difiere',
  },
};
