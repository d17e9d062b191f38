/** Words of the full lists, and of what can be taken away from a panel. */
export const lists = {
  lists: {
    search: 'Search',
    orderBy: (column: string) => `Order by ${column}`,
    change: 'Change',
    compared: (days: string) =>
      `Change compared with ${days}. A change of visitors with ≈ before it is within its uncertainty: it may be chance.`,
    byChange:
      'The order follows the difference in number, not in percent; rows that were there before and are gone are among them. Visitors whose change is within its uncertainty stand in the middle.',
    noneLost: 'No row has lost visitors by more than its uncertainty.',
    isNew: 'New',
    nothing: 'No row contains this.',
    shown: (first: string, last: string, total: string) => `${first} to ${last} of ${total}`,
    pages: 'Pages of the list',
    previous: 'Previous',
    next: 'Next',
  },
  take: {
    menu: (tab: string) => `Take away: ${tab}`,
    csv: 'Table (CSV)',
    json: 'Answer of the API (JSON)',
    picture: 'Picture (PNG)',
    link: 'Copy the link',
    done: 'Done.',
    copied: 'The link is copied.',
    failed: 'That did not work. Try again.',
    noFilters: 'No filters',
  },
  map: {
    title: 'Map of countries',
    summary: (most: string) => `Countries by colour, darker for more. Most: ${most}. The table has the figures.`,
    nothing: 'No country is known.',
    atMost: (count: string) => `≤ ${count}`,
    range: 'A range only',
    none: 'None',
  },
};
