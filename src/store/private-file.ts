/** Files that nobody else on the machine may read, from their first moment on. */
import { chmodSync, closeSync, openSync } from 'node:fs';

/** Makes sure that there is such a file, with mode 0600; what it holds stays. SQLite gives its mode to the files beside it. */
export function createPrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600); // one that was there already
}
