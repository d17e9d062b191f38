/** What can be wrong with a site's settings, by the server's codes. */

/** What a sentence names, already as the reader is told it; '' for a country that is not stated. */
export type Told<Name extends string> = Readonly<Record<Name, string>>;

export const mistakes = {
  mistakes: {
    'one-of': ({ values }: Told<'values'>) => `Use one of ${values}.`,
    'time-zone': () => 'Use a time zone such as Europe/Paris.',
    'click-identifier': ({ name }: Told<'name'>) => `${name} names a person’s click; it is never kept.`,
    'no-campaigns': () =>
      'In the profile exempt from consent campaigns are not kept, so utm_ parameters cannot be part of a page.',
    'highest-level': ({ country, level }: Told<'country' | 'level'>) =>
      country === ''
        ? `Without a country whose law applies, the highest level is: ${level}.`
        : `By the law of this country (${country}) the highest level is: ${level}.`,
    country: () => 'Choose a country, or none.',
    'on-off': () => 'Choose on or off.',
    'no-date': ({ country }: Told<'country'>) =>
      country === ''
        ? 'Without a country whose law applies, the device may not keep a date before consent; leave it off.'
        : `By the law of this country (${country}) the device may not keep a date before consent; leave it off.`,
    months: ({ most }: Told<'most'>) => `Write a whole number of months, from 1 to ${most}.`,
    'unknown-features': ({ names }: Told<'names'>) => `There is no such feature: ${names}.`,
    'host-entry': ({ entry }: Told<'entry'>) => `Entry ${entry} is not a host name such as www.example.org.`,
    'parameter-entry': ({ entry }: Told<'entry'>) => `Entry ${entry} is not a parameter name such as q.`,
    'too-many-entries': ({ most, given }: Told<'most' | 'given'>) => `At most ${most} entries; there are ${given}.`,
    'excluded-address': ({ entry, text }: Told<'entry' | 'text'>) =>
      `Entry ${entry} (${text}) is not an address or a range such as 192.0.2.0/24 or 2001:db8::/32.`,
    'excluded-country': ({ entry, text }: Told<'entry' | 'text'>) => `Entry ${entry} (${text}) is not a country.`,
    'excluded-path': ({ entry, text, longest, wildcards }: Told<'entry' | 'text' | 'longest' | 'wildcards'>) =>
      `Entry ${entry} (${text}) is not a path that begins with / or *, such as /admin/**, of at most ${longest} characters and ${wildcards} wildcards.`,
    'excluded-host': ({ entry, text }: Told<'entry' | 'text'>) =>
      `Entry ${entry} (${text}) is not a host such as staging.example.org, or *.example.org for subdomains.`,
    'too-long': ({ longest }: Told<'longest'>) => `Write at most ${longest} characters.`,
    contact: () => 'Write an e-mail address, or the address of a page that begins with https://.',
    date: () => 'Choose a day, or leave it empty.',
    days: ({ most }: Told<'most'>) => `Write a whole number of days, from 0 to ${most}.`,
    'small-cells': ({ most }: Told<'most'>) => `Write a whole number from 2 to ${most}.`,
  },
};
