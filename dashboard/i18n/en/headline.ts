/** Words of the headline figures, and how they were counted. */
import type { MethodCase } from '../../api/method.ts';
import { plural } from './plural.ts';

export const headline = {
  metrics: {
    visitors: 'Unique visitors',
    visits: 'Visits',
    pageviews: 'Pageviews',
    views_per_visit: 'Views per visit',
    bounce_rate: 'Bounce rate',
    visit_duration: 'Visit duration',
    conversion_rate: 'Conversion rate',
  },
  split: {
    granted: (count: string) => `${count} with consent`,
    anonymous: (count: string) => `${count} anonymous`,
    erased: (count: string) => `${count} erased`,
    estimated: (count: string) => `about ${count} ${plural(count, 'other', 'others')}, estimated`,
    most: (count: string) => `at most ${count}, guaranteed`,
  },
  visitors: {
    between: (low: string, high: string) => `Between ${low} and ${high} people`,
    estimated: (low: string, high: string) => `Between ${low} and ${high} people (95% interval of an estimate)`,
    ofThem: (measured: string, count: number, share: string | null) =>
      `; ${measured} of them${share === null ? '' : ` (${share})`} ${plural(count, 'is', 'are')} measured with consent.`,
    exact: 'Every visitor was told apart: this number is exact.',
    ofConsent: 'Of visitors with consent alone, and exact for them; the others are not in this number.',
    long: 'Both ends are guaranteed. A month in it can be estimated, and that estimate may be higher than what is guaranteed for the whole.',
  },
  change: {
    interval: (low: string, high: string) => ` (95% interval: ${low} to ${high})`,
    before: {
      previous_period: (days: string) => `Previous period (${days}): `,
      year_over_year: (days: string) => `Same period last year (${days}): `,
      custom: (days: string) => `Compared with ${days}: `,
    },
    verdicts: {
      nobody: 'nobody was counted then.',
      exact: 'both numbers are exact.',
      larger: 'larger than its uncertainty.',
      within: 'within the uncertainty.',
      unknown: 'whether people became more or fewer cannot be told.',
      more: 'more people now, for certain.',
      fewer: 'fewer people now, for certain.',
    },
    show: 'Show in the chart',
    running: 'Today is not over yet.',
    since: {
      previous_period: 'since the previous period',
      year_over_year: 'since the same period last year',
      custom: 'compared with the other dates',
    },
    lengths: (now: string, before: string) => `Mind the lengths: ${now} days now, ${before} then.`,
    points: (amount: string) => `${amount} pts`,
  },
  method: {
    title: 'How was this counted?',
    visitor: 'What is a visitor?',
    definition:
      'Visitors with consent carry a random number and are recognised on every day. The others carry nothing: they are told apart within one day at most, and two days of theirs cannot be joined.',
    instrument:
      'A person is a browser as the server sees it: people who share a network and a browser version can count as one; one person with two devices counts as two.',
    cases: {
      met: 'Over several days only a range is certain where visitors gave no consent. Here its two ends meet: the fewest and the most people who can explain what was seen are the same number.',
      consented: 'Every visitor of this period had given consent, so each is counted once over all of it.',
      'single-day':
        'Over a single day, visitors without consent are told apart by a key that exists for that day only. Visitors with consent are told apart by their identifier. Nothing is estimated.',
      'date-flag':
        'The device of a visitor without consent keeps the date of the last visit and nothing else, and says whether this is the first visit of the day, the week or the month. Adding up first visits counts each device once, without recognising any.',
      'broken-day':
        'The service was restarted during this day, so a visitor without consent may have been counted before and after. Visitors with consent went through the same restart and are recognised after it: how often they count twice tells by how much the count of the others is to be lowered.',
      overlap:
        'Visitors with consent are counted exactly. For the others only each day is known, and how many of a day came on the day before too. How often people return is taken from the visitors with consent, corrected until the overlap of days which it predicts is the one that was observed: people who come often may give consent more or less often than others.',
      strata:
        'Visitors with consent are counted exactly. For the others only each day is known. How often people return is taken from the visitors with consent, separately by device and by whether they came directly.',
      'visit-ratio':
        'At this site’s setting, visitors without consent are not told apart; only their visits are counted. How many visits a person makes is taken from the visitors with consent.',
      'few-repeaters':
        'Visitors without consent cannot be recognised on another day. An estimate needs at least 40 visitors with consent who came on two days or more; there are fewer, so only a range is shown.',
      'long-window':
        'Visitors without consent cannot be recognised on another day. The estimate is tested for up to 92 days; over a longer period only a range is shown.',
      'part-of-day':
        'The period begins or ends within a day. The estimate rests on whole days, so only a range is shown.',
      'broken-day-unestimated':
        'The service was restarted during the day. A visitor without consent may have been counted before and after, and too few visitors with consent came to tell how often: only a range is certain.',
      uncounted:
        'Some pageviews were counted without telling people apart. Each may be of a new person or of the same one again, so only a range is certain.',
      'few-in-filter':
        'An estimate inside these filters needs at least 30 visitors with consent who match them; there are fewer, so only a range is shown.',
      'events-unseen':
        'At this site’s setting, visits without consent cannot be followed from page to page. With a filter on pages there is no estimate, only a range.',
    } satisfies Readonly<Record<MethodCase, string>>,
    consentBias:
      'The interval does not cover consent bias: should people who give consent return more or less often than the others, the estimate is off by more than it says.',
    filtered: 'Inside a filter less is known of who came back, so the range is wider.',
    low: 'The lower figure is the fewest people who can explain what was seen; the upper one the most. Both are certain.',
    inputsTitle: 'What it rests on',
    guaranteed: 'Guaranteed by counting alone, without any estimate',
    others: {
      more: (sum: string, share: string) =>
        `Other tools add up the days and would print ${sum} visitors: ${share} too many.`,
      atLeast: (sum: string, share: string) =>
        `Other tools add up the days and would print ${sum} visitors: at least ${share} too many.`,
      same: (sum: string) =>
        `Other tools add up the days and would print ${sum} visitors; here that may even be right, which they could not know.`,
    },
    docs: 'The whole method, with its limits',
    inputs: {
      days: 'Days in the period',
      measured: 'Visitors with consent',
      anonymousDays: 'Anonymous visitors, added up day by day',
      overlap: 'of these, seen on the day before too',
      switchers: 'gave consent after an anonymous day',
      unseenVisits: 'Visits not told apart',
      uncountedPageviews: 'Pageviews not told apart',
      brokenDays: 'Days with a restart',
      repeaters: 'Visitors with consent who came on 2 days or more',
      flaggedDevices: 'Devices that keep the date of their last visit',
      ratio: 'Estimate by simple proportion (E1)',
      stratified: 'Estimate by device and way of arriving (E2)',
      calibrated: 'Estimate corrected by the overlap of days (E3)',
      gamma: 'Correction for consent of regulars (above 0: they give it less often)',
      standardError: 'Standard error of the estimate',
      switched: 'Counted both with and without consent, taken out once',
      churnRate: 'Identifiers lost from one day to the next',
      measuredAfterChurn: 'Visitors with consent, lost identifiers joined',
    },
  },
  disclosure: {
    rounded: (step: string) => `Figures are rounded to ${step}.`,
    small: (least: string) =>
      `Fewer than ${least} visitors are shown as < ${least}, and so are others by which they could be worked out.`,
    exact: 'Every visitor was told apart; the number is rounded.',
    ofConsent: 'Of visitors with consent alone; the number is rounded.',
    bothExact: 'both numbers are rounded.',
    leftOut: (least: string) =>
      `Rows of fewer than ${least} visitors are left out, and others by which they could be worked out.`,
    hidden: 'Hidden, so that nobody can be recognised.',
    restricted: 'Visitors with consent only, as the profile of this site asks.',
  },
};
