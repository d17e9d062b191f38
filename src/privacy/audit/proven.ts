/** What a browser has shown of the scripts when they were built: it holds for these bytes and no others. A site has a tracker of its own. */
import type { AuditFacts } from './facts.ts';
import { fail, pass, unknown, type Verdict } from './rule.ts';

/** Whether every script that the rule is about is served to this site in a form that was proven. */
export function isProven({ client: { proofs, scripts } }: AuditFacts, rule: string): Verdict {
  const own = proofs.filter((proof) => proof.rule === rule);
  if (own.length === 0)
    return unknown(
      'No browser has shown this of the scripts that are served: run `npm run prove`, and build again.',
      'Aucun navigateur ne l’a démontré pour les scripts servis : lancez `npm run prove` et reconstruisez.',
    );
  const served = new Map(scripts.map(({ name, sha256 }) => [name, sha256]));
  const seen = own.filter(({ script, sha256 }) => served.get(script) === sha256);
  const failed = seen.find(({ result }) => result === 'fail');
  if (failed !== undefined)
    return fail(
      `A browser has shown the contrary with ${failed.script}: use another version.`,
      `Un navigateur a démontré le contraire avec ${failed.script} : utilisez une autre version.`,
    );
  const names = [...new Set(own.map(({ script }) => script))];
  const unseen = names.find((name) => !seen.some(({ script }) => script === name));
  if (unseen !== undefined)
    return unknown(
      `${unseen} of this site is not one that a browser has looked at: see which settings are proven in docs/audit.md.`,
      `${unseen} de ce site n’est pas de ceux qu’un navigateur a examinés : voir les réglages démontrés dans docs/audit.md.`,
    );
  return pass(`Shown in a browser with ${names.join(', ')}.`, `Démontré dans un navigateur avec ${names.join(', ')}.`);
}
