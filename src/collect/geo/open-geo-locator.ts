/** Finds country, region and city of a truncated network in an .mmdb file: the bundled country file or the operator's. */
import { createRequire } from 'node:module';
import ipaddr from 'ipaddr.js';
import { type CityResponse, open, type Reader } from 'maxmind';
import { AppError } from '../../domain/errors.ts';
import { type Place, readPlace } from './read-place.ts';

export interface GeoLocator {
  /** @param network first address of a /24 or /64 */
  locate(network: string): Place;
  /** Name and date of the database in use. */
  readonly source: string;
}

/** One file for both families of addresses. */
const BUNDLED = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';
/** The file's own word for itself says less. */
const BUNDLED_NAME = 'geo-whois-asn-country';
/** Decoded records kept by the reader: city records weigh kilobytes, so that its own default of 10 000 would cost tens of MB. */
const CACHED_RECORDS = 500;
const SYSTEM_ERROR = /^E[A-Z]+$/;
/** Networks that are nowhere in the world; the bundled file gives some of them to a country. */
const LOCAL_RANGES = new Set(['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat', 'unspecified']);
const NOWHERE: Place = Object.freeze({ country: '', region: '', city: '' });

/**
 * @param file an operator's file, or null for the bundled one
 * @throws AppError `invalid` when the operator's file cannot be used
 */
export async function openGeoLocator(file: string | null): Promise<GeoLocator> {
  const reader = await openReader(file);
  const { databaseType, buildEpoch, ipVersion } = reader.metadata;
  const date = Number.isNaN(buildEpoch.getTime()) ? '' : ` ${buildEpoch.toISOString().slice(0, 10)}`;
  return {
    source: `${file === null ? BUNDLED_NAME : databaseType}${date}`,
    locate(network) {
      // An IPv6 address walked through an IPv4 tree would end in some random country.
      if (network === '' || (ipVersion === 4 && network.includes(':'))) return NOWHERE;
      try {
        if (LOCAL_RANGES.has(ipaddr.parse(network).range())) return NOWHERE;
        const record = reader.get(network);
        return record === null ? NOWHERE : readPlace(record);
      } catch {
        return NOWHERE; // not an address, or a damaged record: a place is never worth an event
      }
    },
  };
}

async function openReader(file: string | null): Promise<Reader<CityResponse>> {
  const options = { cache: { max: CACHED_RECORDS } };
  if (file === null) return open<CityResponse>(createRequire(import.meta.url).resolve(BUNDLED), options);
  try {
    return await open<CityResponse>(file, options);
  } catch (cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
    const reason = SYSTEM_ERROR.test(code) ? code : 'not an .mmdb file';
    throw new AppError('invalid', `The file named by PASSANT_GEO_DB cannot be read as a MaxMind database (${reason}).`);
  }
}
