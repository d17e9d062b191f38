/** Words of the overview of several sites. */

export const overview = {
  overview: {
    title: 'Overview',
    lead: 'The sites that you may see, side by side.',
    list: 'Sites',
    site: 'Site',
    lineHead: 'Pageviews over time',
    line: (low: string, high: string) => `Pageviews: between ${low} and ${high} at a time`,
    total: 'Total',
    whyNot: 'Why visitors are not added up',
    notAdded:
      'Visitors are not added up: somebody who visits two sites would count twice, and visitors are never joined over sites.',
    hidden: (sites: number) => `The sums are without ${sites} of the sites, whose figures are hidden.`,
    save: 'Save as CSV',
    choose: 'Sites to show',
    shown: (shown: number, all: number) => `Sites shown: ${shown} of ${all}`,
    all: 'Show all',
  },
};
