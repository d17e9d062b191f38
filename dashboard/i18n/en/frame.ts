/** Words around the figures: bar, doors, forms, errors, and what stands where there is nothing. */
import { plural } from './plural.ts';

const many = (count: number | null) => count !== 1;

export const frame = {
  language: 'Language',
  skip: 'Skip to the figures',
  close: 'Close',
  tagline: 'Audience measurement that counts people honestly.',
  theme: { toDark: 'Dark colours', toLight: 'Light colours' },
  account: {
    menu: 'Account',
    signOut: 'Sign out',
    office: 'Back office',
    roles: { owner: 'Owner', admin: 'Administrator', editor: 'Editor', viewer: 'Viewer' },
    someSites: 'On some sites',
  },
  asking: { keep: 'Keep', remove: 'Remove' },
  sites: {
    choose: 'Choose a site',
    search: 'Search for a site',
    found: (count: number) => (count === 0 ? 'No site of that name.' : count === 1 ? '1 site' : `${count} sites`),
  },
  footer: (version: string) => `Figures are those of this server alone. Passant ${version}.`,
  forms: {
    email: 'E-mail address',
    password: 'Password',
    passwordRule: 'At least 12 characters. A few words in a row are easy to remember and hard to guess.',
    passwordLeft: (left: number) => `${left} more ${plural(left, 'character', 'characters')} needed.`,
    passwordLong: 'Long enough.',
    show: 'Show',
    hide: 'Hide',
    missingEmail: 'Give an e-mail address such as ada@example.org.',
    missingPassword: 'Give your password.',
    shortPassword: 'This password is shorter than 12 characters.',
    usualPassword: 'This password is among the first that others try. Take a few words that are your own.',
    knownWord:
      'This password rests on a word that others know: Passant, a site, part of your address. Take other words, or eight letters or more beside it.',
  },
  setUp: {
    title: 'Set up Passant',
    intro: 'Create the account of this server’s owner. Others can be invited later.',
    submit: 'Create the account',
    needsLink: 'This server has no owner yet.',
    needsLinkMore: 'Open the link that the server printed when it started: it lets you create the owner’s account.',
  },
  signIn: {
    title: 'Sign in',
    intro: 'Figures are shown to people with an account here.',
    submit: 'Sign in',
    forgotten: 'Forgotten your password?',
    ended: 'You have been signed out. Sign in to return to where you were.',
  },
  errors: {
    title: 'This could not be loaded',
    retry: 'Try again',
    offline: 'The server did not answer. Check the connection.',
    unreadable: 'The server’s answer could not be understood.',
    rate_limited: 'Too many attempts. Wait a little, then try again.',
    unavailable: 'The server is busy or starting. Try again in a moment.',
    fault: 'Something went wrong on the server; its log says more.',
    wrongSignIn: 'The address or the password is wrong.',
    usedLink: 'This set-up link has been used or has expired. Restart the service to get a new one.',
    alreadySetUp: 'This server is set up already. Sign in instead.',
    unknownSite: (domain: string) => `There is no site called ${domain} here.`,
    otherSites: 'The sites of this server:',
    noSites: 'This server has no site yet. Add one from the command line:',
  },
  addresses: {
    title: 'Visitors’ addresses do not arrive',
    consequence:
      'Nearly all beacons seem to come from one address, so visitors without consent melt into a few and their countries are unknown.',
    remedy:
      'Have the proxy in front send X-Forwarded-For, and name the proxy in PASSANT_TRUSTED_PROXIES (docs/proxies.md). This note goes soon after.',
  },
  waiting: {
    title: 'Waiting for the first visitor',
    intro:
      'Put this line between <head> and </head> in the HTML of every page of the site. The first visit shows up here within seconds.',
    copy: 'Copy',
    copied: 'Copied',
    demo: 'Visit the demo site',
    demoMore: 'The demo site carries the line already: open a page there and watch this one.',
    listening: 'Listening for events…',
    troubles: (domain: string) =>
      `Nothing comes? Only pages of ${domain} and its subdomains count, and only browsers that people use; a content security policy has to allow the script.`,
  },
  empty: {
    period: 'No visits in this period.',
    periodMore: 'The site has figures at other times.',
    allTime: 'Show all time',
    filters: 'Nothing matches these filters.',
    clear: 'Clear the filters',
  },
  sitePages: {
    title: 'Pages of this site',
    figures: 'Figures',
    live: 'Live',
    goals: 'Goals',
    funnels: 'Funnels',
    retention: 'Retention',
    journeys: 'Journeys',
    now: (count: string) => `${count} now`,
  },
  suggest: {
    proposals: 'Suggestions',
    count: (count: number) => (many(count) ? `${count} suggestions` : '1 suggestion'),
  },
};
