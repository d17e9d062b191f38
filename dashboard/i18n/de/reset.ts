import type { reset as like } from '../en/reset.ts';

export const reset: typeof like = {
  reset: {
    title: 'Ein neues Passwort',
    intro: 'Geben Sie die Adresse Ihres Kontos an: Ein Link zum Wählen eines neuen Passworts kommt per E-Mail.',
    submit: 'Link senden',
    asked: (email) =>
      `Wenn ${email} hier ein Konto hat, ist eine E-Mail unterwegs. Ihr Link gilt einmal, eine Stunde lang.`,
    noMail:
      'Dieser Server verschickt keine E-Mails. Bitten Sie jemanden mit Verwaltungsrechten um ein neues Passwort, oder führen Sie auf dem Server dies aus:',
    command: 'Befehl für ein neues Passwort',
    choose: (email) => `Wählen Sie ein neues Passwort für das Konto von ${email}. Alle Anmeldungen des Kontos enden.`,
    save: 'Passwort speichern',
    done: 'Das Passwort ist geändert. Melden Sie sich damit an.',
    gone: 'Dieser Link wurde benutzt, durch einen späteren ersetzt oder ist abgelaufen.',
    again: 'Einen anderen Link anfordern',
  },
};
