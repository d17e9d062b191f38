/** The dashboard's words in English; the other languages have the same shape. */
import type { MethodCase } from '../api/method.ts';

/** The numbers of the bias check's rule: the page states what the program does. */
interface BiasRule {
  fewestVisits: number;
  fewestPoints: number;
  /** Percent, as the next one. */
  confidence: number;
  viewsPercent: number;
}

export const en = {
  languageName: 'English',
  language: 'Language',
  skip: 'Skip to the figures',
  tagline: 'Audience measurement that counts people honestly.',
  theme: { toDark: 'Dark colours', toLight: 'Light colours' },
  account: { menu: 'Account', signOut: 'Sign out', role: (role: string) => (role === 'owner' ? 'Owner' : role) },
  sites: { choose: 'Choose a site' },
  footer: (version: string) => `Figures are those of this server alone. Passant ${version}.`,

  forms: {
    email: 'E-mail address',
    password: 'Password',
    passwordRule: 'At least 12 characters. A few words in a row are easy to remember and hard to guess.',
    passwordLeft: (left: number) => (left === 1 ? '1 more character needed.' : `${left} more characters needed.`),
    passwordLong: 'Long enough.',
    show: 'Show',
    hide: 'Hide',
    missingEmail: 'Give an e-mail address such as ada@example.org.',
    missingPassword: 'Give your password.',
    shortPassword: 'This password is shorter than 12 characters.',
  },
  setUp: {
    title: 'Set up Passant',
    intro: 'Create the account of this server’s owner. It is the only one that can see the figures.',
    submit: 'Create the account',
    needsLink: 'This server has no owner yet.',
    needsLinkMore: 'Open the link that the server printed when it started: it lets you create the owner’s account.',
  },
  signIn: {
    title: 'Sign in',
    intro: 'Figures are shown to the people who run this server.',
    submit: 'Sign in',
    ended: 'You have been signed out. Sign in to return to where you were.',
  },

  errors: {
    title: 'This could not be loaded',
    retry: 'Try again',
    offline: 'The server did not answer. Check the connection.',
    unreadable: 'The server’s answer could not be understood.',
    rate_limited: 'Too many attempts. Wait a little, then try again.',
    unavailable: 'The server is busy or starting. Try again in a moment.',
    fault: 'Something went wrong on the server; its log says more.',
    wrongSignIn: 'The address or the password is wrong.',
    usedLink: 'This set-up link has been used or has expired. Restart the service to get a new one.',
    alreadySetUp: 'This server is set up already. Sign in instead.',
    unknownSite: (domain: string) => `There is no site called ${domain} here.`,
    otherSites: 'The sites of this server:',
    noSites: 'This server has no site yet. Add one from the command line:',
  },

  addresses: {
    title: 'Visitors’ addresses do not arrive',
    consequence:
      'Nearly all beacons seem to come from one address, so visitors without consent melt into a few and their countries are unknown.',
    remedy:
      'Have the proxy in front send X-Forwarded-For, and name the proxy in PASSANT_TRUSTED_PROXIES (docs/proxies.md). This note goes soon after.',
  },
  waiting: {
    title: 'Waiting for the first visitor',
    intro: 'Put this line into the head of every page of the site. The first visit shows up here within seconds.',
    copy: 'Copy',
    copied: 'Copied',
    demo: 'Visit the demo site',
    demoMore: 'The demo site carries the line already: open a page there and watch this one.',
    listening: 'Listening for events…',
  },
  empty: {
    period: 'No visits in this period.',
    periodMore: 'The site has figures at other times.',
    allTime: 'Show all time',
    filters: 'Nothing matches these filters.',
    clear: 'Clear the filters',
  },

  period: {
    choose: 'Choose a period',
    words: {
      day: 'Today',
      '7d': '7 days',
      '28d': '28 days',
      '30d': '30 days',
      month: 'This month',
      '12mo': '12 months',
      all: 'All time',
    },
    custom: 'Custom period',
    from: 'From',
    to: 'To',
    apply: 'Apply',
    backwards: 'The last day comes before the first.',
    live: 'Live',
    liveMore: 'Figures of today are refreshed every 15 seconds.',
    zone: (zone: string) => `Time zone: ${zone}`,
  },

  filters: {
    title: 'Filters',
    remove: (condition: string) => `Remove the filter: ${condition}`,
    negate: (condition: string) => `Reverse the filter: ${condition}`,
    clear: 'Clear',
    add: (dimension: string, value: string) => `Show only: ${dimension} ${value}`,
    or: ' or ',
    operators: { is: 'is', is_not: 'is not', contains: 'contains', contains_not: 'does not contain' },
  },

  metrics: {
    visitors: 'Unique visitors',
    visits: 'Visits',
    pageviews: 'Pageviews',
    views_per_visit: 'Views per visit',
    bounce_rate: 'Bounce rate',
    visit_duration: 'Visit duration',
  },
  split: {
    granted: (count: string) => `${count} with consent`,
    anonymous: (count: string) => `${count} anonymous`,
    erased: (count: string) => `${count} erased`,
    estimated: (count: string) => `about ${count} others, estimated`,
    most: (count: string) => `at most ${count}, guaranteed`,
  },
  visitors: {
    between: (low: string, high: string) => `Between ${low} and ${high} people`,
    estimated: (low: string, high: string) => `Between ${low} and ${high} people (95% interval of an estimate)`,
    ofThem: (measured: string, count: number, share: string | null) =>
      `; ${measured} of them${share === null ? '' : ` (${share})`} ${count === 1 ? 'is' : 'are'} measured with consent.`,
    exact: 'Every visitor was told apart: this number is exact.',
  },
  change: {
    before: (days: string) => `Previous period (${days}): `,
    verdicts: {
      nobody: 'nobody was counted then.',
      exact: 'both numbers are exact.',
      larger: 'larger than its uncertainty.',
      within: 'within the uncertainty.',
      unknown: 'whether people became more or fewer cannot be told.',
      more: 'more people now, for certain.',
      fewer: 'fewer people now, for certain.',
    },
    running: 'Today is not over yet.',
    since: 'since the previous period',
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

  chart: {
    title: { hour: 'Visitors per hour', day: 'Visitors per day', month: 'Visitors per month' },
    granted: 'With consent',
    anonymous: 'Anonymous',
    atLeast: 'Others, at least',
    estimated: 'Others, estimated',
    interval: '95% interval',
    upTo: 'Possibly more',
    broken: 'Service restarted',
    estimateNote: 'Bars with a whisker are estimates; the whisker is their 95% interval.',
    rangeNote:
      'Bars with a pale end are ranges: people in that time are at least the lower and at most the upper edge.',
    brokenNote: (days: string) => `The service was restarted on ${days}: such a day is not exact.`,
    table: 'Table of visitors',
    asTable: 'Show as table',
    asChart: 'Show as chart',
    columns: { hour: 'Hour', day: 'Day', month: 'Month' },
    people: 'Visitors',
    sayPeople: (count: string) => `Unique visitors: ${count}`,
    sayInterval: (interval: string) => `95% interval: ${interval}`,
    summary: (title: string, from: string, to: string) => `${title}, ${from} to ${to}.`,
    highest: (count: string, when: string) => `Highest: ${count}, ${when}.`,
    nothing: 'No visitors.',
  },

  consent: {
    title: 'Consent',
    rate: 'Consent rate',
    rateTable: 'Table of the consent rate',
    filtered: 'The figures are filtered by consent: there is nothing to compare.',
    units: { visitors_daily_sum: 'Visitors, once a day', visits: 'Visits', pageviews: 'Pageviews' },
    ofUnits: {
      visitors_daily_sum: (granted: string, all: string) => `${granted} of ${all} visitors, each counted once a day`,
      visits: (granted: string, all: string) => `${granted} of ${all} visits`,
      pageviews: (granted: string, all: string) => `${granted} of ${all} pageviews`,
    },
    extremes: (low: string, lowWhen: string, high: string, highWhen: string) =>
      `Lowest ${low} (${lowWhen}), highest ${high} (${highWhen}).`,
    tooFewForExtremes: 'Too few visitors to follow the rate over time.',
  },
  answers: {
    title: 'Answers to the question',
    ofAnswers: (accepted: string, answered: string) => `accepted: ${accepted} of ${answered} answers`,
    noAnswer: 'Nobody has answered yet.',
    ofQuestions: (answered: string, asked: string, share: string) =>
      `Asked ${asked} times, answered ${answered} times (${share}). Whoever does not answer is asked again on the next page: these are questions, not people.`,
    moreAnswers: (answered: string, asked: string) =>
      `${answered} answers to ${asked} questions that were reported: some consent tools do not tell when they ask, and visitors may change their mind unasked.`,
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
      `Too little data to tell: ${granted} visits with consent and ${anonymous} without.`,
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

  disclosure: {
    rounded: (step: string) => `Figures are rounded to ${step}.`,
    small: (least: string) =>
      `Fewer than ${least} visitors are shown as < ${least}, and so are others by which they could be worked out.`,
    exact: 'Every visitor was told apart; the number is rounded.',
    bothExact: 'both numbers are rounded.',
    hidden: 'Hidden, so that nobody can be recognised.',
    restricted: 'Visitors with consent only, as the profile of this site asks.',
  },
  panels: {
    pages: 'Pages',
    sources: 'Sources',
    places: 'Places',
    technology: 'Technology',
    tabs: {
      pages: 'Top pages',
      'entry-pages': 'Entry pages',
      'exit-pages': 'Exit pages',
      channels: 'Channels',
      sources: 'Sources',
      referrers: 'Referrers',
      campaigns: 'Campaigns',
      countries: 'Countries',
      regions: 'Regions',
      cities: 'Cities',
      browsers: 'Browsers',
      systems: 'Systems',
      devices: 'Devices',
      languages: 'Languages',
    },
    columns: { visitors: 'Visitors', visits: 'Visits', pageviews: 'Pageviews' },
    share: 'Share',
    more: 'More',
    fewer: 'Fewer',
    hidden: (count: string) => `${count} further rows are not shown.`,
    nothing: 'Nothing to show yet.',
  },
  dimensions: {
    'event:page': 'Page',
    'visit:entry_page': 'Entry page',
    'visit:exit_page': 'Exit page',
    'visit:channel': 'Channel',
    'visit:source': 'Source',
    'visit:referrer': 'Referrer',
    'visit:utm_source': 'Campaign source',
    'visit:utm_medium': 'Campaign medium',
    'visit:utm_campaign': 'Campaign',
    'visit:utm_content': 'Campaign content',
    'visit:utm_term': 'Campaign term',
    'visit:country': 'Country',
    'visit:region': 'Region',
    'visit:city': 'City',
    'visit:browser': 'Browser',
    'visit:os': 'System',
    'visit:device': 'Device',
    'event:language': 'Language',
    'visit:consent': 'Consent',
  },
  values: {
    notSet: '(not set)',
    direct: 'Direct or none',
    devices: { desktop: 'Desktop', mobile: 'Mobile', tablet: 'Tablet', other: 'Other' } as Readonly<
      Record<string, string>
    >,
    consent: { granted: 'with consent', anonymous: 'anonymous' } as Readonly<Record<string, string>>,
    /** Channels arrive in English; a word without an entry is shown as it came. */
    channels: {} as Readonly<Record<string, string>>,
  },
};

export type Texts = typeof en;
