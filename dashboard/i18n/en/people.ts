/** Words of the back office itself: people and what they may do. */
import { plural } from './plural.ts';

export const people = {
  office: {
    title: 'Back office',
    back: 'Back to the figures',
    notAllowed: 'Your role on this server does not allow this page. Ask an owner or an administrator.',
  },
  people: {
    title: 'People',
    lead: 'Who can look at figures here, and who can change things.',
    list: 'People with an account',
    columns: { email: 'E-mail address', role: 'Role', since: 'Since', change: 'Change' },
    you: 'you',
    twoSteps: 'signs in with two steps',
    oneStep: 'signs in with one step',
    onEvery: (role: string) => `${role} of every site`,
    onSite: (role: string) => `${role} of`,
    invitations: 'Invitations',
    noInvitations: 'Nobody is invited at the moment.',
    until: (date: string) => `open until ${date}`,
    by: (email: string) => `by ${email}`,
    invite: 'Invite somebody',
    change: (email: string) => `Change what ${email} may do`,
    remove: (email: string) => `Remove ${email}`,
    removeQuestion: (email: string) =>
      `Remove ${email}? They are signed out everywhere at once. Figures are not touched.`,
    signOut: 'Sign out',
    signOutName: (email: string) => `Sign ${email} out everywhere`,
    signOutQuestion: (email: string) =>
      `Sign ${email} out everywhere? Every login ends at once; the password goes on working.`,
    signedOut: 'is signed out',
    takeBack: (email: string) => `Take back the invitation to ${email}`,
    takeBackQuestion: (email: string) => `Take back the invitation to ${email}? The link will not work any more.`,
    demand: {
      title: 'Second step for everybody',
      isMade: 'Demanded: whoever has none sets one up after signing in, before anything else.',
      isNotMade: 'Each person decides whether to have one.',
      make: 'Demand it',
      end: 'Leave it to each person',
      question: (count: number) =>
        count === 0
          ? 'Demand a second step of everybody?'
          : plural(
              count,
              'Demand a second step of everybody? One person has none, and sees nothing else until it is set up.',
              `Demand a second step of everybody? ${count} people have none, and see nothing else until it is set up.`,
            ),
      endQuestion: 'Leave the second step to each person? Those who have one keep it.',
      cancel: 'Cancel',
    },
  },
  standing: {
    where: 'Where',
    every: 'On every site, those to come included',
    some: 'On these sites only',
    role: 'Role',
    none: 'No access',
    meanings: {
      viewer: 'looks at figures',
      editor: 'also adds goals, funnels, segments and notes',
      admin: 'also changes settings, shares figures and manages people',
      owner: 'everything',
    },
    missing: 'Choose a role on one site at least.',
    aboveYou: 'Nobody gives or takes a role above their own.',
    lastOwner: 'This is the last owner; appoint another one first.',
    taken: 'There is an account with this address already. Change its role instead.',
    save: 'Save',
  },
  invite: {
    title: 'Invite somebody',
    send: 'Make the link',
    mailed: (email: string) =>
      `The invitation has been mailed to ${email}. The link works once, for a week, and is shown only now.`,
    ready: (email: string) => `Send this link to ${email}. It works once, for a week, and is shown only now.`,
    link: 'Link of the invitation',
    done: 'Done',
  },
  invitation: {
    title: 'You are invited',
    intro: (email: string) => `Choose a password for the account of ${email}.`,
    by: (who: string) => `Invited by ${who}.`,
    submit: 'Create the account',
    gone: 'This invitation has been used, taken back, or is over. Ask for a new one.',
  },
};
