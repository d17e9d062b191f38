/** How live figures, funnels, retention and journeys are counted; loaded when it is asked for. */
import type { Counted } from '../en/counted.ts';

export const counted: Counted = {
  funnelVisit: {
    meaning:
      'Une visite franchit la première étape par un événement qui la remplit, et chaque étape suivante par un événement ultérieur. Un événement vaut une étape au plus ; d’autres peuvent s’intercaler.',
    method:
      'Visites avec et sans consentement, comptées exactement. Là où les pages vues sans consentement ne sont pas réunies en visites, on ne connaît que la première page de ces visites : les étapes suivantes sont alors trop basses.',
  },
  funnelDays: {
    meaning:
      'Tous les événements d’un visiteur forment une suite. Les étapes doivent être franchies dans leur ordre, toutes dans les jours choisis après la première ; un visiteur compte une fois.',
    method:
      'Visiteurs avec consentement seulement : personne d’autre n’est reconnu un autre jour. Leur part des visites est indiquée sous l’entonnoir ; les autres peuvent se comporter autrement.',
  },
  retention: {
    meaning:
      'Un visiteur appartient au jour, à la semaine ou au mois où son identifiant a été compté pour la première fois. Une cellule dit combien d’entre eux ont fait une visite plus tard ; les parts se rapportent à la première cellule.',
    method:
      'Visiteurs avec consentement seulement. Qui efface son identifiant ou retire son accord manque dès lors : la rétention est une borne basse, d’autant plus basse que la période est longue.',
  },
  journeys: {
    meaning:
      'Les pages d’une visite dans leur ordre ; la même page plusieurs fois de suite n’en fait qu’une. Chaque passage par la page est un parcours, et les parts de tous les parcours font 100 au total.',
    method:
      'Visites avec et sans consentement, comptées exactement. Les visites dont on ne connaît que la première page sont laissées de côté, car leur fin est inconnue.',
  },
  live: {
    meaning:
      'Qui a envoyé une page vue, un événement ou un signe de lecture dans les 5 ou 30 dernières minutes : visiteurs distincts avec consentement, et visiteurs anonymes distincts du jour.',
    method:
      'Compté exactement. Les pages vues qui ne se rattachent à personne sont dans les pages vues, et dans aucun nombre de visiteurs.',
  },
};
