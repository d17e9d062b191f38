/** Sites by program: listed, read, made, changed, given away, emptied, removed, had back, erased. */
import { operation } from '../operation.ts';
import { CONFIRMED, GIFT, GIVEN, NEW_SITE, REMOVED_SITES, SITE, SITE_SETTINGS, SITES } from '../schemas/site.ts';

const group = 'sites';
const at = '/api/v1/sites/:site';

export const LIST_SITES = operation({
  ...{ method: 'get', path: '/api/v1/sites', id: 'listSites', group, needs: 'sites:read' },
  summary: 'List the sites',
  description: 'All of them, or the one that the key is of.',
  answers: { 200: { description: 'The sites, by their domain', schema: SITES } },
});

export const CREATE_SITE = operation({
  ...{ method: 'post', path: '/api/v1/sites', id: 'createSite', group, needs: 'sites:write', everySite: true },
  summary: 'Make a site',
  description: 'What is left out follows from `jurisdiction`, as in the back office.',
  body: NEW_SITE,
  example: { domain: 'example.org', timezone: 'Europe/Paris', jurisdiction: 'FR' },
  answers: { 201: { description: 'The site', schema: SITE } },
  refusals: ['conflict'],
});

export const READ_SITE = operation({
  ...{ method: 'get', path: at, id: 'readSite', group, needs: 'sites:read' },
  summary: 'Read a site with its settings',
  answers: { 200: { description: 'The site', schema: SITE } },
});

export const CHANGE_SITE = operation({
  ...{ method: 'patch', path: at, id: 'changeSite', group, needs: 'sites:write' },
  summary: 'Change settings of a site',
  description:
    'What is left out stays as it is; a list takes the place of the one before. What is not counted is among the settings: `exclude_addresses`, `exclude_countries`, `exclude_paths`, `exclude_hosts`. One setting that cannot be used, and nothing is changed.',
  body: SITE_SETTINGS,
  example: { retention: '13mo', exclude_addresses: ['192.0.2.0/24'], rounding: true },
  answers: { 200: { description: 'The site as it is now', schema: SITE } },
});

export const REMOVE_SITE = operation({
  ...{ method: 'delete', path: at, id: 'removeSite', group, needs: 'sites:write', everySite: true },
  summary: 'Remove a site',
  description:
    'Nothing is counted for it any more, and it is not told of here. For seven days it can be had back, here, in the back office or by `passant site restore`; then it is erased with everything that was counted.',
  query: CONFIRMED,
  exampleQuery: { confirm: 'example.org' },
  answers: { 204: { description: 'It is removed' } },
});

export const LIST_REMOVED_SITES = operation({
  ...{ method: 'get', path: '/api/v1/removed-sites', id: 'listRemovedSites', group, needs: 'sites:read' },
  summary: 'List the sites that were removed and can be had back',
  description: 'All of them, or the one that the key is of.',
  answers: { 200: { description: 'The sites, by their domain', schema: REMOVED_SITES } },
});

export const RESTORE_SITE = operation({
  ...{ method: 'post', path: `${at}/restore`, id: 'restoreSite', group, needs: 'sites:write', everySite: true },
  summary: 'Have a site back that was removed',
  description:
    'Within seven days, with everything that was counted before, settings, people and keys included. It counts again from then on.',
  answers: { 200: { description: 'The site', schema: SITE } },
});

export const EMPTY_SITE = operation({
  ...{ method: 'post', path: `${at}/empty`, id: 'emptySite', group, needs: 'sites:write', everySite: true },
  summary: 'Erase everything that was counted for a site',
  description:
    'At once, and it cannot be had back. Settings, goals, funnels, segments, notes, keys, links and proofs of consent stay, and it counts on. Not while an import runs.',
  body: CONFIRMED,
  example: { confirm: 'example.org' },
  answers: { 204: { description: 'Nothing of what was counted is left' } },
  refusals: ['unavailable'],
});

export const GIVE_SITE = operation({
  ...{ method: 'post', path: `${at}/give`, id: 'giveSite', group, needs: 'sites:write', everySite: true },
  summary: 'Make somebody the owner of a site',
  description:
    'They need an account. Without `from` nobody’s role is taken; a role on every site stays as it is whoever gives.',
  body: GIFT,
  example: { confirm: 'example.org', to: 'ada@example.org', from: 'bob@example.org', keep: 'viewer' },
  answers: { 200: { description: 'Who owns it now', schema: GIVEN } },
  refusals: ['conflict'],
});

export const ERASE_SITE = operation({
  ...{ method: 'post', path: `${at}/erase`, id: 'eraseSite', group, needs: 'sites:write', everySite: true },
  summary: 'Erase a site that was removed, before its days are over',
  description: 'With everything that was counted, at once, and it cannot be had back. Remove it first.',
  body: CONFIRMED,
  example: { confirm: 'example.org' },
  answers: { 204: { description: 'It is gone' } },
});

export const SITE_OPERATIONS = [
  ...[LIST_SITES, CREATE_SITE, READ_SITE, CHANGE_SITE, REMOVE_SITE],
  ...[LIST_REMOVED_SITES, RESTORE_SITE, EMPTY_SITE, GIVE_SITE, ERASE_SITE],
] as const;
