/** Words of the second step of a sign-in, and of passkeys there; loaded when they are first needed. */
import type { door as like } from '../en/door.ts';

export const door: typeof like = {
  title: 'Tweede stap',
  appIntro: 'Vul nu de code in die uw app voor deze server toont.',
  passkeyIntro: 'Toon nu uw toegangssleutel.',
  recoveryIntro: 'Vul een van de herstelcodes in die u hebt bewaard. Hij geldt één keer.',
  code: 'Code van de app',
  recovery: 'Herstelcode',
  submit: 'Aanmelden',
  useRecovery: 'Een herstelcode gebruiken',
  noRecovery: 'Zonder herstelcode',
  again: 'Opnieuw beginnen',
  missing: 'Vul een code in.',
  wrongCode: 'Deze code klopt niet. Elke code geldt één keer: wacht op de volgende.',
  wrongRecovery: 'Deze herstelcode klopt niet, of is al gebruikt.',
  over: 'Dit duurde te lang, of er waren te veel pogingen. Begin opnieuw.',
  lost: 'Ook geen code meer? Wie deze server beheert, kan de tweede stap uitzetten.',
  passkey: {
    alone: 'Aanmelden met een toegangssleutel',
    show: 'Een toegangssleutel gebruiken',
    notShown: 'Er is geen toegangssleutel getoond. Probeer het opnieuw als u klaar bent.',
    unknown: 'Deze toegangssleutel is hier niet bekend, of het duurde te lang.',
  },
};
