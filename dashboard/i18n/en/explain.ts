/** Words by which any figure is explained. */
import type { Metric } from '../../../src/stats/metrics.ts';

export const explain = {
  explain: {
    title: (name: string) => `Explain this number: ${name}`,
    /** Those that have no tile. */
    names: {
      visitors_low: 'Visitors, lower end',
      visitors_high: 'Visitors, upper end',
      visitors_measured: 'Visitors with consent',
      visitors_daily_sum: 'Visitors, days added up',
      events: 'Events',
      scroll_depth: 'Scroll depth',
      time_on_page: 'Time on page',
      percentage: 'Share of visitors',
      group_conversion_rate: 'Conversion rate of the row',
      total_revenue: 'Revenue',
      average_revenue: 'Average revenue',
    },
    /** The sentences of the catalogue (src/stats/metrics.ts). */
    definitions: {
      visitors:
        'How many different people came: counted where everybody can be told apart, else estimated; no number where neither can be done.',
      visitors_low:
        'Lower end of the 95% interval of an estimate; without an estimate the fewest people that what was seen allows.',
      visitors_high:
        'Upper end of the 95% interval of an estimate; without an estimate the most people that what was seen allows.',
      visitors_measured: 'Distinct visitors with statistics consent, exact over any period.',
      visitors_daily_sum:
        'The sum of the days’ unique visitors, as other tools print it; counts a person once per day.',
      visits: 'Visits that began in the period: events of one visitor with no gap over 30 minutes, 12 hours at most.',
      pageviews: 'Pages shown.',
      views_per_visit: 'Pageviews divided by visits.',
      bounce_rate: 'Percentage of visits with one pageview and no custom event.',
      visit_duration:
        'Mean time between the first and the last event of a visit, in seconds; visits of unknown length are left out.',
      events: 'Pageviews and custom events.',
      scroll_depth: 'How far a page was scrolled in a visit, in percent of it: the mean of the deepest points.',
      time_on_page: 'Mean time for which a page was visible in a visit, in seconds.',
      percentage: 'Visitors of the row as a percentage of the visitors of the same question without dimensions.',
      conversion_rate:
        'Visitors of the row, who fulfil a goal, as a percentage of all visitors whom the other filters let through.',
      group_conversion_rate:
        'Visitors of the row, who fulfil a goal, as a percentage of the row’s visitors with or without it.',
      total_revenue: 'Revenue of custom events, added up; unknown when it is of several currencies.',
      average_revenue: 'Revenue of a custom event that has one, on average; unknown when it is of several currencies.',
    } satisfies Readonly<Record<Metric, string>>,
    definition: 'What it means',
    /** Beside the definition, where one might hold the two against each other. */
    hints: {
      notFound: 'Addresses of the site that led to no page (error 404), as the page “not found” reported them.',
      page: 'Of a page whoever did anything on it counts: saw it, or caused an event there such as a purchase. A goal that is a page counts whoever saw it, so the two may differ.',
      goal: 'A goal that is a page counts whoever saw it. The list of pages counts whoever did anything on the page, an event such as a purchase too, so the two may differ.',
    },
    asked: 'What was asked',
    site: 'Site',
    period: 'Period',
    filters: 'Filters',
    noFilters: 'none',
    row: 'Row',
    method: 'How it was counted',
    methods: {
      exact:
        'Counted, not estimated: all that was recorded in the period and passes the filters, with or without consent.',
      ratio: 'A quotient of counts, rounded once. Nothing in it is estimated.',
      people:
        'A quotient of numbers of visitors. Where these are estimates, so is this figure, and its own uncertainty is not worked out; where only bounds of them are known, there is no figure.',
      measured: 'Counted exactly by the identifiers of visitors who gave consent.',
    },
    kind: { exact: 'Exact', estimate: 'Estimate', bounds: 'Range', ratio: 'Quotient' },
    ofWhole:
      'The method and its inputs are those of the whole period; the row is a part of it, counted in the same way.',
    noVisits:
      'At this site’s setting, pageviews without consent belong to no visit: only visits with consent are in it.',
    unknown: 'There is no figure: it cannot be known here, or there is nothing to make it of.',
    madeOf: 'What it is made of',
    time: 'Time the answer took',
    took: (page: string) => `${page} ms, seen from this page`,
    tookServer: (page: string, server: string) => `${page} ms seen from this page, ${server} ms of them in the server`,
    share: 'Link to this explanation',
    save: 'Download as CSV',
    copy: 'Copy',
    copyWhat: (what: string) => `Copy: ${what}`,
    copied: 'Copied',
    copyYourself: 'Copying did not work here: the text is selected, copy it yourself.',
    call: 'The same by API',
    callIntro: 'Put an API key in the place of $PASSANT_KEY; `passant key issue` makes one.',
    body: 'The question alone (JSON)',
  },
};
