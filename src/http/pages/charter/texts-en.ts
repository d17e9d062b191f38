/** The cookie charter in English. */
import type { CharterTexts } from './texts.ts';

const cookies = (count: number) => (count === 1 ? 'cookie' : 'cookies');

export const en: CharterTexts = {
  title: 'Cookie charter',
  lead: 'What {site} may keep on your device, for what purpose, for how long, and who can read it. This page is drawn from the settings in force: what is not set is not listed.',
  glance: {
    label: 'At a glance',
    free: (count) => `${cookies(count)} that need no consent`,
    consent: (count) => `${cookies(count)} only after you have agreed`,
    others: (count) => `${cookies(count)} set by other services`,
  },
  what: {
    title: 'What is a cookie?',
    paragraphs: [
      'A cookie is a small piece of text that a site asks your browser to keep, and that the browser gives back on the pages that follow. It lets the site remember something from one page to the next: that you are signed in, the language you have chosen, what you have answered about cookies themselves.',
      'A cookie is not a program. It cannot read your files or install anything, and only the domain that set it can read it again. Neighbouring techniques, such as the browser’s local storage, follow the same rules; they are therefore listed here as well.',
    ],
    law: {
      fr: 'In France, article 82 of the Data Protection Act (loi Informatique et Libertés) tells two cases apart. What is strictly necessary for a service that you ask for may be set without your consent. Everything else waits for your agreement, which you may take back at any time, as easily as you gave it.',
      europe:
        'In the European Union, article 5(3) of the ePrivacy Directive tells two cases apart. What is strictly necessary for a service that you ask for may be set without your consent. Everything else waits for your agreement, which you may take back at any time, as easily as you gave it.',
      gb: 'In the United Kingdom, regulation 6 of the Privacy and Electronic Communications Regulations asks for your consent unless an exception applies: what is strictly necessary for a service that you ask for is one. You may take your agreement back at any time, as easily as you gave it.',
      elsewhere:
        'What is strictly necessary for a service that you ask for is set without asking. Everything else waits for your agreement, which you may take back at any time, as easily as you gave it.',
    },
  },
  kinds: {
    title: 'The kinds of cookies',
    bySetter: 'By who sets them',
    setters: [
      { name: 'The site itself', text: 'Set by the site whose address you see. Only that site can read them.' },
      {
        name: 'Another service',
        text: 'Set by a service that the page calls in, such as a video or a map. That service can meet you again on other sites.',
      },
    ],
    byLife: 'By how long they stay',
    lives: [
      { name: 'For the session', text: 'They disappear when you close your browser.' },
      { name: 'For a fixed time', text: 'They stay until a date that is set in advance, or until you delete them.' },
    ],
    byPurpose: 'By what they are for',
  },
  categories: {
    necessary: {
      name: 'Strictly necessary',
      text: 'Without them the service that you ask for would not work: signing in, security, remembering your choice.',
    },
    preferences: { name: 'Preferences', text: 'They remember what makes the site more comfortable for you.' },
    statistics: {
      name: 'Audience measurement',
      text: 'They count visits and pages, so that those who run the site know how it is used.',
    },
    marketing: {
      name: 'Advertising and sharing',
      text: 'They follow interests or link your visit to a social network, often across sites.',
    },
  },
  list: {
    title: 'What this site uses',
    lead: 'Every entry says when it is set. An entry that waits for your consent is not on your device as long as you have not agreed.',
    nothing: {
      necessary: 'None.',
      preferences: 'None.',
      statistics: 'None: visits are counted without keeping anything on your device.',
      marketing: 'None.',
    },
    noMeasuring:
      'Counting visits keeps nothing on your device: this site neither sets nor reads a cookie for it. The only exception is the mark that remembers an objection, if you make one.',
  },
  columns: {
    name: 'Name',
    purpose: 'Purpose',
    provider: 'Provider',
    service: 'Service and location',
    lifetime: 'Lifetime',
  },
  storage: {
    cookie: 'cookie',
    'local-storage': 'local storage',
    'session-storage': 'session storage',
    'indexed-db': 'browser database',
  },
  when: {
    consent: 'Only with your consent',
    answer: 'After your answer',
    visit: 'Unless you refuse or object',
    objection: 'Only if you object',
  },
  declaredWhen: { free: 'No consent needed', consent: 'Only with your consent' },
  purposes: {
    identifier:
      'A random number, drawn when you agree, so that several visits count as one visitor. It serves on this site alone and is matched with nothing else.',
    date: 'The date of your last visit and nothing else, to tell whether a page is your first of the day, week or month. The date itself never leaves your device.',
    choice:
      'Your answer about audience measurement, so that you are not asked again on every page. Yes and no are kept equally long.',
    objection: 'Says that your visits must not be counted. Its value is the same for everybody: it identifies no one.',
  },
  httpOnly: 'Out of reach of the scripts on the page.',
  thisSite: 'This site',
  ownService: 'Audience measurement (Passant)',
  unstated: 'Location not stated',
  choice: {
    title: 'Your choice',
    byPassant:
      'You may change your mind at any time. Taking your agreement back deletes the identifier from your device at once, and what was stored for it is erased. Refusing changes nothing in how the site works.',
    byOther:
      'This site asks for your consent with a tool of its own: change your choice there, by the link or button that it offers on every page. Taking your agreement back deletes the identifier of the audience measurement.',
    byNobody:
      'Audience measurement asks you nothing here, because it identifies nobody. You may still object to it: your visits are then not counted at all.',
    change: 'Change my choice',
    rights: 'See, erase, object: my data on this site',
    browser:
      'Your browser also lets you see, delete and block cookies, for each site, in its privacy settings. Deleting the cookies of this site deletes your choice too: you will be asked again.',
  },
  foot: { drawn: 'Drawn from the settings in force on {date}.', json: 'The same as data (JSON)' },
};
