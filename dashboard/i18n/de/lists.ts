/** Words of the full lists, and of what can be taken away from a panel. */
import type { lists as like } from '../en/lists.ts';

export const lists: typeof like = {
  lists: {
    search: 'Suchen',
    orderBy: (column) => `Sortieren nach ${column}`,
    change: 'Veränderung',
    compared: (days) =>
      `Veränderung gegenüber ${days}. Eine Veränderung der Besucher mit ≈ davor liegt innerhalb ihrer Unsicherheit: Sie kann Zufall sein.`,
    byChange:
      'Geordnet wird nach dem Unterschied der Anzahlen, nicht der Prozente; Zeilen, die es vorher gab und jetzt nicht mehr, sind dabei. Besucher, deren Veränderung in ihrer Unsicherheit liegt, stehen in der Mitte.',
    noneLost: 'Keine Zeile hat mehr Besucher verloren, als ungewiss ist.',
    isNew: 'Neu',
    nothing: 'Keine Zeile enthält das.',
    shown: (first, last, total) => `${first} bis ${last} von ${total}`,
    pages: 'Seiten der Liste',
    previous: 'Zurück',
    next: 'Weiter',
  },
  take: {
    menu: (tab) => `Exportieren: ${tab}`,
    csv: 'Tabelle (CSV)',
    json: 'Antwort der API (JSON)',
    picture: 'Bild (PNG)',
    link: 'Link kopieren',
    done: 'Erledigt.',
    copied: 'Der Link ist kopiert.',
    failed: 'Das hat nicht funktioniert. Versuchen Sie es erneut.',
    noFilters: 'Keine Filter',
  },
  map: {
    title: 'Karte der Länder',
    summary: (most) => `Länder nach Farbe, dunkler bei mehr. Die meisten: ${most}. Die Zahlen stehen in der Tabelle.`,
    nothing: 'Kein Land ist bekannt.',
    atMost: (count) => `≤ ${count}`,
    range: 'Nur ein Bereich',
    none: 'Keine',
  },
};
