/** What is fixed of a simulated person: made of the person's number alone, so that nobody has to be remembered. */
import { Sampler, zipf } from './sampler.ts';
import { COUNTRIES, IDENTIFIED } from './shape.ts';
import { TEXTS } from './texts.ts';

const COUNTRY = new Sampler(zipf(COUNTRIES, 1.3));
const BROWSER = new Sampler(zipf(TEXTS.browser.length, 1.2));
const DEVICE = new Sampler([45, 49, 6]);
const LANGUAGE = new Sampler(zipf(TEXTS.language.length, 1.2));
/** Systems by device, as ids with their weights. */
const SYSTEMS: readonly { ids: readonly number[]; sampler: Sampler }[] = [
  { ids: [1, 4, 5, 6, 7], sampler: new Sampler([70, 20, 6, 3, 1]) },
  { ids: [2, 3, 8], sampler: new Sampler([60, 39, 1]) },
  { ids: [2, 3], sampler: new Sampler([45, 55]) },
];

export const TRAITS = ['country', 'browser', 'browser_version', 'os', 'os_version', 'device', 'language'] as const;
/** Ids of terms. */
export type Traits = Record<(typeof TRAITS)[number], number>;

export function hasConsented(person: number): boolean {
  return draw(person, 1) < IDENTIFIED;
}

export function traitsOf(person: number): Traits {
  const country = COUNTRY.pick(draw(person, 2));
  const device = DEVICE.pick(draw(person, 3));
  const systems = SYSTEMS[device];
  const browser = BROWSER.pick(draw(person, 4));
  return {
    country: country + 1,
    browser: browser + 1,
    // Few old versions, many of the newest ones.
    browser_version: TEXTS.browser_version.length - Math.floor(draw(person, 5) ** 3 * TEXTS.browser_version.length),
    os: systems?.ids[systems.sampler.pick(draw(person, 6))] ?? 1,
    os_version: TEXTS.os_version.length - Math.floor(draw(person, 7) ** 2 * TEXTS.os_version.length),
    device: device + 1,
    // Most people of a country speak its language; each country has one of the list.
    language: draw(person, 8) < 0.8 ? (country % TEXTS.language.length) + 1 : LANGUAGE.pick(draw(person, 9)) + 1,
  };
}

/** Uniform in [0, 1), always the same of one person and question. */
function draw(person: number, question: number): number {
  let hash = (Math.imul(person, 0x9e3779b1) + Math.imul(question, 0x85ebca6b)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
