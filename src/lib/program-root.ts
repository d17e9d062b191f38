/** The folder of package.json: what lies beside the program, such as its migrations, is found from there, bundled or not. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const PROGRAM_ROOT = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The folder of the program has no package.json: install it anew.');
  return rootAbove(above);
}
