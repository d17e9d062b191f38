/** Words of the second step in one’s own account. */
import type { secondStep as like } from '../en/second-step.ts';
import { plural } from './plural.ts';

export const secondStep: typeof like = {
  secondStep: {
    title: 'Tweede stap bij het aanmelden',
    lead: 'Met een app of een toegangssleutel is het wachtwoord alleen niet meer genoeg: wie het ontdekt, kan er niet mee binnen.',
    next: 'Verder',
    demanded: {
      title: 'Tweede stap instellen',
      lead: 'Hier meldt iedereen zich in twee stappen aan. Stel de tweede in om verder te gaan.',
    },
    signInAgain:
      'Uw account heeft geen wachtwoord; een aanmelding van zojuist komt ervoor in de plaats: meld u af en weer aan.',
    missingName: 'Vul een naam in.',
    missingCode: 'Vul een code in.',
    wrongCode: 'Deze code klopt niet. Elke code geldt één keer: wacht op de volgende.',
    app: {
      title: 'App met codes',
      none: 'Niet ingesteld.',
      setUp: 'Een app instellen',
      lead: 'Elke app die codes van zes cijfers toont, is goed, op uw telefoon of in uw wachtwoordbeheerder. Eerst uw wachtwoord.',
      scan: 'Scan deze afbeelding met de app, of typ het geheim erin. Vul dan de code in die de app toont.',
      picture: 'Het geheim als afbeelding, om met de app te scannen',
      secret: 'Geheim:',
      code: 'Code uit de app',
      confirm: 'Bevestigen',
      off: 'App uitzetten',
      offLead: 'Vul uw wachtwoord in, en een code van de app of een herstelcode. Alle andere aanmeldingen eindigen.',
      since: (date) => `ingesteld op ${date}`,
    },
    passkeys: {
      title: 'Toegangssleutels',
      lead: 'Bewaard door uw apparaat, uw browser of een beveiligingssleutel. U kunt er zich ook zonder wachtwoord mee aanmelden.',
      add: 'Een toegangssleutel toevoegen',
      addLead: 'Kies een naam waaraan u ziet waar hij is, zoals ‘telefoon’. De rest vraagt uw browser.',
      name: 'Naam',
      never: 'nooit gebruikt',
      removeIt: 'Verwijderen',
      removeLead: 'Vul uw wachtwoord in. Alle andere aanmeldingen eindigen.',
      notShown: 'Er is geen toegangssleutel gemaakt. Probeer het opnieuw als u klaar bent.',
      known: 'Dit apparaat of deze sleutel heeft al een toegangssleutel van dit account.',
      added: (date) => `toegevoegd op ${date}`,
      used: (date) => `laatst gebruikt op ${date}`,
      remove: (name) => `Toegangssleutel ${name} verwijderen`,
      barriers: {
        address: () =>
          'Browsers maken alleen toegangssleutels voor een server waarvan het adres een naam met https is. Wie deze beheert, kan hem zo’n adres geven (PASSANT_BASE_URL).',
        browser: () => 'Deze browser heeft geen toegangssleutels.',
        elsewhere: (origin) => `Toegangssleutels werken op ${origin}: open deze pagina daar.`,
      },
    },
    recovery: {
      title: 'Herstelcodes',
      renew: 'Nieuwe codes maken',
      renewLead: 'Vul uw wachtwoord in. De eerdere codes gelden dan niet meer.',
      shown:
        'Voor de dag waarop app en toegangssleutels kwijt zijn. Bewaar ze apart van uw telefoon, op papier of in een wachtwoordbeheerder: elke code geldt één keer, en ze worden alleen nu getoond.',
      save: 'Opslaan als bestand',
      done: 'Ik heb ze bewaard',
      left: (count) => plural(count, `nog ${count} code, geldt één keer`, `nog ${count} codes, elk geldt één keer`),
    },
  },
};
