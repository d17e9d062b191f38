/** What a browser has shown of the scripts when they were built: it holds for these bytes and no others. */
import type { AuditFacts } from './facts.ts';
import { fail, pass, unknown, type Verdict } from './rule.ts';

/** Whether all scripts that the rule was proven with are served as they were proven. */
export function isProven({ client: { proofs, scripts } }: AuditFacts, rule: string): Verdict {
  const own = proofs.filter((proof) => proof.rule === rule);
  if (own.length === 0)
    return unknown(
      'No browser has shown this of the scripts that are served: run `npm run prove`, and build again.',
      'Aucun navigateur ne l’a démontré pour les scripts servis : lancez `npm run prove` et reconstruisez.',
    );
  const failed = own.find(({ result }) => result === 'fail');
  if (failed !== undefined)
    return fail(
      `A browser has shown the contrary with ${failed.script}: use another version.`,
      `Un navigateur a démontré le contraire avec ${failed.script} : utilisez une autre version.`,
    );
  const served = new Map(scripts.map(({ name, sha256 }) => [name, sha256]));
  const changed = own.find(({ script, sha256 }) => served.get(script) !== sha256);
  if (changed !== undefined)
    return unknown(
      `${changed.script} is not the one that a browser has looked at: run \`npm run prove\`, and build again.`,
      `${changed.script} n’est pas celui qu’un navigateur a examiné : lancez \`npm run prove\` et reconstruisez.`,
    );
  const names = [...new Set(own.map(({ script }) => script))].join(', ');
  return pass(`Shown in a browser with ${names}.`, `Démontré dans un navigateur avec ${names}.`);
}
