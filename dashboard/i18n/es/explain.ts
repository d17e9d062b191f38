/** Words by which any figure is explained. */
import type { explain as like } from '../en/explain.ts';

export const explain: typeof like = {
  explain: {
    title: (name) => `Explicar esta cifra: ${name}`,
    names: {
      visitors_low: 'Visitantes, límite inferior',
      visitors_high: 'Visitantes, límite superior',
      visitors_measured: 'Visitantes con consentimiento',
      visitors_daily_sum: 'Visitantes, suma de los días',
      events: 'Eventos',
      scroll_depth: 'Profundidad de desplazamiento',
      time_on_page: 'Tiempo en la página',
      percentage: 'Proporción de los visitantes',
      group_conversion_rate: 'Tasa de conversión de la fila',
      total_revenue: 'Ingresos',
      average_revenue: 'Ingreso medio',
    },
    definitions: {
      visitors:
        'Cuántas personas distintas vinieron: contadas donde se puede distinguir a todas; si no, estimadas; ningún número donde no es posible ni lo uno ni lo otro.',
      visitors_low:
        'Límite inferior del intervalo del 95\u00a0% de una estimación; sin estimación, el mínimo de personas que permite lo observado.',
      visitors_high:
        'Límite superior del intervalo del 95\u00a0% de una estimación; sin estimación, el máximo de personas que permite lo observado.',
      visitors_measured:
        'Visitantes distintos con consentimiento para estadísticas; cifra exacta en cualquier periodo.',
      visitors_daily_sum:
        'La suma de los visitantes únicos de cada día, tal como la muestran otras herramientas; cuenta a una persona una vez por día.',
      visits:
        'Visitas que empezaron en el periodo: eventos de un visitante sin pausas de más de 30 minutos, durante 12 horas como máximo.',
      pageviews: 'Páginas mostradas.',
      views_per_visit: 'Páginas vistas divididas entre las visitas.',
      bounce_rate: 'Porcentaje de visitas con una sola página vista y ningún evento personalizado.',
      visit_duration:
        'Tiempo medio entre el primer evento de una visita y el último, en segundos; se omiten las visitas de duración desconocida.',
      events: 'Páginas vistas y eventos personalizados.',
      scroll_depth:
        'Hasta dónde se recorrió una página en una visita, en porcentaje de ella: la media de los puntos más bajos.',
      time_on_page: 'Tiempo medio durante el que una página estuvo visible en una visita, en segundos.',
      percentage: 'Visitantes de la fila, en porcentaje de los visitantes de la misma consulta sin dimensiones.',
      conversion_rate:
        'Visitantes de la fila que cumplen un objetivo, en porcentaje de todos los visitantes que admiten los demás filtros.',
      group_conversion_rate:
        'Visitantes de la fila que cumplen un objetivo, en porcentaje de los visitantes de la fila con o sin él.',
      total_revenue: 'Ingresos de los eventos personalizados, sumados; ningún número cuando están en varias monedas.',
      average_revenue:
        'Ingreso medio de los eventos personalizados que los tienen; ningún número cuando están en varias monedas.',
    },
    definition: 'Qué significa',
    /** Beside the definition, where one might hold the two against each other. */
    hints: {
      notFound:
        'Direcciones del sitio que no llevaron a ninguna página (error 404), tal como las comunicó la página «no encontrada».',
      page: 'En una página cuenta quien hizo algo en ella: verla o provocar un evento, como una compra. Un objetivo que es una página cuenta a quien la vio, de modo que ambas cifras pueden diferir.',
      goal: 'Un objetivo que es una página cuenta a quien la vio. La lista de páginas cuenta a quien hizo algo en ella, también un evento como una compra, de modo que ambas cifras pueden diferir.',
    },
    asked: 'Qué se ha consultado',
    site: 'Sitio',
    period: 'Periodo',
    filters: 'Filtros',
    noFilters: 'ninguno',
    row: 'Fila',
    method: 'Cómo se ha contado',
    methods: {
      exact:
        'Contado, no estimado: todo lo que se registró en el periodo y cumple los filtros, con o sin consentimiento.',
      ratio: 'Un cociente de recuentos, redondeado una sola vez. No se estima nada.',
      people:
        'Un cociente de números de visitantes. Si estos son estimaciones, también lo es esta cifra, y no se calcula su propia incertidumbre; si solo se conocen sus límites, no hay cifra.',
      measured: 'Contado con exactitud mediante los identificadores de los visitantes que dieron su consentimiento.',
    },
    kind: { exact: 'Exacto', estimate: 'Estimación', bounds: 'Rango', ratio: 'Cociente' },
    ofWhole:
      'El método y los datos de partida son los de todo el periodo; la fila es una parte de él, contada del mismo modo.',
    noVisits:
      'Con la configuración de este sitio, las páginas vistas sin consentimiento no pertenecen a ninguna visita: solo se incluyen las visitas con consentimiento.',
    unknown: 'No hay cifra: aquí no se puede saber, o no hay nada con que calcularla.',
    madeOf: 'De qué se compone',
    time: 'Tiempo de respuesta',
    took: (page) => `${page}\u00a0ms, medidos en esta página`,
    tookServer: (page, server) => `${page}\u00a0ms medidos en esta página, de ellos ${server}\u00a0ms en el servidor`,
    share: 'Enlace a esta explicación',
    save: 'Descargar como CSV',
    copy: 'Copiar',
    copyWhat: (what) => `Copiar: ${what}`,
    copied: 'Copiado',
    copyYourself: 'Aquí no se ha podido copiar: el texto está seleccionado, cópielo manualmente.',
    call: 'Lo mismo mediante la API',
    callIntro: 'Ponga una clave de API en lugar de $PASSANT_KEY; `passant key issue` crea una.',
    body: 'Solo la consulta (JSON)',
  },
};
