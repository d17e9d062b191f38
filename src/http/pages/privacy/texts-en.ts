/** The page about the visitor's rights in English. */
import type { PrivacyTexts } from './texts.ts';

export const en: PrivacyTexts = {
  title: 'Your data and your rights',
  lead: 'How visits to {site} are counted, and what you can do about it: see what is stored for you, take it with you, take your consent back, have it erased, object. No account, no letter, no waiting.',
  charter: 'Cookie charter',
  notices: {
    objected:
      'Done. Your visits are no longer counted, and what was stored for this browser’s identifier has been erased. Your browser keeps only the mark of your objection.',
    counted: 'Your objection has been lifted. Your visits are counted again, as you choose.',
    withdrawn:
      'Done. Your consent has been taken back, the identifier is gone from this browser, and what was stored for it has been erased.',
    withdrawnPasted:
      'Done. What was stored for this identifier has been erased. It is still in the browser that you took it from: delete the cookie passant_id there.',
    erased:
      'Done. What was stored for you has been erased, and the identifier is gone from this browser. Visits already counted remain as numbers that belong to nobody.',
    erasedPasted:
      'Done. What was stored for this identifier has been erased. It is still in the browser that you took it from: delete the cookie passant_id there.',
    nothing: 'Nothing was stored for this identifier.',
    nobody: 'This browser shows no identifier here, so nothing is stored for it that could be found.',
    invalid: 'This is not an identifier. It has 21 characters: letters, digits, - and _.',
  },
  rights: {
    title: 'What is known about you',
    known: 'This browser carries an identifier: you have agreed to be recognised from one visit to the next.',
    pasted: 'You have entered an identifier. The buttons below are about it.',
    unknown:
      'This browser carries no identifier. Your visits, if they are counted, are anonymous: nothing that is stored can be traced back to you.',
    unknownElsewhere:
      'From here, your browser’s identifier for {site} cannot be seen. If you have agreed to be recognised, enter it below.',
    objected: 'You have objected: your visits are not counted.',
    counted: 'You have not objected to the counting of visits.',
    paste: {
      open: 'Enter the identifier of another browser',
      label: 'Identifier',
      help: 'On {site}, open the browser’s developer tools (F12), then Storage or Application, Cookies: the identifier is the value of passant_id. It is sent in the body of a form, never in an address.',
    },
    see: { name: 'See', text: 'Everything that is stored for your identifier, on this page.', button: 'Show my data' },
    download: {
      name: 'Take with you',
      text: 'The same as a file, in a format that programs can read (JSON).',
      button: 'Download',
    },
    withdraw: {
      name: 'Take consent back',
      text: 'You are no longer recognised. The identifier is deleted, and what was stored for it is erased.',
      button: 'Withdraw my consent',
    },
    erase: {
      name: 'Erase',
      text: 'What was stored for your identifier goes. Your consent stands: at your next visit a new identifier is drawn.',
      button: 'Erase my data…',
      sure: 'What is erased cannot be brought back.',
      really: 'Erase for good',
    },
    object: {
      name: 'Object',
      text: 'Your visits are no longer counted in any way, not even anonymously. Your browser keeps a mark that says so for 13 months; it is the same for everybody.',
      button: 'Object to the counting',
    },
    again: { name: 'Objection', text: 'You may lift your objection at any time.', button: 'Count my visits again' },
    foreign:
      'To object, use the page about your data on {site} itself: a mark that is set from here would not reach that site.',
    sameDomain:
      'The mark is set at the address of this service, to which your browser shows it when it reports a visit.',
  },
  found: {
    title: 'What is stored for your identifier',
    nothing: 'Nothing is stored for this identifier.',
    summary: (visits, pages) =>
      `${visits === 1 ? '1 visit' : `${visits} visits`}, ${pages === 1 ? '1 page' : `${pages} pages`}.`,
    receipts: 'Proof of your consent',
    actions: { accepted: 'You agreed', withdrawn: 'You took your consent back' },
    textVersion: 'text',
    visits: 'Visits',
    newest: (count) => `The newest ${count} are shown; the file holds all of them.`,
    pages: (count) => (count === 1 ? '1 page' : `${count} pages`),
    events: { pageview: 'page', engagement: 'time on the page' },
    seconds: (count) => `${count} s in view`,
    facts: { source: 'came from', place: 'place', technology: 'device', language: 'language' },
    incomplete: 'There is more than one answer can hold; write to the site for the rest.',
  },
  measured: {
    title: 'What is measured, and why',
    purpose:
      'Those who run {site} want to know how it is used: which pages serve, where visitors come from, what does not work. The figures are for them alone. They serve no advertising, are not sold, and are matched with no other data or site.',
    everybody: 'Of every visit',
    all: [
      'the pages shown, without what follows the address (only parameters that the site lists are kept)',
      'country, and where known region and city, found from a shortened network address that is then thrown away',
      'browser and system by family and major version, kind of device, main language',
      'how long a page was in view and how far it was scrolled',
    ],
    extra: {
      consented: ['the page and campaign that led here', 'actions on pages, such as a download or a search'],
      exempt: ['the host name of the site that led here', 'at most three kinds of actions on pages'],
    },
    levels: {
      pageviews: 'Without consent only page views are counted: neither visits nor visitors are told apart.',
      visits: 'Without consent visits are counted without telling visitors apart.',
      day: 'Without consent, visitors are told apart within one day: a keyed fingerprint of shortened address and browser lives in memory only. The key is random, never touches a disk, and is destroyed at the end of the day; nobody, the site included, can link two days after that.',
      'two-day':
        'Without consent, visitors are told apart within one day, and the service counts how many were there the day before: a keyed fingerprint of shortened address and browser lives in memory only. Keys are random, never touch a disk, and are destroyed after the next day; what remains is a sum for the whole site.',
    },
    consent: 'With your consent, in addition',
    consented: [
      'a random identifier on your device, so that several visits count as one visitor',
      'on the server only a keyed fingerprint of that identifier, with the pages of your visits',
      'campaign, referring page and properties of actions, if the site sends any',
    ],
    nobodyAsked: 'This site recognises nobody from one visit to the next and therefore asks for no consent.',
    dateFlag:
      'Your device also keeps the date of your last visit, to tell first visits of a day, week or month. The date is not sent; a refusal or an objection deletes it.',
    refusal: {
      anonymous: 'If you refuse, your visits are counted anonymously, as described above.',
      pageviews: 'If you refuse, only page views are counted.',
      none: 'If you refuse, nothing is counted.',
    },
    signals: {
      anonymous:
        'If your browser sends Global Privacy Control or Do Not Track, you are not recognised unless you have said yes on this site.',
      exclude:
        'If your browser sends Global Privacy Control or Do Not Track, your visits are not counted unless you have said yes on this site.',
      ignore: 'Global Privacy Control and Do Not Track are not taken into account on this site; your choice here is.',
    },
    never: 'What is never kept',
    nevers: [
      'your network (IP) address and your browser’s full signature',
      'name, e-mail address, account or customer number',
      'identifiers of advertising clicks, size of the screen, or a fingerprint of your device',
    ],
  },
  basis: {
    title: 'On what legal basis',
    consent:
      'Visits with an identifier rest on your consent (article 6(1)(a) of the GDPR), which you may take back at any time.',
    anonymous:
      'Anonymous counting rests on the legitimate interest of the site in knowing how it is used or, for a public body, on its public task (article 6(1)(f) or (e) of the GDPR). Personal data are handled for an instant, in memory, and not kept. You may object to it here.',
    device:
      'Nothing is stored on your device or read from it without your consent, except your choice and an objection, both of which you ask for yourself.',
    exemption: {
      FR: 'This site has chosen settings meant to meet the conditions under which audience measurement may go without consent (article 82 of the French Data Protection Act, and what the CNIL has published about it). That is the site’s own assessment.',
      other:
        'This site has chosen settings meant to meet the conditions under which national law lets audience measurement go without consent. That is the site’s own assessment.',
    },
    dateFlag: {
      exempt: 'The date of your last visit is kept under that same exemption.',
      GB: 'The date of your last visit is kept under the exception for statistics, with this notice and this way to object.',
      other: 'The date of your last visit is kept as the law that the site has stated allows.',
    },
    elsewhere:
      'The site has stated that the law of this country applies: {place}. Identified visits rest on your consent; anonymous counting can be objected to here.',
    unstated:
      'The site has not stated which law applies to it. Identified visits rest on your consent; anonymous counting can be objected to here. Ask the site for more.',
    caution: 'No authority has approved or certified this service or this site’s use of it.',
  },
  kept: {
    title: 'For how long',
    events: (months) => `What is counted is removed after ${months} months, identifiers included.`,
    forGood: 'The site has set no end to how long what is counted is kept.',
    identifier:
      'The identifier stays on your device for 13 months at most and is not extended by visits. Your choice is remembered for 6 months, an objection for 13.',
    receipts:
      'Proof of your consent stays as long as the visits that rest on it; then, or after an erasure, without any key for at most five years.',
    memory:
      'What tells anonymous visitors apart lives in memory only and is destroyed on the following day at the latest.',
  },
  who: {
    title: 'Who is responsible, and whom to ask',
    controller: 'Responsible',
    noController: 'The site has not said so here. Its legal notice names who is responsible:',
    contact: 'Contact',
    noContact: 'The site has not given an address for such questions here. Look for a contact or data-protection page:',
    hosting: 'Stored in',
    noHosting: 'The site has not stated the country. Ask the site.',
    recipients: 'Recipients',
    nobodyElse: 'Those who run the site and its audience measurement. Nothing is passed on to anybody else.',
    authority: 'Complaint',
    anyAuthority: 'You may complain to the data-protection authority of your country.',
    answer: 'If you think that your rights are not respected, you may complain to the authority:',
  },
};
