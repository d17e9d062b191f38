/** The panels, as data: a further one is a further row. */
import type { ApiFilter } from '../api/query.ts';
import type { Texts } from '../i18n/en/texts.ts';
import type { FilterDimension } from '../state/conditions.ts';

export type TabKey = keyof Texts['panels']['tabs'];

/** How a tab shows its answer: rows with a figure each; the hours of the week; new and returning visitors; amounts of money. */
export type TabKind = 'rows' | 'week' | 'newness' | 'revenue';

export interface Tab {
  key: TabKey;
  /** `rows` when it is not said. */
  kind?: TabKind;
  dimension: FilterDimension;
  /** By which a row is told apart beside that. */
  second?: FilterDimension;
  /** What a reader may choose in the place of `dimension`, which is one of them; `properties`: those that the site's events have. */
  choices?: readonly FilterDimension[] | 'properties';
  /** Whose name stands above the rows, where that of `dimension` would say less. */
  headedBy?: FilterDimension;
  /** What the tab is about, where that is not everything. */
  filters?: readonly ApiFilter[];
  /** Rows in which nothing was said are left out. */
  isOfSaid?: boolean;
  /** What is shown instead once a filter asks for one value of `dimension`: the versions of a browser. */
  inside?: FilterDimension;
  /** The share of visits stands beside that of people. */
  tellsVisits?: boolean;
  /** A map stands above the rows. */
  hasMap?: boolean;
  /** It tells properties of events or revenue, which a shared page may withhold. */
  isDetail?: boolean;
  /** It is there only where the site has several of them. */
  needsSeveral?: boolean;
}

export interface PanelRow {
  key: 'pages' | 'sources' | 'places' | 'technology' | 'events' | 'rhythm';
  tabs: readonly [Tab, ...Tab[]];
}

/** The custom event that says that a page was not found, with the property that names the page: docs/client.md. */
const NOT_FOUND: ApiFilter = ['is', 'event:name', ['404']];

export const PANELS: readonly PanelRow[] = [
  {
    key: 'pages',
    tabs: [
      { key: 'pages', dimension: 'event:page' },
      { key: 'entry-pages', dimension: 'visit:entry_page' },
      { key: 'exit-pages', dimension: 'visit:exit_page' },
      { key: 'sections', dimension: 'event:section' },
      { key: 'hosts', dimension: 'event:hostname', needsSeveral: true },
      {
        key: 'not-found',
        dimension: 'event:props:path',
        filters: [NOT_FOUND],
        isOfSaid: true,
        headedBy: 'event:page',
        isDetail: true,
      },
      { key: 'searches', dimension: 'event:search', isOfSaid: true },
    ],
  },
  {
    key: 'sources',
    tabs: [
      { key: 'channels', dimension: 'visit:channel' },
      { key: 'sources', dimension: 'visit:source' },
      { key: 'referrers', dimension: 'visit:referrer' },
      {
        key: 'campaigns',
        dimension: 'visit:utm_campaign',
        choices: ['visit:utm_campaign', 'visit:utm_source', 'visit:utm_medium', 'visit:utm_content', 'visit:utm_term'],
        isOfSaid: true,
      },
      // Where somebody comes from, and whether for the first time, are asked together.
      { key: 'newness', kind: 'newness', dimension: 'visit:new' },
    ],
  },
  {
    key: 'places',
    tabs: [
      { key: 'countries', dimension: 'visit:country', hasMap: true },
      { key: 'regions', dimension: 'visit:region' },
      { key: 'cities', dimension: 'visit:city' },
      { key: 'languages', dimension: 'event:language' },
    ],
  },
  {
    key: 'technology',
    tabs: [
      { key: 'browsers', dimension: 'visit:browser', inside: 'visit:browser_version' },
      { key: 'systems', dimension: 'visit:os', inside: 'visit:os_version' },
      { key: 'devices', dimension: 'visit:device', tellsVisits: true },
    ],
  },
  {
    key: 'events',
    tabs: [
      { key: 'goals', dimension: 'event:goal' },
      { key: 'events', dimension: 'event:name', filters: [['is_not', 'event:name', ['pageview']]] },
      { key: 'properties', dimension: 'event:props:', choices: 'properties', isOfSaid: true, isDetail: true },
      {
        key: 'revenue',
        kind: 'revenue',
        isDetail: true,
        dimension: 'event:goal',
        second: 'event:currency',
        choices: ['event:goal', 'event:name'],
        filters: [['is_not', 'event:currency', ['(not set)']]],
      },
    ],
  },
  {
    key: 'rhythm',
    tabs: [{ key: 'week', kind: 'week', dimension: 'visit:weekday', second: 'visit:hour' }],
  },
];
