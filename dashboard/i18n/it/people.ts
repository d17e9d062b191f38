/** Words of the back office itself: people and what they may do. */
import type { people as like } from '../en/people.ts';
import { plural } from './plural.ts';

export const people: typeof like = {
  office: {
    title: 'Amministrazione',
    back: 'Torna ai dati',
    notAllowed:
      'Il ruolo di questo account non consente questa pagina. Rivolgersi a un proprietario o a un amministratore.',
  },
  people: {
    title: 'Persone',
    lead: 'Chi può vedere i dati qui e chi può modificare qualcosa.',
    list: 'Persone con un account',
    columns: { email: 'Indirizzo e-mail', role: 'Ruolo', since: 'Dal', change: 'Modifica' },
    you: 'questo account',
    twoSteps: 'accede in due passaggi',
    oneStep: 'accede in un passaggio',
    onEvery: (role) => `${role} di tutti i siti`,
    onSite: (role) => `${role} di`,
    invitations: 'Inviti',
    noInvitations: 'Al momento nessuno è invitato.',
    until: (date) => `scadenza: ${date}`,
    by: (email) => `da ${email}`,
    invite: 'Invita qualcuno',
    change: (email) => `Modifica ciò che può fare ${email}`,
    remove: (email) => `Rimuovi ${email}`,
    removeQuestion: (email) => `Rimuovere ${email}? Tutte le sue sessioni terminano subito. I dati non cambiano.`,
    signOut: 'Disconnetti',
    signOutName: (email) => `Disconnetti ${email} ovunque`,
    signOutQuestion: (email) =>
      `Disconnettere ${email} ovunque? Tutte le sessioni terminano subito; la password resta valida.`,
    signedOut: 'sessioni terminate',
    takeBack: (email) => `Ritira l’invito a ${email}`,
    takeBackQuestion: (email) => `Ritirare l’invito a ${email}? Il link non funzionerà più.`,
    demand: {
      title: 'Secondo passaggio per tutti',
      isMade: 'Obbligatorio: chi non lo ha lo imposta dopo l’accesso, prima di ogni altra cosa.',
      isNotMade: 'Ogni persona decide se averne uno.',
      make: 'Rendi obbligatorio',
      end: 'Lascia a ogni persona',
      question: (count) =>
        count === 0
          ? 'Rendere obbligatorio il secondo passaggio per tutti?'
          : plural(
              count,
              'Rendere obbligatorio il secondo passaggio per tutti? Una persona non lo ha e non vedrà altro finché non lo imposta.',
              `Rendere obbligatorio il secondo passaggio per tutti? ${count} persone non lo hanno e non vedranno altro finché non lo impostano.`,
            ),
      endQuestion: 'Lasciare il secondo passaggio alla scelta di ogni persona? Chi ne ha uno lo mantiene.',
      cancel: 'Annulla',
    },
  },
  standing: {
    where: 'Dove',
    every: 'Su tutti i siti, anche futuri',
    some: 'Solo su questi siti',
    role: 'Ruolo',
    none: 'Nessun accesso',
    meanings: {
      viewer: 'vede i dati',
      editor: 'aggiunge anche obiettivi, funnel, segmenti e note',
      admin: 'cambia anche le impostazioni, condivide i dati e gestisce le persone',
      owner: 'tutto',
    },
    missing: 'Scegliere un ruolo almeno su un sito.',
    aboveYou: 'Nessuno dà o toglie un ruolo superiore al proprio.',
    lastOwner: 'È l’ultimo proprietario; prima va nominato un altro.',
    taken: 'C’è già un account con questo indirizzo. Modificarne il ruolo.',
    save: 'Salva',
  },
  invite: {
    title: 'Invita qualcuno',
    send: 'Crea il link',
    mailed: (email) =>
      `L’invito è stato inviato per e-mail a ${email}. Il link vale una volta sola, scade dopo una settimana e viene mostrato solo ora.`,
    ready: (email) =>
      `Inviare questo link a ${email}. Vale una volta sola, scade dopo una settimana e viene mostrato solo ora.`,
    link: 'Link dell’invito',
    done: 'Fatto',
  },
  invitation: {
    title: 'Invito ricevuto',
    intro: (email) => `Scegliere una password per l’account di ${email}.`,
    by: (who) => `Invito di ${who}.`,
    submit: 'Crea l’account',
    gone: 'Questo invito è stato usato, ritirato o è scaduto. Chiederne uno nuovo.',
  },
};
