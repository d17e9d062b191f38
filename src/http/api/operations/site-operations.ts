/** Sites by program: listed, read, made, changed, removed. */
import * as z from 'zod';
import { operation } from '../operation.ts';
import { NEW_SITE, SITE, SITE_SETTINGS, SITES } from '../schemas/site.ts';

const group = 'sites';

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
  ...{ method: 'get', path: '/api/v1/sites/:site', id: 'readSite', group, needs: 'sites:read' },
  summary: 'Read a site with its settings',
  answers: { 200: { description: 'The site', schema: SITE } },
});

export const CHANGE_SITE = operation({
  ...{ method: 'patch', path: '/api/v1/sites/:site', id: 'changeSite', group, needs: 'sites:write' },
  summary: 'Change settings of a site',
  description:
    'What is left out stays as it is; a list takes the place of the one before. What is not counted is among the settings: `exclude_addresses`, `exclude_countries`, `exclude_paths`, `exclude_hosts`. One setting that cannot be used, and nothing is changed.',
  body: SITE_SETTINGS,
  example: { retention: '13mo', exclude_addresses: ['192.0.2.0/24'], rounding: true },
  answers: { 200: { description: 'The site as it is now', schema: SITE } },
});

export const REMOVE_SITE = operation({
  ...{ method: 'delete', path: '/api/v1/sites/:site', id: 'removeSite', group, needs: 'sites:write', everySite: true },
  summary: 'Remove a site',
  description:
    'Nothing is counted for it any more, and it is not told of here. For seven days an owner can have it back in the back office or by `passant site restore`; then it is erased with everything that was counted.',
  query: z.strictObject({ confirm: z.string().describe('The domain of the site once more: the counting ends') }),
  exampleQuery: { confirm: 'example.org' },
  answers: { 204: { description: 'It is removed' } },
});

export const SITE_OPERATIONS = [LIST_SITES, CREATE_SITE, READ_SITE, CHANGE_SITE, REMOVE_SITE] as const;
