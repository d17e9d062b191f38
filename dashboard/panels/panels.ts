/** The panels, as data: a further one is a further row. */
import type { Texts } from '../i18n/en.ts';
import type { FilterDimension } from '../state/conditions.ts';

export type TabKey = keyof Texts['panels']['tabs'];

export interface Tab {
  key: TabKey;
  dimension: FilterDimension;
}

export interface PanelRow {
  key: 'pages' | 'sources' | 'places' | 'technology';
  tabs: readonly [Tab, ...Tab[]];
}

export const PANELS: readonly PanelRow[] = [
  {
    key: 'pages',
    tabs: [
      { key: 'pages', dimension: 'event:page' },
      { key: 'entry-pages', dimension: 'visit:entry_page' },
      { key: 'exit-pages', dimension: 'visit:exit_page' },
    ],
  },
  {
    key: 'sources',
    tabs: [
      { key: 'channels', dimension: 'visit:channel' },
      { key: 'sources', dimension: 'visit:source' },
      { key: 'referrers', dimension: 'visit:referrer' },
      { key: 'campaigns', dimension: 'visit:utm_campaign' },
    ],
  },
  {
    key: 'places',
    tabs: [
      { key: 'countries', dimension: 'visit:country' },
      { key: 'regions', dimension: 'visit:region' },
      { key: 'cities', dimension: 'visit:city' },
    ],
  },
  {
    key: 'technology',
    tabs: [
      { key: 'browsers', dimension: 'visit:browser' },
      { key: 'systems', dimension: 'visit:os' },
      { key: 'devices', dimension: 'visit:device' },
      { key: 'languages', dimension: 'event:language' },
    ],
  },
];
