/** How live figures, funnels, retention and journeys are counted; loaded when it is asked for. */
import type { Counted } from '../en/counted.ts';

export const counted: Counted = {
  funnelVisit: {
    meaning:
      'Una visita compie il primo passo con un evento che lo soddisfa, e ogni passo seguente con un evento successivo. Un evento vale al massimo un passo; altri possono stare in mezzo.',
    method:
      'Visite con e senza consenso, contate esattamente. Dove le pagine viste senza consenso non sono riunite in visite, di queste si conosce solo la prima pagina: i numeri dei passi seguenti risultano allora troppo bassi.',
  },
  funnelDays: {
    meaning:
      'Tutti gli eventi di un visitatore formano una serie. I passi vanno compiuti nel loro ordine, tutti entro i giorni scelti a partire dal primo; un visitatore conta una volta.',
    method:
      'Solo visitatori con consenso, perché nessun altro viene riconosciuto in un altro giorno. La loro quota delle visite è indicata sotto il funnel: gli altri possono comportarsi diversamente.',
  },
  retention: {
    meaning:
      'Un visitatore appartiene al giorno, alla settimana o al mese in cui il suo identificatore è stato contato per la prima volta. Una cella dice quanti di loro hanno fatto una visita più tardi; le quote si riferiscono alla prima cella.',
    method:
      'Solo visitatori con consenso. Chi cancella l’identificatore o revoca il consenso da allora non è più contato: la fidelizzazione è un limite inferiore, tanto più basso quanto più lungo è il periodo.',
  },
  journeys: {
    meaning:
      'Le pagine di una visita nel loro ordine; la stessa pagina più volte di seguito è una sola. Ogni volta che la pagina è stata vista è un percorso, e le quote di tutti i percorsi danno in totale 100.',
    method:
      'Visite con e senza consenso, contate esattamente. Le visite di cui si conosce solo la prima pagina sono escluse, perché la loro fine non è nota.',
  },
  live: {
    meaning:
      'Chi ha inviato una pagina vista, un evento o un segno di lettura negli ultimi 5 o 30 minuti: visitatori distinti con consenso, e visitatori anonimi distinti del giorno.',
    method:
      'Contato esattamente. Le pagine viste che non si attribuiscono a nessuno sono nelle pagine viste, e in nessun numero di visitatori.',
  },
};
