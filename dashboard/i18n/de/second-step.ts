/** Words of the second step in one’s own account. */
import type { secondStep as like } from '../en/second-step.ts';
import { plural } from './plural.ts';

export const secondStep: typeof like = {
  secondStep: {
    title: 'Zweiter Schritt bei der Anmeldung',
    lead: 'Mit einer App oder einem Passkey genügt das Passwort allein nicht mehr: Wer es herausfindet, kann sich damit nicht anmelden.',
    next: 'Weiter',
    demanded: {
      title: 'Zweiten Schritt einrichten',
      lead: 'Hier melden sich alle in zwei Schritten an. Richten Sie den zweiten ein, um weiterzukommen.',
    },
    signInAgain:
      'Ihr Konto hat kein Passwort; eine frische Anmeldung steht dafür ein: Melden Sie sich ab und wieder an.',
    missingName: 'Geben Sie einen Namen ein.',
    missingCode: 'Geben Sie einen Code ein.',
    wrongCode: 'Dieser Code stimmt nicht. Jeder gilt nur einmal: Warten Sie auf den nächsten.',
    app: {
      title: 'App mit Codes',
      none: 'Nicht eingerichtet.',
      setUp: 'App einrichten',
      lead: 'Jede App, die sechsstellige Codes zeigt, ist recht, auf Ihrem Telefon oder in Ihrer Passwortverwaltung. Zuerst Ihr Passwort.',
      scan: 'Fotografieren Sie dieses Bild mit der App, oder geben Sie dort das Geheimnis ein. Geben Sie dann den Code ein, den sie zeigt.',
      picture: 'Das Geheimnis als Bild, zum Fotografieren mit der App',
      secret: 'Geheimnis:',
      code: 'Code aus der App',
      confirm: 'Bestätigen',
      off: 'App abschalten',
      offLead:
        'Geben Sie Ihr Passwort ein und einen Code der App oder einen Ersatzcode. Alle anderen Anmeldungen enden.',
      since: (date) => `eingerichtet am ${date}`,
    },
    passkeys: {
      title: 'Ihre Passkeys',
      lead: 'Aufbewahrt von Ihrem Gerät, Ihrem Browser oder einem Sicherheitsschlüssel. Mit ihnen kann man sich auch ohne Passwort anmelden.',
      add: 'Passkey hinzufügen',
      addLead:
        'Geben Sie ihm einen Namen, an dem Sie erkennen, wo er ist, zum Beispiel „Telefon“. Das Weitere fragt Ihr Browser.',
      name: 'Bezeichnung',
      never: 'nie benutzt',
      removeIt: 'Entfernen',
      removeLead: 'Geben Sie Ihr Passwort ein. Alle anderen Anmeldungen enden.',
      notShown: 'Es wurde kein Passkey angelegt. Versuchen Sie es erneut, wenn Sie bereit sind.',
      known: 'Dieses Gerät oder dieser Schlüssel hat schon einen Passkey dieses Kontos.',
      added: (date) => `hinzugefügt am ${date}`,
      used: (date) => `zuletzt benutzt am ${date}`,
      remove: (name) => `Passkey ${name} entfernen`,
      barriers: {
        address: () =>
          'Browser legen Passkeys nur für Server an, deren Adresse ein Name mit https ist. Wer diesen betreibt, kann ihm eine solche geben (PASSANT_BASE_URL).',
        browser: () => 'Dieser Browser kennt keine Passkeys.',
        elsewhere: (origin) => `Passkeys gelten unter ${origin}: Öffnen Sie diese Seite dort.`,
      },
    },
    recovery: {
      title: 'Ersatzcodes',
      renew: 'Neue Codes erzeugen',
      renewLead: 'Geben Sie Ihr Passwort ein. Die bisherigen Codes gelten dann nicht mehr.',
      shown:
        'Für den Tag, an dem App und Passkeys verloren sind. Bewahren Sie sie getrennt von Ihrem Telefon auf, auf Papier oder in einer Passwortverwaltung: Jeder gilt einmal, und sie werden nur jetzt gezeigt.',
      save: 'Als Datei speichern',
      done: 'Ich habe sie aufbewahrt',
      left: (count) => plural(count, `noch ${count} Code, gilt einmal`, `noch ${count} Codes, jeder gilt einmal`),
    },
  },
};
