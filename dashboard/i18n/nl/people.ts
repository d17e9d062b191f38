/** Words of the back office itself: people and what they may do. */
import type { people as like } from '../en/people.ts';
import { plural } from './plural.ts';

export const people: typeof like = {
  office: {
    title: 'Beheer',
    back: 'Terug naar de cijfers',
    notAllowed: 'Uw rol op deze server staat deze pagina niet toe. Vraag het aan een eigenaar of een beheerder.',
  },
  people: {
    title: 'Mensen',
    lead: 'Wie hier cijfers kan bekijken en wie iets kan wijzigen.',
    list: 'Mensen met een account',
    columns: { email: 'E-mailadres', role: 'Rol', since: 'Sinds', change: 'Wijzigen' },
    you: 'u',
    twoSteps: 'meldt zich in twee stappen aan',
    oneStep: 'meldt zich in één stap aan',
    onEvery: (role) => `${role} van alle sites`,
    onSite: (role) => `${role} van`,
    invitations: 'Uitnodigingen',
    noInvitations: 'Er is nu niemand uitgenodigd.',
    until: (date) => `geldig tot: ${date}`,
    by: (email) => `door ${email}`,
    invite: 'Iemand uitnodigen',
    change: (email) => `Wijzigen wat ${email} mag`,
    remove: (email) => `${email} verwijderen`,
    removeQuestion: (email) =>
      `${email} verwijderen? Alle aanmeldingen eindigen meteen. De cijfers blijven zoals ze zijn.`,
    signOut: 'Afmelden',
    signOutName: (email) => `${email} overal afmelden`,
    signOutQuestion: (email) =>
      `${email} overal afmelden? Alle aanmeldingen eindigen meteen; het wachtwoord blijft geldig.`,
    signedOut: 'is afgemeld',
    takeBack: (email) => `Uitnodiging aan ${email} intrekken`,
    takeBackQuestion: (email) => `Uitnodiging aan ${email} intrekken? De link werkt dan niet meer.`,
    demand: {
      title: 'Tweede stap voor iedereen',
      isMade: 'Verplicht: wie er geen heeft, stelt er na het aanmelden een in, vóór al het andere.',
      isNotMade: 'Iedereen kiest dit zelf.',
      make: 'Verplichten',
      end: 'Aan iedereen zelf overlaten',
      question: (count) =>
        count === 0
          ? 'Een tweede stap voor iedereen verplichten?'
          : plural(
              count,
              'Een tweede stap voor iedereen verplichten? Eén persoon heeft er geen en ziet niets anders tot die is ingesteld.',
              `Een tweede stap voor iedereen verplichten? ${count} personen hebben er geen en zien niets anders tot die is ingesteld.`,
            ),
      endQuestion: 'De tweede stap aan iedereen zelf overlaten? Wie er een heeft, houdt die.',
      cancel: 'Annuleren',
    },
  },
  standing: {
    where: 'Waar',
    every: 'Op alle sites, ook toekomstige',
    some: 'Alleen op deze sites',
    role: 'Rol',
    none: 'Geen toegang',
    meanings: {
      viewer: 'bekijkt cijfers',
      editor: 'voegt ook doelen, trechters, segmenten en notities toe',
      admin: 'wijzigt ook instellingen, deelt cijfers en beheert mensen',
      owner: 'alles',
    },
    missing: 'Kies een rol op ten minste één site.',
    aboveYou: 'Niemand geeft of neemt een rol boven de eigen rol.',
    lastOwner: 'Dit is de laatste eigenaar; benoem eerst een andere.',
    taken: 'Er is al een account met dit adres. Wijzig de rol daarvan.',
    save: 'Opslaan',
  },
  invite: {
    title: 'Iemand uitnodigen',
    send: 'Link maken',
    mailed: (email) =>
      `De uitnodiging is naar ${email} gemaild. De link werkt één keer, verloopt na een week en wordt alleen nu getoond.`,
    ready: (email) =>
      `Stuur deze link naar ${email}. Hij werkt één keer, verloopt na een week en wordt alleen nu getoond.`,
    link: 'Link van de uitnodiging',
    done: 'Klaar',
  },
  invitation: {
    title: 'U bent uitgenodigd',
    intro: (email) => `Kies een wachtwoord voor het account van ${email}.`,
    by: (who) => `Uitgenodigd door ${who}.`,
    submit: 'Account aanmaken',
    gone: 'Deze uitnodiging is gebruikt, ingetrokken of verlopen. Vraag om een nieuwe.',
  },
};
