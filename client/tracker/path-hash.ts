/** What tells one page of an application from the next where the fragment holds the route: `#/about`, `#!/about`. */

/** The path, and of a fragment that is a route what stands before a question mark. */
export const pathOf = (): string => location.pathname + (location.hash.match(/^#!?\/[^?]*/) ?? '');
