/** What browsers have shown of the built scripts, as `passant audit` compares it: rule, script, result, and the script's SHA-256. */
import { writeFile } from 'node:fs/promises';
import type { BuiltScript } from '../../../client/build.mjs';

export interface Proof {
  rule: string;
  script: string;
  /** Of the script, hex. */
  sha256: string;
  result: 'pass' | 'fail';
}

export class Proofs {
  readonly #engines: readonly string[];
  /** `rule script` -> engine -> whether it held every time. */
  readonly #shown = new Map<string, Map<string, boolean>>();

  /** @param engines all of them must show a rule before it counts as shown */
  constructor(engines: readonly string[]) {
    this.#engines = engines;
  }

  /** Runs the expectations of a rule, notes whether they held for these scripts, and lets a failure pass on. */
  async show(rule: string, engine: string, scripts: readonly string[], expectations: () => void | Promise<void>) {
    const note = (holds: boolean) => {
      for (const script of scripts) {
        const key = `${rule} ${script}`;
        const shown = this.#shown.get(key) ?? new Map<string, boolean>();
        shown.set(engine, holds && shown.get(engine) !== false);
        this.#shown.set(key, shown);
      }
    };
    try {
      await expectations();
    } catch (error) {
      note(false);
      throw error;
    }
    note(true);
  }

  /** A failure in one engine is one; what an engine has not been asked is left out. @param built the scripts that were shown */
  list(built: readonly BuiltScript[]): Proof[] {
    return [...this.#shown]
      .flatMap(([key, shown]): Proof[] => {
        const [rule = '', script = ''] = key.split(' ');
        const sha256 = built.find(({ name }) => name === script)?.sha256;
        const hasFailed = [...shown.values()].includes(false);
        if (sha256 === undefined || (!hasFailed && shown.size < this.#engines.length)) return [];
        return [{ rule, script, sha256, result: hasFailed ? 'fail' : 'pass' }];
      })
      .sort((a, b) => `${a.rule} ${a.script}`.localeCompare(`${b.rule} ${b.script}`));
  }

  async write(file: string, built: readonly BuiltScript[]): Promise<void> {
    await writeFile(file, `${JSON.stringify(this.list(built), null, 2)}\n`);
  }
}
