/** How live figures, funnels, retention and journeys are counted; loaded when it is asked for. */
import type { Counted } from '../en/counted.ts';

export const counted: Counted = {
  funnelVisit: {
    meaning:
      'Een bezoek zet de eerste stap met een gebeurtenis die eraan voldoet, en elke volgende stap met een latere gebeurtenis. Een gebeurtenis is hoogstens één stap; andere mogen ertussen liggen.',
    method:
      'Bezoeken met en zonder toestemming, exact geteld. Waar paginaweergaven zonder toestemming niet tot bezoeken worden samengevoegd, is van zulke bezoeken alleen de eerste pagina bekend: de cijfers van latere stappen zijn dan te laag.',
  },
  funnelDays: {
    meaning:
      'Alle gebeurtenissen van een bezoeker vormen een reeks. De stappen moeten in hun volgorde worden gezet, alle binnen het gekozen aantal dagen na de eerste; een bezoeker telt één keer.',
    method:
      'Alleen bezoekers met toestemming, want niemand anders wordt op een andere dag herkend. Hun aandeel in de bezoeken staat onder de trechter: de anderen kunnen zich anders gedragen.',
  },
  retention: {
    meaning:
      'Een bezoeker hoort bij de dag, week of maand waarin het identificatienummer voor het eerst werd geteld. Een cel zegt hoeveel van hen later een bezoek brachten; aandelen zijn van de eerste cel.',
    method:
      'Alleen bezoekers met toestemming. Wie het identificatienummer wist of de toestemming intrekt, ontbreekt vanaf dan: retentie is een ondergrens, lager naarmate de periode langer is.',
  },
  journeys: {
    meaning:
      'De pagina’s van een bezoek in hun volgorde; dezelfde pagina meermaals na elkaar is er één. Elke keer dat de pagina werd gezien is één pad, en de aandelen van alle paden zijn samen 100.',
    method:
      'Bezoeken met en zonder toestemming, exact geteld. Bezoeken waarvan alleen de eerste pagina bekend is, zijn weggelaten, want het einde ervan is niet bekend.',
  },
  live: {
    meaning:
      'Wie in de laatste 5 of 30 minuten een paginaweergave, een gebeurtenis of een teken van lezen stuurde: afzonderlijke bezoekers met toestemming, en afzonderlijke anonieme bezoekers van de dag.',
    method:
      'Exact geteld. Paginaweergaven die aan niemand worden toegeschreven, staan bij de paginaweergaven en in geen enkel aantal bezoekers.',
  },
};
