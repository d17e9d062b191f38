/** Words of the full lists, and of what can be taken away from a panel. */
import type { lists as like } from '../en/lists.ts';

export const lists: typeof like = {
  lists: {
    search: 'Zoeken',
    orderBy: (column) => `Sorteren op ${column}`,
    change: 'Verandering',
    compared: (days) =>
      `Verandering ten opzichte van ${days}. Een verandering van bezoekers met ≈ ervoor ligt binnen de onzekerheid: die kan toeval zijn.`,
    byChange:
      'De volgorde volgt het verschil in aantal, niet in procenten; rijen die er eerder waren en nu niet meer, staan erbij. Bezoekers van wie de verandering binnen de onzekerheid valt, staan in het midden.',
    noneLost: 'Geen enkele rij heeft meer bezoekers verloren dan de onzekerheid.',
    isNew: 'Nieuw',
    nothing: 'Geen rij bevat dit.',
    shown: (first, last, total) => `${first} tot en met ${last} van ${total}`,
    pages: 'Pagina’s van de lijst',
    previous: 'Vorige',
    next: 'Volgende',
  },
  take: {
    menu: (tab) => `Exporteren: ${tab}`,
    csv: 'Tabel (CSV)',
    json: 'Antwoord van de API (JSON)',
    picture: 'Afbeelding (PNG)',
    link: 'Link kopiëren',
    done: 'Klaar.',
    copied: 'De link is gekopieerd.',
    failed: 'Dat is niet gelukt. Probeer het opnieuw.',
    noFilters: 'Geen filters',
  },
  map: {
    title: 'Kaart van landen',
    summary: (most) => `Landen naar kleur, donkerder bij meer. De meeste: ${most}. De cijfers staan in de tabel.`,
    nothing: 'Er is geen land bekend.',
    atMost: (count) => `≤ ${count}`,
    range: 'Alleen een bandbreedte',
    none: 'Geen',
  },
};
