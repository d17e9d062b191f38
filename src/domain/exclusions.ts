/** What a site does not count on purpose: its own people, parts of it, places. */

export interface ExclusionSettings {
  /** Addresses and ranges in CIDR notation, as `formatAddressRange` writes them. */
  excludedAddresses: readonly string[];
  /** ISO 3166-1 alpha-2. */
  excludedCountries: readonly string[];
  /** Paths with `*` and `**`, as a goal has them. */
  excludedPaths: readonly string[];
  /** Host names; `*.example.org` stands for every subdomain of example.org. */
  excludedHosts: readonly string[];
}

export const NOTHING_EXCLUDED: ExclusionSettings = {
  ...{ excludedAddresses: [], excludedCountries: [], excludedPaths: [], excludedHosts: [] },
};
