/** Words of the full lists, and of what can be taken away from a panel. */
import type { lists as like } from '../en/lists.ts';

export const lists: typeof like = {
  lists: {
    search: 'Buscar',
    orderBy: (column) => `Ordenar por ${column}`,
    change: 'Variación',
    compared: (days) =>
      `Variación respecto a ${days}. Una variación de visitantes precedida de ≈ está dentro de su incertidumbre: puede ser casual.`,
    byChange:
      'El orden sigue la diferencia en número, no en porcentaje; incluye las filas que antes estaban y han desaparecido. Los visitantes cuya variación está dentro de su incertidumbre quedan en el medio.',
    noneLost: 'Ninguna fila ha perdido visitantes más allá de su incertidumbre.',
    isNew: 'Nueva',
    nothing: 'Ninguna fila contiene este texto.',
    shown: (first, last, total) => `${first} a ${last} de ${total}`,
    pages: 'Páginas de la lista',
    previous: 'Anterior',
    next: 'Siguiente',
  },
  take: {
    menu: (tab) => `Exportar: ${tab}`,
    csv: 'Tabla (CSV)',
    json: 'Respuesta de la API (JSON)',
    picture: 'Imagen (PNG)',
    link: 'Copiar el enlace',
    done: 'Hecho.',
    copied: 'Se ha copiado el enlace.',
    failed: 'No ha funcionado. Vuelva a intentarlo.',
    noFilters: 'Sin filtros',
  },
  map: {
    title: 'Mapa de países',
    summary: (most) =>
      `Países por color: cuanto más oscuro, mayor es la cifra. Máximo: ${most}. Las cifras están en la tabla.`,
    nothing: 'No se conoce ningún país.',
    atMost: (count) => `≤ ${count}`,
    range: 'Solo un rango',
    none: 'Ninguno',
  },
};
