/** Words of API keys. */

export const keys = {
  keys: {
    title: 'API keys',
    lead: 'With a key, a program reads figures or changes sites without a sign-in.',
    make: 'Make a key',
    docs: 'What the API offers',
    list: 'Keys of this server',
    none: 'There is no key yet.',
    name: 'What it is for',
    may: 'It may',
    of: 'Of',
    everySite: 'every site',
    expires: 'Last day (optional)',
    key: 'The key',
    ready: 'Copy the key now: it is not shown again.',
    done: 'Done',
    never: 'never used',
    lastUsed: (date: string) => `last used on ${date}`,
    until: (date: string) => `works until ${date}`,
    revoke: (name: string) => `Revoke the key ${name}`,
    revokeQuestion: (name: string) => `Revoke ${name}? Programs that show it are refused at once.`,
    states: {
      revoked: 'revoked',
      expired: 'over',
    },
    scopes: {
      'stats:read': 'read figures',
      'events:read': 'export single events',
      'events:write': 'send events for others',
      'sites:read': 'see sites and what they keep',
      'sites:write': 'change sites and what they keep',
    },
    mistakes: {
      name: 'Say what the key is for, in at most 80 characters.',
      scopes: 'Choose what it may.',
      expires: 'Give a day to come.',
      site: 'Only owners make a key that changes every site; choose one site.',
    },
  },
};
