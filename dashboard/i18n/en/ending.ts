/** Words of a site that ends, begins anew or changes hands. */

export const ending = {
  ending: {
    remove: 'Remove the site',
    removeMore: (domain: string) =>
      `Nothing more is counted for ${domain}, and it goes out of sight. For seven days its owners can have it back with everything that was counted; then it is erased. Write ${domain} to confirm.`,
    empty: 'Empty the site',
    emptyMore: (domain: string) =>
      `Everything that was counted for ${domain} is erased at once and cannot be had back. Settings, goals, keys and links stay, and counting goes on. Write ${domain} to confirm.`,
    emptied: 'Emptied. Counting begins anew.',
    give: 'Give the site to somebody else',
    giveMore: 'Somebody who has an account here becomes its owner.',
    to: 'E-mail address of the new owner',
    keep: 'What you keep here',
    nothing: 'nothing',
    stays: (role: string) => `Your role on every site stays: ${role}.`,
    nobody: 'Nobody here has this address. Invite them first, with a role on this site.',
    yourself: 'This is you. Name somebody else.',
    given: (email: string) => `${email} owns the site now.`,
    giveConfirm: (domain: string) => `Write ${domain} to confirm`,
    removed: 'Removed',
    removedMore:
      'Nothing is counted for these any more. Until the day they go, they can be had back with everything that was counted.',
    goes: (day: string) => `goes on ${day}`,
    restore: 'Have it back',
    restoreOf: (domain: string) => `Have it back: ${domain}`,
    erase: 'Erase now',
    eraseOf: (domain: string) => `Erase now: ${domain}`,
    eraseMore: (domain: string) =>
      `${domain} is erased at once with everything that was counted for it, and cannot be had back. Write ${domain} to confirm.`,
    kept: 'A site of this name was removed and is still kept. Its owners can have it back, or erase it now, on this page.',
  },
};
