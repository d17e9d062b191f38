/** What a site does not count, compiled once for all its messages. */
import { RE2JS } from 're2js';
import type { ExclusionSettings } from '../domain/exclusions.ts';
import { patternOfPath } from '../domain/goal.ts';
import { type AddressRange, createRangeTest, readAddressRange } from '../lib/address-range.ts';

/** Whether something is excluded. */
export interface Exclusions {
  /** Of a whole address, asked within the request's facts only. */
  hasAddress: (address: string) => boolean;
  /** Of an ISO 3166-1 alpha-2 code; '' is unknown. */
  hasCountry: (country: string) => boolean;
  /** Of the path of a page, with or without its query parameters. */
  hasPath: (path: string) => boolean;
  hasHost: (host: string) => boolean;
}

export function compileExclusions(settings: ExclusionSettings): Exclusions {
  const countries = new Set(settings.excludedCountries);
  return {
    hasAddress: createRangeTest(
      settings.excludedAddresses.map(readAddressRange).filter((range): range is AddressRange => range !== null),
    ),
    hasCountry: (country) => countries.has(country),
    hasPath: compilePaths(settings.excludedPaths),
    hasHost: compileHosts(settings.excludedHosts),
  };
}

/** One automaton for all patterns, matched in linear time whatever the patterns are. */
function compilePaths(paths: readonly string[]): (path: string) => boolean {
  if (paths.length === 0) return () => false;
  const pattern = RE2JS.compile(paths.map((path) => patternOfPath(encodePath(path))).join('|'), RE2JS.DOTALL);
  return (path) => pattern.test(path) || (path.includes('?') && pattern.test(withoutQuery(path)));
}

/** Browsers send what is not ASCII in an address percent-encoded; people write it as they read it. */
function encodePath(path: string): string {
  return path.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** The route of an application that stands in the fragment stays. */
function withoutQuery(path: string): string {
  return path.replace(/\?[^#]*/, '');
}

function compileHosts(hosts: readonly string[]): (host: string) => boolean {
  const exact = new Set(hosts.filter((host) => !host.startsWith('*.')));
  const suffixes = hosts.filter((host) => host.startsWith('*.')).map((host) => host.slice(1));
  return (host) => exact.has(host) || suffixes.some((suffix) => host.endsWith(suffix));
}
