/** Looks at what is served to measured pages and to people: hashes of scripts, and sentences that must not stand anywhere. */
import { createHash } from 'node:crypto';
import type { Assets } from '../http/assets.ts';
import { CLIENT_PROOFS } from '../privacy/audit/client-proofs.ts';
import type { ClientFacts } from '../privacy/audit/facts.ts';

const SCRIPTS = ['s.js', 'sd.js', 'choice.js'];
const HINTS = /userAgentData|getHighEntropyValues/;
const AUTHORITY = 'CNIL|AEPD|ICO|EDPB|GDPR|RGPD|DSGVO';
const APPROVAL = 'certifi|validat|valid[ée]|approv|agréé|homologu|accredit|accrédit|zertifiziert';
/** An authority and its approval within one sentence. */
const CLAIM = new RegExp(
  `(?:${AUTHORITY})[^.!?<>]{0,60}(?:${APPROVAL})|(?:${APPROVAL})[^.!?<>]{0,60}\\b(?:${AUTHORITY})`,
  'i',
);

/** @param texts further texts by their name, such as what a site declares of itself */
export function lookAtClient(client: Assets, dashboard: Assets, texts: Readonly<Record<string, string>>): ClientFacts {
  const scripts = SCRIPTS.flatMap((name) => {
    const asset = client.find(name);
    if (asset === undefined) return [];
    const sha256 = createHash('sha256').update(asset.body).digest('hex');
    return [{ name, sha256, asksHints: HINTS.test(asset.body.toString('utf8')) }];
  });
  const served = [client, dashboard].flatMap((assets) =>
    assets
      .list()
      .flatMap(({ name, asset }) => (isText(asset.type) ? [[name, asset.body.toString('utf8')] as const] : [])),
  );
  const claims = [...served, ...Object.entries(texts)].filter(([, text]) => CLAIM.test(text)).map(([name]) => name);
  return { scripts, proofs: CLIENT_PROOFS, claims };
}

function isText(type: string): boolean {
  return /^text\/|javascript|json|svg/.test(type);
}
