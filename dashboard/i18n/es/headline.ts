/** Words of the headline figures, and how they were counted. */
import type { headline as like } from '../en/headline.ts';
import { plural } from './plural.ts';

export const headline: typeof like = {
  metrics: {
    visitors: 'Visitantes únicos',
    visits: 'Visitas',
    pageviews: 'Páginas vistas',
    views_per_visit: 'Páginas por visita',
    bounce_rate: 'Tasa de rebote',
    visit_duration: 'Duración de la visita',
    conversion_rate: 'Tasa de conversión',
  },
  split: {
    granted: (count) => `${count} con consentimiento`,
    anonymous: (count) => `${count} ${plural(count, 'anónimo', 'anónimos')}`,
    erased: (count) => `${count} ${plural(count, 'borrado', 'borrados')}`,
    estimated: (count) => plural(count, `alrededor de ${count} más, estimado`, `alrededor de ${count} más, estimados`),
    most: (count) => `como máximo ${count}, garantizado`,
  },
  visitors: {
    between: (low, high) => `Entre ${low} y ${high} personas`,
    estimated: (low, high) => `Entre ${low} y ${high} personas (intervalo del 95 % de una estimación)`,
    ofThem: (measured, count, share) =>
      `; de ellas, ${measured}${share === null ? '' : ` (${share})`} ${plural(count, 'medida', 'medidas')} con consentimiento.`,
    exact: 'Se ha distinguido a cada visitante: esta cifra es exacta.',
    ofConsent: 'Solo visitantes con consentimiento, y exacta para ellos; los demás no están en esta cifra.',
    long: 'Los dos extremos están garantizados. Un mes de este periodo se puede estimar, y esa estimación puede superar lo garantizado para el conjunto.',
  },
  change: {
    interval: (low, high) => ` (intervalo del 95 %: de ${low} a ${high})`,
    before: {
      previous_period: (days) => `Periodo anterior (${days}): `,
      year_over_year: (days) => `Mismo periodo del año anterior (${days}): `,
      custom: (days) => `Comparado con ${days}: `,
    },
    verdicts: {
      nobody: 'entonces no se contó a nadie.',
      exact: 'las dos cifras son exactas.',
      larger: 'una diferencia mayor que su incertidumbre.',
      within: 'una diferencia dentro de la incertidumbre.',
      unknown: 'no se puede saber si el número de personas ha aumentado o disminuido.',
      more: 'ahora hay más personas, con seguridad.',
      fewer: 'ahora hay menos personas, con seguridad.',
    },
    show: 'Mostrar en el gráfico',
    running: 'El día de hoy no ha terminado.',
    since: {
      previous_period: 'respecto al periodo anterior',
      year_over_year: 'respecto al mismo periodo del año anterior',
      custom: 'respecto a las otras fechas',
    },
    lengths: (now, before) => `Atención a la duración: ${now} días ahora, ${before} entonces.`,
    points: (amount) => `${amount} p. p.`,
  },
  method: {
    title: '¿Cómo se ha contado?',
    visitor: '¿Qué es un visitante?',
    definition:
      'Los visitantes con consentimiento llevan un número aleatorio y se reconocen todos los días. Los demás no llevan nada: se distinguen, como mucho, dentro de un mismo día, y no es posible unir dos de sus días.',
    instrument:
      'Una persona es un navegador tal como lo ve el servidor: las personas que comparten red y versión de navegador pueden contar como una; una persona con dos dispositivos cuenta como dos.',
    cases: {
      met: 'A lo largo de varios días, para los visitantes sin consentimiento solo es seguro un rango. Aquí sus dos extremos coinciden: el número mínimo y el máximo de personas que explican lo observado es el mismo.',
      consented:
        'Todos los visitantes de este periodo habían dado su consentimiento, así que cada uno se cuenta una sola vez en todo el periodo.',
      'single-day':
        'En un solo día, los visitantes sin consentimiento se distinguen con una clave que solo existe ese día. Los visitantes con consentimiento se distinguen por su identificador. No se estima nada.',
      'date-flag':
        'El dispositivo de un visitante sin consentimiento guarda la fecha de la última visita y nada más, e indica si esta es la primera visita del día, de la semana o del mes. Al sumar las primeras visitas se cuenta cada dispositivo una vez, sin reconocer ninguno.',
      'broken-day':
        'El servicio se reinició durante este día, por lo que un visitante sin consentimiento puede haberse contado antes y después. Los visitantes con consentimiento pasaron por el mismo reinicio y se reconocen después: la frecuencia con que se cuentan dos veces indica cuánto hay que reducir el recuento de los demás.',
      overlap:
        'Los visitantes con consentimiento se cuentan con exactitud. De los demás solo se conoce cada día y cuántos habían venido también la víspera. La frecuencia con que las personas vuelven se toma de los visitantes con consentimiento, corregida hasta que la coincidencia de días que predice sea la observada: quienes vienen a menudo pueden dar su consentimiento con más o menos frecuencia que los demás.',
      strata:
        'Los visitantes con consentimiento se cuentan con exactitud. De los demás solo se conoce cada día. La frecuencia con que las personas vuelven se toma de los visitantes con consentimiento, por separado según el dispositivo y según si llegaron directamente.',
      'visit-ratio':
        'Con la configuración de este sitio, los visitantes sin consentimiento no se distinguen; solo se cuentan sus visitas. El número de visitas por persona se toma de los visitantes con consentimiento.',
      'few-repeaters':
        'Los visitantes sin consentimiento no se pueden reconocer otro día. Una estimación requiere al menos 40 visitantes con consentimiento que hayan venido dos días o más; hay menos, así que solo se muestra un rango.',
      'long-window':
        'Los visitantes sin consentimiento no se pueden reconocer otro día. La estimación está probada hasta 92 días; en un periodo más largo solo se muestra un rango.',
      'part-of-day':
        'El periodo empieza o termina a mitad de un día. La estimación se basa en días completos, así que solo se muestra un rango.',
      'broken-day-unestimated':
        'El servicio se reinició durante el día. Un visitante sin consentimiento puede haberse contado antes y después, y vinieron demasiado pocos visitantes con consentimiento para saber con qué frecuencia: solo un rango es seguro.',
      uncounted:
        'Algunas páginas vistas se contaron sin distinguir personas. Cada una puede ser de una persona nueva o de la misma otra vez, así que solo un rango es seguro.',
      'few-in-filter':
        'Una estimación con estos filtros requiere al menos 30 visitantes con consentimiento que los cumplan; hay menos, así que solo se muestra un rango.',
      'events-unseen':
        'Con la configuración de este sitio, las visitas sin consentimiento no se pueden seguir de página en página. Con un filtro de páginas no hay estimación, solo un rango.',
    },
    consentBias:
      'El intervalo no cubre el sesgo de consentimiento: si las personas que dan su consentimiento vuelven más o menos a menudo que las demás, la estimación se desvía más de lo que indica.',
    filtered: 'Dentro de un filtro se sabe menos de quién ha vuelto, por lo que el rango es más amplio.',
    low: 'La cifra inferior es el mínimo de personas que explica lo observado; la superior, el máximo. Ambas son seguras.',
    inputsTitle: 'En qué se basa',
    guaranteed: 'Garantizado solo por el recuento, sin ninguna estimación',
    others: {
      more: (sum, share) => `Otras herramientas suman los días y mostrarían ${sum} visitantes: un ${share} de más.`,
      atLeast: (sum, share) =>
        `Otras herramientas suman los días y mostrarían ${sum} visitantes: al menos un ${share} de más.`,
      same: (sum) =>
        `Otras herramientas suman los días y mostrarían ${sum} visitantes; aquí eso puede incluso ser correcto, pero no podrían saberlo.`,
    },
    docs: 'Todo el método, con sus límites (en inglés)',
    inputs: {
      days: 'Días del periodo',
      measured: 'Visitantes con consentimiento',
      anonymousDays: 'Visitantes anónimos, sumados día a día',
      overlap: 'de ellos, vistos también la víspera',
      switchers: 'dieron su consentimiento tras un día anónimo',
      unseenVisits: 'Visitas no distinguidas',
      uncountedPageviews: 'Páginas vistas no distinguidas',
      brokenDays: 'Días con un reinicio',
      repeaters: 'Visitantes con consentimiento que vinieron 2 días o más',
      flaggedDevices: 'Dispositivos que guardan la fecha de su última visita',
      ratio: 'Estimación por simple proporción (E1)',
      stratified: 'Estimación por dispositivo y forma de llegar (E2)',
      calibrated: 'Estimación corregida por la coincidencia de días (E3)',
      gamma:
        'Corrección por el consentimiento de los visitantes habituales (por encima de 0: lo dan con menos frecuencia)',
      standardError: 'Error estándar de la estimación',
      switched: 'Contados con y sin consentimiento, descontados una vez',
      churnRate: 'Identificadores perdidos de un día a otro',
      measuredAfterChurn: 'Visitantes con consentimiento, reunidos los identificadores perdidos',
    },
  },
  disclosure: {
    rounded: (step) => `Las cifras están redondeadas a múltiplos de ${step}.`,
    small: (least) =>
      `Menos de ${least} visitantes se muestran como «< ${least}», al igual que otras cifras con las que se podrían deducir.`,
    exact: 'Se ha distinguido a cada visitante; la cifra está redondeada.',
    ofConsent: 'Solo visitantes con consentimiento; la cifra está redondeada.',
    bothExact: 'las dos cifras están redondeadas.',
    leftOut: (least) => `Se omiten las filas de menos de ${least} visitantes, y las que permitirían deducirlas.`,
    hidden: 'Oculto, para que no se pueda reconocer a nadie.',
    restricted: 'Solo visitantes con consentimiento, como pide el perfil de este sitio.',
  },
};
