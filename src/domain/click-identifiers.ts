/** Parameters by which advertisers recognise a click: kept on no row (docs/privacy.md). */
const NAMES =
  'gclid gbraid wbraid dclid gclsrc fbclid msclkid ttclid twclid li_fat_id mc_eid mc_cid igshid yclid epik _hsenc _hsmi';

export const CLICK_IDENTIFIERS: ReadonlySet<string> = new Set(NAMES.split(' '));
