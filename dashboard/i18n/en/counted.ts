/** How live figures, funnels, retention and journeys are counted; loaded when it is asked for. */

export const counted = {
  funnelVisit: {
    meaning:
      'A visit takes the first step with an event that fulfils it, and each further step with a later event. One event is one step at most; others may come between.',
    method:
      'Visits with and without consent, counted exactly. Where pageviews without consent are not joined to visits, only the first page of such a visit is known: later steps are then too low.',
  },
  funnelDays: {
    meaning:
      'All events of a visitor stand in a row. The steps have to be taken in their order, none later than the chosen days after the first; a visitor counts once.',
    method:
      'Visitors with consent only, since nobody else is known again on another day. How many of the visits are theirs stands below the funnel: the others may behave otherwise.',
  },
  retention: {
    meaning:
      'A visitor belongs to the day, week or month in which the identifier was first counted. A cell holds how many of them had a visit in a later one; shares are of the first cell.',
    method:
      'Visitors with consent only. Who clears the identifier or withdraws is missing from then on: retention is a lower bound, the lower the longer the period.',
  },
  journeys: {
    meaning:
      'The pages of a visit in their order; the same page several times in a row is one. Each time that the page was seen is one journey, and shares of all journeys add up to 100.',
    method:
      'Visits with and without consent, counted exactly. Visits of which only the first page is known are left out, since their end is not known.',
  },
  live: {
    meaning:
      'Who sent a pageview, an event or a sign of reading in the last 5 or 30 minutes: distinct visitors with consent, and distinct anonymous visitors of the day.',
    method:
      'Counted exactly. Pageviews that are told apart from nobody are in the pageviews, and in no figure of visitors.',
  },
};

export type Counted = typeof counted;
