/** Words of API keys. */
import type { keys as like } from '../en/keys.ts';

export const keys: typeof like = {
  keys: {
    title: 'API-Schlüssel',
    lead: 'Mit einem Schlüssel liest ein Programm Zahlen oder ändert Websites, ohne sich anzumelden.',
    make: 'Schlüssel erstellen',
    docs: 'Was die API bietet',
    list: 'Schlüssel dieses Servers',
    none: 'Noch kein Schlüssel.',
    name: 'Wofür er ist',
    may: 'Er darf',
    of: 'Für',
    everySite: 'alle Websites',
    expires: 'Letzter Tag (freiwillig)',
    key: 'Der Schlüssel',
    ready: 'Kopieren Sie den Schlüssel jetzt: Er wird nicht noch einmal gezeigt.',
    done: 'Fertig',
    never: 'nie benutzt',
    lastUsed: (date) => `zuletzt benutzt am ${date}`,
    until: (date) => `gültig bis ${date}`,
    revoke: (name) => `Schlüssel ${name} widerrufen`,
    revokeQuestion: (name) => `${name} widerrufen? Programme, die ihn vorzeigen, werden sofort abgewiesen.`,
    states: {
      revoked: 'widerrufen',
      expired: 'abgelaufen',
    },
    scopes: {
      'stats:read': 'Zahlen lesen',
      'events:read': 'einzelne Ereignisse ausgeben',
      'events:write': 'Ereignisse für andere senden',
      'sites:read': 'Websites und ihre Listen ansehen',
      'sites:write': 'Websites und ihre Listen ändern',
    },
    mistakes: {
      name: 'Sagen Sie in höchstens 80 Zeichen, wofür der Schlüssel ist.',
      scopes: 'Wählen Sie, was er darf.',
      expires: 'Geben Sie einen künftigen Tag an.',
      site: 'Nur Eigentümer erstellen einen Schlüssel, der alle Websites ändert; wählen Sie eine Website.',
    },
  },
};
