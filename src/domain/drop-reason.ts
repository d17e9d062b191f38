/** Why an event was not kept: a closed list, seen in a header, in counters and in closing reports. */
export const DROP_REASONS = {
  'unknown-site': 'no site of this installation has that domain',
  'foreign-origin': 'the request came from a page of another site',
  'foreign-host': 'the address of the page is not one of the site’s hosts',
  bot: 'the User-Agent or the request is that of an automated client',
  prefetch: 'the browser loaded the page in advance; nobody has seen it yet',
  'spam-referrer': 'the referrer is on the referrer-spam list',
  signal: 'the visitor sends a privacy signal and the site excludes such visitors',
  objected: 'the visitor has objected and their browser says so (cookie passant_optout)',
  refused: 'the visitor refused and the site counts nothing after a refusal',
  'event-kind': 'the profile of the site does not keep this kind of event',
  duplicate: 'the same message has been counted already',
  'not-a-page': 'a log line of an image, a feed, a script or another file that is not a page',
  'not-a-visit': 'a log line of a request that showed no page: another method, an error or a redirection',
  unreadable: 'a line that is not in the stated format',
  'past-retention': 'older than the site’s setting --retention keeps',
  'in-future': 'more than a day ahead of this machine’s clock',
  'out-of-order': 'older than the days that a piped import still holds open; give the file itself, or sort it',
} as const;
export type DropReason = keyof typeof DROP_REASONS;
