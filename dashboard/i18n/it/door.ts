/** Words of the second step of a sign-in, and of passkeys there; loaded when they are first needed. */
import type { door as like } from '../en/door.ts';

export const door: typeof like = {
  title: 'Secondo passaggio',
  appIntro: 'Indicare ora il codice che l’app mostra per questo server.',
  passkeyIntro: 'Presentare ora la passkey.',
  recoveryIntro: 'Indicare uno dei codici di recupero conservati. Vale una volta sola.',
  code: 'Codice dell’app',
  recovery: 'Codice di recupero',
  submit: 'Accedi',
  useRecovery: 'Usa un codice di recupero',
  noRecovery: 'Senza codice di recupero',
  again: 'Ricomincia',
  missing: 'Indicare un codice.',
  wrongCode: 'Questo codice non è corretto. Ognuno vale una volta sola: attendere il prossimo.',
  wrongRecovery: 'Questo codice di recupero non è corretto, o è già stato usato.',
  over: 'È passato troppo tempo, o i tentativi sono stati troppi. Ricominciare.',
  lost: 'Non resta nemmeno un codice? Chi gestisce questo server può disattivare il secondo passaggio.',
  passkey: {
    alone: 'Accedi con una passkey',
    show: 'Usa una passkey',
    notShown: 'Non è stata presentata alcuna passkey. Riprovare quando si è pronti.',
    unknown: 'Questa passkey non è conosciuta qui, o è passato troppo tempo.',
  },
};
