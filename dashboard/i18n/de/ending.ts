/** Words of a site that ends, begins anew or changes hands. */
import type { ending as like } from '../en/ending.ts';

export const ending: typeof like = {
  ending: {
    remove: 'Website löschen',
    removeMore: (domain) =>
      `Für ${domain} wird nichts mehr gezählt, und die Website verschwindet aus der Ansicht. Sieben Tage lang können ihre Inhaber sie mit allem Gezählten zurückholen; danach wird sie endgültig gelöscht. Zur Bestätigung ${domain} eingeben.`,
    empty: 'Website leeren',
    emptyMore: (domain) =>
      `Alles, was für ${domain} gezählt wurde, wird sofort und endgültig gelöscht. Einstellungen, Ziele, Schlüssel und Links bleiben, und es wird weitergezählt. Zur Bestätigung ${domain} eingeben.`,
    emptied: 'Geleert. Das Zählen beginnt von vorn.',
    give: 'Website jemand anderem übergeben',
    giveMore: 'Wer hier ein Konto hat, kann Inhaber werden.',
    to: 'E-Mail-Adresse des neuen Inhabers',
    keep: 'Was Sie hier behalten',
    nothing: 'nichts',
    stays: (role) => `Ihre Rolle auf allen Websites bleibt: ${role}.`,
    nobody: 'Hier hat niemand diese Adresse. Laden Sie die Person zuerst mit einer Rolle auf dieser Website ein.',
    yourself: 'Das sind Sie selbst. Nennen Sie jemand anderen.',
    given: (email) => `Die Website gehört jetzt ${email}.`,
    giveConfirm: (domain) => `Zur Bestätigung ${domain} eingeben`,
    removed: 'Gelöschte Websites',
    removedMore:
      'Für sie wird nichts mehr gezählt. Bis zum Tag der endgültigen Löschung können sie mit allem Gezählten zurückgeholt werden.',
    goes: (day) => `wird am ${day} endgültig gelöscht`,
    restore: 'Zurückholen',
    restoreOf: (domain) => `Zurückholen: ${domain}`,
    erase: 'Jetzt endgültig löschen',
    eraseOf: (domain) => `Jetzt endgültig löschen: ${domain}`,
    eraseMore: (domain) =>
      `${domain} wird sofort und endgültig gelöscht, mit allem, was dafür gezählt wurde. Zur Bestätigung ${domain} eingeben.`,
    kept: 'Eine Website dieses Namens wurde gelöscht und wird noch aufbewahrt. Ihre Inhaber können sie auf dieser Seite zurückholen oder jetzt endgültig löschen.',
  },
};
