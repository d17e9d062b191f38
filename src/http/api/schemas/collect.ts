/**
 * What measured pages and back ends send, described. The collector reads it by hand (src/collect/beacon.ts): a schema took several
 * times as long for each message. A test holds the two to each other.
 */
import * as z from 'zod';
import { BEACON_LIMITS } from '../../../collect/beacon.ts';
import { CONSENT_ACTIONS, CONSENT_STATES, IDENTIFIER_PATTERN } from '../../../domain/consent.ts';

const text = z.string().nullish();
const yes = z.unknown().optional();
const site = z.string().min(1).max(253).nullish();
const address = z.string().max(BEACON_LIMITS.url).optional();
const identifier = z.string().regex(IDENTIFIER_PATTERN).nullish();
const consent = z.enum(CONSENT_STATES).nullish();
const props = z
  .union([
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    z.string().describe('The same as JSON'),
  ])
  .nullish();
const revenue = z
  .union([
    z.looseObject({ amount: z.union([z.number(), z.string()]), currency: z.string().regex(/^[A-Z]{3}$/) }),
    z.string().describe('The same as JSON'),
  ])
  .nullish();
const version = z.string().max(BEACON_LIMITS.proof).nullish();
const measure = z.number().min(0).nullish();
const sameAs = <S extends z.ZodType>(schema: S, short: string): S => schema.describe(`The same as \`${short}\``);

/**
 * Unknown fields are ignored, and so are those that do not go with the name of the event, whatever they hold. Lengths of names and
 * properties are those of `BEACON_LIMITS` once control characters are taken out.
 */
export const BEACON = z.looseObject({
  n: z.string().optional().describe('`pageview`, `engagement`, `consent` or the name of a custom event; needed'),
  name: sameAs(z.string().optional(), 'n'),
  u: address.describe('Full address of the page; needed'),
  url: sameAs(address, 'u'),
  d: site.describe('The site; left out: the host of the page'),
  domain: sameAs(site, 'd'),
  r: text.describe('Full referrer, or null'),
  referrer: sameAs(text, 'r'),
  p: props.describe('Properties, 30 at most'),
  props: sameAs(props, 'p'),
  $: revenue.describe('An amount and its currency (ISO 4217)'),
  revenue: sameAs(revenue, '$'),
  c: consent.describe('What the visitor has answered; `unset` when left out'),
  consent: sameAs(consent, 'c'),
  id: identifier.describe('The identifier; read with `c: "granted"` and with a withdrawal only'),
  visitor: sameAs(identifier, 'id'),
  e: measure.describe('With `engagement`: visible ms'),
  sd: measure.describe('With `engagement`: scroll depth in percent'),
  in: yes.describe('With `engagement`: 1 when this page began a visit'),
  li: yes.describe('With `engagement`: 1 when it was left by a link of the site'),
  df: z
    .string()
    .regex(/^[dwm]{1,3}$/)
    .nullish()
    .describe('With `pageview`: the first page of the device in its day (d), week (w), month (m)'),
  b: z.string().min(1).max(BEACON_LIMITS.messageId).nullish().describe('Random id of the message: a retry counts once'),
  action: z.enum(CONSENT_ACTIONS).nullish().describe('With `consent`; a withdrawal with `id` erases'),
  text: version.describe('With `consent`: version of the text'),
  banner: version.describe('With `consent`: version of the banner'),
  adapter: version.describe('With `consent`: the consent tool'),
  ip: text.describe('With a key of scope `events:write`: the address of the visitor'),
  user_agent: text.describe('With such a key: their User-Agent'),
  time: text.describe('With such a key: when it happened, such as `2026-03-01T10:00:00Z`'),
});

export const FORGET = z.looseObject({
  d: z.string().optional().describe('The site'),
  domain: sameAs(z.string().optional(), 'd'),
  id: z.string().optional().describe('The identifier of the visitor'),
  visitor: sameAs(z.string().optional(), 'id'),
  n: z.string().optional().describe('`forget`, as the script sends it: then `id` may be missing'),
  c: z.string().optional().describe('`granted`: what is stored goes, and consent stands'),
});

export const PIXEL = z.looseObject({
  site: z.string().optional().describe('Left out: the host of the page'),
  url: z.string().optional().describe('Full address of the page; left out: the referrer of the request'),
  referrer: z.string().optional(),
  name: z.string().optional().describe('`pageview` when left out'),
});
