/** How live figures, funnels, retention and journeys are counted; loaded when it is asked for. */
import type { Counted } from '../en/counted.ts';

export const counted: Counted = {
  funnelVisit: {
    meaning:
      'Una visita da el primer paso con un evento que lo cumple, y cada paso siguiente con un evento posterior. Un evento es un paso como máximo; puede haber otros en medio.',
    method:
      'Visitas con y sin consentimiento, contadas con exactitud. Donde las páginas vistas sin consentimiento no se unen en visitas, de estas solo se conoce la primera página: las cifras de los pasos siguientes son entonces demasiado bajas.',
  },
  funnelDays: {
    meaning:
      'Todos los eventos de un visitante forman una serie. Los pasos deben darse en su orden, todos dentro de los días elegidos a partir del primero; un visitante cuenta una vez.',
    method:
      'Solo visitantes con consentimiento, pues a nadie más se le reconoce otro día. Su proporción de las visitas figura debajo del embudo: los demás pueden comportarse de otro modo.',
  },
  retention: {
    meaning:
      'Un visitante pertenece al día, la semana o el mes en que su identificador se contó por primera vez. Una celda dice cuántos de ellos hicieron una visita más tarde; las proporciones se refieren a la primera celda.',
    method:
      'Solo visitantes con consentimiento. Quien borra el identificador o retira el consentimiento deja de contarse desde entonces: la retención es un límite inferior, tanto más bajo cuanto más largo es el periodo.',
  },
  journeys: {
    meaning:
      'Las páginas de una visita en su orden; la misma página varias veces seguidas es una sola. Cada vez que se vio la página es un recorrido, y las proporciones de todos los recorridos suman 100.',
    method:
      'Visitas con y sin consentimiento, contadas con exactitud. Se dejan fuera las visitas de las que solo se conoce la primera página, pues no se conoce su final.',
  },
  live: {
    meaning:
      'Quienes enviaron una página vista, un evento o una señal de lectura en los últimos 5 o 30 minutos: visitantes distintos con consentimiento, y visitantes anónimos distintos del día.',
    method:
      'Contado con exactitud. Las páginas vistas que no se atribuyen a nadie están en las páginas vistas, y en ninguna cifra de visitantes.',
  },
};
