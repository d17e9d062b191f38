/** Reads one record of a geographic database, whichever of the common layouts it has. */
import { cleanText } from '../../lib/clean-text.ts';

/** '' is unknown. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 3166-2 such as `FR-IDF` where the file has codes, else the file's name of it. */
  region: string;
  city: string;
}

const COUNTRY_CODE = /^[A-Z]{2}$/;
/** What databases write when they mean that they do not know. */
const NO_COUNTRY = new Set(['ZZ', 'XX', 'EU', 'AP']);
const SUBDIVISION_CODE = /^[A-Z0-9]{1,3}$/;
const LONGEST_NAME = 120;

/**
 * Nested as by MaxMind and DB-IP (`country.iso_code`, `subdivisions[0].iso_code`, `city.names.en`), or flat as by ip-location-db and
 * IPinfo (`country_code` or `country`, `state1` or `region`, `city`).
 */
export function readPlace(record: unknown): Place {
  const country = countryOf(record);
  if (country === '') return { country, region: '', city: '' };
  return { country, region: regionOf(record, country), city: cityOf(record) };
}

function countryOf(record: unknown): string {
  const nested = field(record, 'country');
  const code = text(field(record, 'country_code') ?? field(nested, 'iso_code') ?? nested).toUpperCase();
  return COUNTRY_CODE.test(code) && !NO_COUNTRY.has(code) ? code : '';
}

function regionOf(record: unknown, country: string): string {
  const [largest] = asList(field(record, 'subdivisions'));
  const code = text(field(largest, 'iso_code')).toUpperCase();
  if (SUBDIVISION_CODE.test(code)) return `${country}-${code}`;
  const name = text(englishName(largest) ?? field(record, 'state1') ?? field(record, 'region'));
  return SUBDIVISION_CODE.test(name) ? `${country}-${name}` : name;
}

function cityOf(record: unknown): string {
  const city = field(record, 'city');
  return text(englishName(city) ?? city);
}

function englishName(place: unknown): unknown {
  return field(field(place, 'names'), 'en');
}

function field(record: unknown, name: string): unknown {
  return typeof record === 'object' && record !== null ? (record as Record<string, unknown>)[name] : undefined;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? cleanText(value).trim().slice(0, LONGEST_NAME) : '';
}
