/** Open data as files: comma-separated values (RFC 4180), a data dictionary, and the description that portals read. */
import { stringify } from 'csv-stringify/sync';
import { LICENCES, type Licence } from '../../domain/shared-link.ts';
import type { Site } from '../../domain/site.ts';
import type { Cell } from '../../stats/open-data/read-open-table.ts';
import { OPEN_TABLES, type OpenTable } from '../../stats/open-data/tables.ts';

/** Lines end as the standard says; what a spreadsheet would run as a formula begins with an apostrophe. */
const FORM = { record_delimiter: 'windows', escape_formulas: true, cast: { boolean: String } } as const;

export function renderTable({ columns }: OpenTable, rows: readonly Cell[][]): string {
  return stringify([columns.map(({ name }) => name), ...rows], FORM);
}

export function renderDictionary(): string {
  const head = ['file', 'column', 'type', 'unit', 'title_en', 'description_en', 'title_fr', 'description_fr'];
  const rows = OPEN_TABLES.flatMap(({ path, columns }) =>
    columns.map(({ name, type, unit, title, description }) => [
      ...[path, name, type, unit],
      ...[title.en, description.en, title.fr, description.fr],
    ]),
  );
  return stringify([head, ...rows], FORM);
}

/** A Frictionless Data Package; `translations` beside each English text has the French one. */
export function describePackage(
  { domain, timezone }: Pick<Site, 'domain' | 'timezone'>,
  licence: Licence,
  homepage: string,
) {
  return {
    profile: 'tabular-data-package',
    name: `audience-${domain.replaceAll(/[^a-z0-9._-]/g, '-')}`,
    title: `Audience of ${domain}`,
    description: `Visits, pageviews and visitors of ${domain}, with pages and sources by month (time zone ${timezone}). Counts are rounded to ten and figures about few people are left out.`,
    translations: {
      fr: {
        title: `Audience de ${domain}`,
        description: `Visites, pages vues et visiteurs de ${domain}, avec les pages et les sources par mois (fuseau horaire ${timezone}). Les effectifs sont arrondis à la dizaine et les valeurs portant sur peu de personnes sont omises.`,
      },
    },
    homepage,
    licenses: [{ name: licence, ...LICENCES[licence] }],
    resources: OPEN_TABLES.map(({ name, path, title, description, columns }) => ({
      ...{ profile: 'tabular-data-resource', name, path, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' },
      ...{ title: title.en, description: description.en },
      translations: { fr: { title: title.fr, description: description.fr } },
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        missingValues: [''],
        fields: columns.map((column) => ({
          ...{ name: column.name, type: column.type, ...(column.unit !== '' && { unit: column.unit }) },
          ...{ title: column.title.en, description: column.description.en },
          translations: { fr: { title: column.title.fr, description: column.description.fr } },
        })),
      },
    })),
  };
}
