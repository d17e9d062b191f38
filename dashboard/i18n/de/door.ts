/** Words of the second step of a sign-in, and of passkeys there; loaded when they are first needed. */
import type { door as like } from '../en/door.ts';

export const door: typeof like = {
  title: 'Zweiter Schritt',
  appIntro: 'Geben Sie nun den Code ein, den Ihre App für diesen Server zeigt.',
  passkeyIntro: 'Zeigen Sie nun Ihren Passkey.',
  recoveryIntro: 'Geben Sie einen der Ersatzcodes ein, die Sie aufbewahrt haben. Er gilt einmal.',
  code: 'Code der App',
  recovery: 'Ersatzcode',
  submit: 'Anmelden',
  useRecovery: 'Ersatzcode verwenden',
  noRecovery: 'Ohne Ersatzcode',
  again: 'Von vorn beginnen',
  missing: 'Geben Sie einen Code ein.',
  wrongCode: 'Dieser Code stimmt nicht. Jeder gilt nur einmal: Warten Sie auf den nächsten.',
  wrongRecovery: 'Dieser Ersatzcode stimmt nicht oder wurde schon benutzt.',
  over: 'Das hat zu lange gedauert, oder es waren zu viele Versuche. Beginnen Sie von vorn.',
  lost: 'Auch kein Ersatzcode mehr da? Wer diesen Server betreibt, kann den zweiten Schritt abschalten.',
  passkey: {
    alone: 'Mit einem Passkey anmelden',
    show: 'Passkey verwenden',
    notShown: 'Es wurde kein Passkey gezeigt. Versuchen Sie es erneut, wenn Sie bereit sind.',
    unknown: 'Dieser Passkey ist hier nicht bekannt, oder es hat zu lange gedauert.',
  },
};
