/** Words of the consent panel. */
import { plural } from './plural.ts';

/** The numbers of the bias check's rule: the page states what the program does. */
interface BiasRule {
  fewestVisits: number;
  fewestPoints: number;
  /** Percent, as the next one. */
  confidence: number;
  viewsPercent: number;
}

export const consent = {
  consent: {
    title: 'Consent',
    rate: 'Consent rate',
    rateTable: 'Table of the consent rate',
    filtered: 'The figures are filtered by consent: there is nothing to compare.',
    units: { visitors_daily_sum: 'Visitors, once a day', visits: 'Visits', pageviews: 'Pageviews' },
    ofUnits: {
      visitors_daily_sum: (granted: string, all: string) =>
        `${granted} of ${all} ${plural(all, 'visitor', 'visitors')}, each counted once a day`,
      visits: (granted: string, all: string) => `${granted} of ${all} ${plural(all, 'visit', 'visits')}`,
      pageviews: (granted: string, all: string) => `${granted} of ${all} ${plural(all, 'pageview', 'pageviews')}`,
    },
    extremes: (low: string, lowWhen: string, high: string, highWhen: string) =>
      `Lowest ${low} (${lowWhen}), highest ${high} (${highWhen}).`,
    tooFewForExtremes: 'Too few visitors to follow the rate over time.',
    notDrawn: 'To follow the rate over time, choose a period with at least two finished days on which somebody came.',
  },
  answers: {
    title: 'Answers to the question',
    ofAnswers: (accepted: string, answered: string) =>
      `accepted: ${accepted} of ${answered} ${plural(answered, 'answer', 'answers')}`,
    noAnswer: 'Nobody has answered yet.',
    ofQuestions: (answered: string, asked: string, share: string) =>
      `Asked ${asked} ${plural(asked, 'time', 'times')}, answered ${answered} ${plural(answered, 'time', 'times')} (${share}). Whoever does not answer is asked again on the next page: these are questions, not people.`,
    moreAnswers: (answered: string, asked: string) =>
      `${answered} ${plural(answered, 'answer', 'answers')} to ${asked} ${plural(asked, 'question that was', 'questions that were')} reported: some consent tools do not tell when they ask, and visitors may change their mind unasked.`,
    asked: 'Asked',
    answered: 'Answered',
    outcomes: { accepted: 'Accepted', refused: 'Refused', ignored: 'Ignored', silent: 'No report' },
    withdrawn: 'Withdrawn later',
    course: 'Accepted among answers',
    table: 'Table of answers',
    tooFew: 'Too few answers to follow the share over time.',
    nothing:
      'No question for consent was reported in this period. The banner of this service reports its questions and answers by itself, and so does the adapter of a consent tool.',
    unfiltered: 'These counters are of all visitors: they join no two things, so that filters cannot apply to them.',
    by: 'Answers by country, device, page and version',
    tabs: {
      'visit:country': 'Countries',
      'visit:device': 'Devices',
      'event:page': 'Pages',
      'consent:text': 'Texts',
      'consent:banner': 'Banners',
    },
    dimensions: {
      'visit:country': 'Country',
      'visit:device': 'Device',
      'event:page': 'Page',
      'consent:text': 'Version',
      'consent:banner': 'Version',
    },
    otherPages: 'Other pages',
    hidden: (count: string) => `${count} more.`,
    few: (count: number) => `A share of fewer than ${count} answers would say little and is left out.`,
  },
  bias: {
    title: 'Bias check',
    usual: 'Nothing unusual: in source, device and pages per visit, visits with consent are like all visits.',
    unusual: 'Visitors with consent are not like everybody:',
    little: (granted: string, anonymous: string) =>
      `Too little data to tell: ${granted} ${plural(granted, 'visit', 'visits')} with consent and ${anonymous} without.`,
    consequence:
      'Do not read the figures of visitors with consent as everybody’s. What the estimate corrects for stands under “How was this counted?”.',
    more: (way: string, granted: string, all: string) =>
      `People with consent come more often ${way} than all visitors: ${granted} against ${all} of visits.`,
    less: (way: string, granted: string, all: string) =>
      `People with consent come less often ${way} than all visitors: ${granted} against ${all} of visits.`,
    from: (source: string) => `from ${source}`,
    directly: 'directly',
    devices: {
      desktop: 'on a computer',
      mobile: 'on a phone',
      tablet: 'on a tablet',
      other: 'on other devices',
    } as Readonly<Record<string, string>>,
    morePages: (granted: string, all: string) =>
      `People with consent see more pages per visit than all visitors: ${granted} against ${all}.`,
    fewerPages: (granted: string, all: string) =>
      `People with consent see fewer pages per visit than all visitors: ${granted} against ${all}.`,
    rule: ({ fewestVisits, fewestPoints, confidence, viewsPercent }: BiasRule) =>
      `The rule: with at least ${fewestVisits} visits on each side, a source or device is named when its share differs by ${fewestPoints} points or more and beyond chance (${confidence}%, counting people, not visits); pages per visit when they differ by more than ${viewsPercent}%.`,
    show: 'Show the comparison',
    shareOfVisits: 'Share of visits',
    all: 'All',
    mark: 'differs',
  },
};
