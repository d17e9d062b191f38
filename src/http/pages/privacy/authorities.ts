/** Where visitors may complain, by the jurisdiction that a site has stated. */

export interface Authority {
  name: string;
  url: string;
}

const AUTHORITIES: Readonly<Record<string, Authority>> = {
  FR: { name: 'CNIL', url: 'https://www.cnil.fr/fr/plaintes' },
  BE: { name: 'APD / GBA', url: 'https://www.dataprotectionauthority.be' },
  DE: { name: 'BfDI', url: 'https://www.bfdi.bund.de' },
  ES: { name: 'AEPD', url: 'https://www.aepd.es' },
  IT: { name: 'Garante per la protezione dei dati personali', url: 'https://www.garanteprivacy.it' },
  LU: { name: 'CNPD', url: 'https://cnpd.public.lu' },
  NL: { name: 'Autoriteit Persoonsgegevens', url: 'https://www.autoriteitpersoonsgegevens.nl' },
  GB: { name: 'ICO', url: 'https://ico.org.uk/make-a-complaint/' },
};
const ALL_OF_EUROPE: Authority = {
  name: 'European Data Protection Board',
  url: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
};
const EUROPE = new Set('AT BG CY CZ DK EE FI GR HR HU IE IS LI LT LV MT NO PL PT RO SE SI SK'.split(' '));

/** Null where we know of none. */
export function authorityOf(jurisdiction: string | null): Authority | null {
  if (jurisdiction === null) return null;
  return AUTHORITIES[jurisdiction] ?? (EUROPE.has(jurisdiction) ? ALL_OF_EUROPE : null);
}

/** Whether the GDPR, or the law that Britain has kept of it, applies. */
export function hasGdpr(jurisdiction: string | null): boolean {
  return authorityOf(jurisdiction) !== null;
}
