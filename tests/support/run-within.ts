/** Runs code that could hang, such as a regular expression on hostile text, and gives it up: no timing, only an end. */
import { createContext, Script } from 'node:vm';

/** Far more than anything here takes on the slowest machine, far less than a cubic pattern takes over 1 000 characters. */
const LIMIT_MS = 5000;

/** What `work` returns. @throws when it has not ended after five seconds, even in the midst of one expression */
export function runWithin<Result>(work: () => Result): Result {
  return new Script('work()').runInContext(createContext({ work }), { timeout: LIMIT_MS });
}
