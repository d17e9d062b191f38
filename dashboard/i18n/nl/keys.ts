/** Words of API keys. */
import type { keys as like } from '../en/keys.ts';

export const keys: typeof like = {
  keys: {
    title: 'API-sleutels',
    lead: 'Met een sleutel leest een programma cijfers of wijzigt het sites zonder zich aan te melden.',
    make: 'Sleutel maken',
    docs: 'Wat de API biedt',
    list: 'Sleutels van deze server',
    none: 'Er is nog geen sleutel.',
    name: 'Waarvoor hij is',
    may: 'Hij mag',
    of: 'Van',
    everySite: 'alle sites',
    expires: 'Laatste dag (optioneel)',
    key: 'De sleutel',
    ready: 'Kopieer de sleutel nu: hij wordt niet nog eens getoond.',
    done: 'Klaar',
    never: 'nooit gebruikt',
    lastUsed: (date) => `laatst gebruikt: ${date}`,
    until: (date) => `geldig tot en met: ${date}`,
    revoke: (name) => `Sleutel ${name} intrekken`,
    revokeQuestion: (name) => `${name} intrekken? Programma’s die hem gebruiken, worden meteen geweigerd.`,
    states: {
      revoked: 'ingetrokken',
      expired: 'verlopen',
    },
    scopes: {
      'stats:read': 'cijfers lezen',
      'events:read': 'losse gebeurtenissen exporteren',
      'events:write': 'gebeurtenissen namens anderen sturen',
      'sites:read': 'sites bekijken en wat ze bewaren',
      'sites:write': 'sites wijzigen en wat ze bewaren',
    },
    mistakes: {
      name: 'Beschrijf in hoogstens 80 tekens waarvoor de sleutel is.',
      scopes: 'Kies wat hij mag.',
      expires: 'Kies een dag in de toekomst.',
      site: 'Alleen eigenaren maken een sleutel die alle sites wijzigt; kies één site.',
    },
  },
};
