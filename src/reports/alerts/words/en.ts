/** Words of alerts. */
export const en = {
  subjects: {
    spike: (site: string) => `${site}: many more visits than usual`,
    drop: (site: string) => `${site}: many fewer visits than usual`,
    silence: (site: string) => `${site}: no visits any more`,
    consent: (site: string) => `${site}: the consent rate has changed`,
  },
  hour: (when: string, now: string, usual: string) =>
    `${when}: ${now} visits in an hour; ${usual} are usual on this weekday and at this hour.`,
  quiet: (when: string, usual: string) =>
    `No visit since ${when}; ${usual} are usual in this time. Is the snippet still in the pages, and can visitors reach this server?`,
  rate: (days: string, now: string, usual: string) =>
    `In the last ${days} days ${now} of those who answered gave consent; before that ${usual}.`,
  causes: {
    'visit:source': (share: string, value: string) =>
      `Most of the difference (${share}) comes from the source ${value}.`,
    'event:page': (share: string, value: string) => `Most of the difference (${share}) comes from the page ${value}.`,
    none: 'No single source or page makes up most of the difference.',
  },
};

export type AlertWords = typeof en;
