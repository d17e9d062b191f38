/** Looks names up for a connection, and lets the very addresses be looked at that it is about to be made to: no second look-up comes between. */
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';

/** All addresses of a name. */
export type ResolveName = (name: string, options: LookupAllOptions) => Promise<readonly LookupAddress[]>;

/**
 * For the option `lookup` of a request. A host that is written as an address is never looked up, and so is not looked at here.
 * @param check is given all addresses of the name, none included, and throws what the connection is to fail with
 * @param resolve that of the system when it is not said
 */
export function createCheckedLookup(
  check: (addresses: readonly string[]) => void,
  resolve: ResolveName = lookup,
): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true })
      .then((found) => {
        check(found.map(({ address }) => address));
        const [first] = found;
        if (first === undefined) throw Object.assign(new Error('the name has no address'), { code: 'ENOTFOUND' });
        return { found, first };
      })
      .then(
        ({ found, first }) => {
          if (options.all === true) done(null, [...found]);
          else done(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => done(error, ''),
      );
  };
}
