/** Shared links of a stage: there are none, and none can be made. */
import type { SharedLinkStore } from '../auth/ports.ts';

export const NO_LINKS: SharedLinkStore = {
  list: () => [],
  findByToken: () => null,
  findPublic: () => null,
  insert: () => null,
  update: () => {},
  revoke: () => false,
  markUsed: () => {},
};
