/** How live figures, funnels, retention and journeys are counted; loaded when it is asked for. */
import type { Counted } from '../en/counted.ts';

export const counted: Counted = {
  funnelVisit: {
    meaning:
      'Ein Besuch geht den ersten Schritt mit einem Ereignis, das ihn erfüllt, und jeden weiteren mit einem späteren Ereignis. Ein Ereignis ist höchstens ein Schritt; andere dürfen dazwischen liegen.',
    method:
      'Besuche mit und ohne Einwilligung, genau gezählt. Wo Seitenaufrufe ohne Einwilligung keinem Besuch zugeordnet werden, ist von solchen Besuchen nur die erste Seite bekannt: Spätere Schritte sind dann zu niedrig.',
  },
  funnelDays: {
    meaning:
      'Alle Ereignisse eines Besuchers bilden eine Reihe. Die Schritte müssen in ihrer Reihenfolge gegangen werden, keiner später als die gewählten Tage nach dem ersten; ein Besucher zählt einmal.',
    method:
      'Nur Besucher mit Einwilligung, denn niemand sonst wird an einem anderen Tag wiedererkannt. Ihr Anteil an den Besuchen steht unter dem Trichter: Die anderen können sich anders verhalten.',
  },
  retention: {
    meaning:
      'Ein Besucher gehört zu dem Tag, der Woche oder dem Monat, in dem seine Kennung zum ersten Mal gezählt wurde. Eine Zelle sagt, wie viele von ihnen später einen Besuch hatten; Anteile beziehen sich auf die erste Zelle.',
    method:
      'Nur Besucher mit Einwilligung. Wer die Kennung löscht oder widerruft, fehlt von da an: Die Wiederkehr ist eine untere Grenze, umso niedriger, je länger der Zeitraum ist.',
  },
  journeys: {
    meaning:
      'Die Seiten eines Besuchs in ihrer Reihenfolge; dieselbe Seite mehrmals hintereinander ist eine. Jedes Mal, dass die Seite gesehen wurde, ist ein Weg, und die Anteile aller Wege ergeben zusammen 100.',
    method:
      'Besuche mit und ohne Einwilligung, genau gezählt. Besuche, von denen nur die erste Seite bekannt ist, fehlen, denn ihr Ende ist nicht bekannt.',
  },
  live: {
    meaning:
      'Wer in den letzten 5 oder 30 Minuten einen Seitenaufruf, ein Ereignis oder ein Zeichen des Lesens gesendet hat: verschiedene Besucher mit Einwilligung und verschiedene anonyme Besucher des Tages.',
    method:
      'Genau gezählt. Seitenaufrufe, die niemandem zugeordnet werden, stehen bei den Seitenaufrufen und in keiner Zahl von Besuchern.',
  },
};
