import type { ReportWords } from './en.ts';

export const es: ReportWords = {
  subject: (site, days) => `${site}: ${days}`,
  lead: (site, days, before) => `La audiencia de ${site}, ${days}, comparada con ${before}.`,
  metrics: { visitors: 'Visitantes únicos', visits: 'Visitas', pageviews: 'Páginas vistas' },
  columns: { figure: 'Cifra', now: 'Ahora', before: 'Antes', change: 'Variación' },
  between: (low, high) => `Entre ${low} y ${high} personas`,
  estimated: (low, high) => `Entre ${low} y ${high} personas (intervalo del 95\u00a0% de una estimación)`,
  verdicts: {
    larger: 'La variación de visitantes es mayor que su incertidumbre.',
    within: 'La variación de visitantes está dentro de la incertidumbre.',
    unknown: 'No se puede saber si el número de personas ha aumentado o disminuido.',
  },
  pages: 'Páginas más vistas',
  sources: 'Fuentes',
  direct: 'Directo o sin fuente',
  none: 'Ninguna visita en este periodo.',
  open: 'Abrir el panel',
  rounded: (step) => `Las cifras están redondeadas a múltiplos de ${step}.`,
  small: (least) =>
    `Menos de ${least} visitantes se muestran como «< ${least}», al igual que otras cifras con las que se podrían deducir.`,
  why: (host) => `Ha pedido este correo en ${host}.`,
  stop: 'Dejar de recibir estos correos',
};
