/** Looks at what is served to measured pages and to people: hashes of scripts, and sentences that must not stand anywhere. */
import { createHash } from 'node:crypto';
import type { Site } from '../domain/site.ts';
import type { Assets } from '../http/assets.ts';
import { CLIENT_PROOFS } from '../privacy/audit/client-proofs.ts';
import type { ClientFacts } from '../privacy/audit/facts.ts';
import { composeScript } from '../snippet/compose-script.ts';
import { choiceOf } from '../snippet/render-snippet.ts';
import { servedPieces } from './served-pieces.ts';

/** The same for all sites; the tracker is composed for each. The banner's languages differ in their words only. */
const SCRIPTS = ['choice.js', 'choice.en.js', 'rights.js'];
const HINTS = /userAgentData|getHighEntropyValues/;
const AUTHORITY = 'CNIL|AEPD|ICO|EDPB|GDPR|RGPD|DSGVO';
const APPROVAL = 'certifi|validat|valid[ée]|approv|agréé|homologu|accredit|accrédit|zertifiziert';
/** An authority and its approval within one sentence. */
const CLAIM = new RegExp(
  `(?:${AUTHORITY})[^.!?<>]{0,60}(?:${APPROVAL})|(?:${APPROVAL})[^.!?<>]{0,60}\\b(?:${AUTHORITY})`,
  'i',
);

/** Of the site: the tracker that its settings ask for, and what it declares of itself. */
export function lookAtClient(client: Assets, dashboard: Assets, site: Site): ClientFacts {
  const tracker = Buffer.from(composeScript(servedPieces(client), choiceOf(site)));
  const bodies = [['s.js', tracker] as const, ...SCRIPTS.map((name) => [name, client.find(name)?.body] as const)];
  const scripts = bodies.flatMap(([name, body]) => {
    if (body === undefined) return [];
    const sha256 = createHash('sha256').update(body).digest('hex');
    return [{ name, sha256, asksHints: HINTS.test(body.toString('utf8')) }];
  });
  const texts = { controller: site.controller ?? '', analysis: site.analysis ?? '' };
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
