/** Words of a site that ends, begins anew or changes hands. */
import type { ending as like } from '../en/ending.ts';

export const ending: typeof like = {
  ending: {
    remove: 'Site verwijderen',
    removeMore: (domain) =>
      `Voor ${domain} wordt niets meer geteld en de site verdwijnt uit beeld. Zeven dagen lang kunnen de eigenaren hem terughalen met alles wat is geteld; daarna wordt hij gewist. Typ ${domain} om te bevestigen.`,
    empty: 'Site leegmaken',
    emptyMore: (domain) =>
      `Alles wat voor ${domain} is geteld, wordt meteen gewist en is niet terug te halen. Instellingen, doelen, sleutels en links blijven, en het tellen gaat door. Typ ${domain} om te bevestigen.`,
    emptied: 'Leeggemaakt. Het tellen begint opnieuw.',
    give: 'Site aan iemand anders overdragen',
    giveMore: 'Iemand met een account hier wordt de eigenaar.',
    to: 'E-mailadres van de nieuwe eigenaar',
    keep: 'Uw rol hierna',
    nothing: 'geen',
    stays: (role) => `Uw rol op alle sites blijft: ${role}.`,
    nobody: 'Niemand hier heeft dit adres. Nodig deze persoon eerst uit, met een rol op deze site.',
    yourself: 'Dat bent u zelf. Vul iemand anders in.',
    given: (email) => `De site is nu van ${email}.`,
    giveConfirm: (domain) => `Typ ${domain} om te bevestigen`,
    removed: 'Verwijderde sites',
    removedMore:
      'Voor deze sites wordt niets meer geteld. Tot de dag waarop ze worden gewist, kunnen ze worden teruggehaald met alles wat is geteld.',
    goes: (day) => `wordt gewist op ${day}`,
    restore: 'Terughalen',
    restoreOf: (domain) => `Terughalen: ${domain}`,
    erase: 'Nu wissen',
    eraseOf: (domain) => `Nu wissen: ${domain}`,
    eraseMore: (domain) =>
      `${domain} wordt meteen gewist met alles wat ervoor is geteld, en is niet terug te halen. Typ ${domain} om te bevestigen.`,
    kept: 'Een site met deze naam is verwijderd en wordt nog bewaard. De eigenaren kunnen hem op deze pagina terughalen of nu wissen.',
  },
};
