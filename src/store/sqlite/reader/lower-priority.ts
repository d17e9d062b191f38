/** Lets whoever counts go before whoever answers: on Linux every thread has a priority of its own. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** The scheduler gives a thread of this niceness about a tenth of what one of 0 gets, when both want all of one core. */
const NICENESS = 10;

/** Lowers the priority of the calling thread alone. Where threads have none, or may not change it, nothing happens. */
export function lowerPriority(): void {
  if (process.platform !== 'linux') return;
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    // 0 would be the whole process.
    if (Number.isInteger(thread) && thread > 0) setPriority(thread, NICENESS);
  } catch {
    // Without /proc, or where the system forbids it, answering goes on as it is.
  }
}
