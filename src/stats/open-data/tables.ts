/** The tables of a site's open data, with the words of their data dictionary: what is asked, and what each column says. */
import type { Dimension } from '../dimensions.ts';
import type { Metric } from '../metrics.ts';

export type Words = Readonly<Record<'en' | 'fr', string>>;

export interface OpenColumn {
  name: string;
  type: 'date' | 'yearmonth' | 'string' | 'integer' | 'boolean';
  unit: string;
  title: Words;
  description: Words;
}

export interface OpenTable {
  name: 'days' | 'pages' | 'sources';
  /** Below the address of the shared page. */
  path: string;
  title: Words;
  description: Words;
  /** The first of them is time. */
  dimensions: readonly [Dimension, ...Dimension[]];
  metrics: readonly [Metric, ...Metric[]];
  columns: readonly OpenColumn[];
}

const VISITS: OpenColumn = {
  ...{ name: 'visits', type: 'integer', unit: 'visit' },
  title: { en: 'Visits', fr: 'Visites' },
  description: {
    en: 'Events of one visitor with no gap of more than 30 minutes, rounded to ten. Empty where it is hidden.',
    fr: 'Événements d’un même visiteur séparés de 30 minutes au plus, arrondis à la dizaine. Vide si la valeur est masquée.',
  },
};
const PAGEVIEWS: OpenColumn = {
  ...{ name: 'pageviews', type: 'integer', unit: 'pageview' },
  title: { en: 'Pageviews', fr: 'Pages vues' },
  description: {
    en: 'Pages shown, rounded to ten. Empty where it is hidden.',
    fr: 'Pages affichées, arrondies à la dizaine. Vide si la valeur est masquée.',
  },
};
const MONTH: OpenColumn = {
  ...{ name: 'month', type: 'yearmonth', unit: '' },
  title: { en: 'Month', fr: 'Mois' },
  description: {
    en: 'Calendar month in the time zone of the site; months that are over only.',
    fr: 'Mois civil dans le fuseau horaire du site\u202f; uniquement les mois terminés.',
  },
};
const visitors = (name: string, title: Words, description: Words): OpenColumn => ({
  ...{ name, type: 'integer', unit: 'visitor', title, description },
});

export const OPEN_TABLES: readonly OpenTable[] = [
  {
    ...{ name: 'days', path: 'open-data.csv' },
    title: { en: 'Audience by day', fr: 'Audience par jour' },
    description: {
      en: 'One row for each day that is over, from the first one counted.',
      fr: 'Une ligne par jour terminé, à partir du premier jour mesuré.',
    },
    dimensions: ['time:day'],
    metrics: ['visits', 'pageviews', 'visitors', 'visitors_low', 'visitors_high'],
    columns: [
      {
        ...{ name: 'date', type: 'date', unit: '' },
        title: { en: 'Date', fr: 'Date' },
        description: { en: 'Day in the time zone of the site.', fr: 'Jour dans le fuseau horaire du site.' },
      },
      VISITS,
      PAGEVIEWS,
      visitors(
        'visitors',
        { en: 'Unique visitors', fr: 'Visiteurs uniques' },
        {
          en: 'Browsers told apart, rounded to ten. Empty where it is hidden, or where only bounds are known. Do not add up days.',
          fr: 'Navigateurs distingués, arrondis à la dizaine. Vide si la valeur est masquée ou si seules des bornes sont connues. Ne pas additionner les jours.',
        },
      ),
      visitors(
        'visitors_low',
        { en: 'Unique visitors, lower end', fr: 'Visiteurs uniques, borne basse' },
        {
          en: 'Lower end of the 95% interval, or lower bound; rounded down to ten. The count itself where it is exact.',
          fr: 'Borne basse de l’intervalle à 95\u00a0%, ou minimum\u202f; arrondie à la dizaine inférieure. La valeur elle-même si elle est exacte.',
        },
      ),
      visitors(
        'visitors_high',
        { en: 'Unique visitors, upper end', fr: 'Visiteurs uniques, borne haute' },
        {
          en: 'Upper end of the 95% interval, or upper bound; rounded up to ten. The count itself where it is exact.',
          fr: 'Borne haute de l’intervalle à 95\u00a0%, ou maximum\u202f; arrondie à la dizaine supérieure. La valeur elle-même si elle est exacte.',
        },
      ),
      {
        ...{ name: 'hidden', type: 'boolean', unit: '' },
        title: { en: 'Hidden', fr: 'Masqué' },
        description: {
          en: 'Whether a figure of the row is left empty because it is about too few people, or because such a figure could be worked out from it.',
          fr: 'Indique si une valeur de la ligne est laissée vide parce qu’elle porte sur trop peu de personnes, ou parce qu’elle permettrait d’en déduire une.',
        },
      },
    ],
  },
  {
    ...{ name: 'pages', path: 'open-data/pages.csv' },
    title: { en: 'Pages by month', fr: 'Pages par mois' },
    description: {
      en: 'One row for each month and page; rows about too few people are left out.',
      fr: 'Une ligne par mois et par page\u202f; les lignes portant sur trop peu de personnes sont omises.',
    },
    dimensions: ['time:month', 'event:page'],
    metrics: ['pageviews', 'visits'],
    columns: [
      MONTH,
      {
        ...{ name: 'page', type: 'string', unit: '' },
        title: { en: 'Page', fr: 'Page' },
        description: { en: 'Path of the page.', fr: 'Chemin de la page.' },
      },
      PAGEVIEWS,
      VISITS,
    ],
  },
  {
    ...{ name: 'sources', path: 'open-data/sources.csv' },
    title: { en: 'Sources by month', fr: 'Sources par mois' },
    description: {
      en: 'One row for each month and source of visits; rows about too few people are left out.',
      fr: 'Une ligne par mois et par source de visites\u202f; les lignes portant sur trop peu de personnes sont omises.',
    },
    dimensions: ['time:month', 'visit:source'],
    metrics: ['visits'],
    columns: [
      MONTH,
      {
        ...{ name: 'source', type: 'string', unit: '' },
        title: { en: 'Source', fr: 'Source' },
        description: {
          en: 'Where the visits came from, by name; “Direct / None” where nothing is known.',
          fr: 'Provenance des visites, par son nom\u202f; «\u202fDirect / None\u202f» si elle est inconnue.',
        },
      },
      VISITS,
    ],
  },
];
