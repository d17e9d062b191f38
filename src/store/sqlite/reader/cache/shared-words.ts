/** The few words of memory that all reader threads share beside the columns: what was used when, and who is working something out. */

/** Where things stand; all else are the uses of blocks. */
const [LAST_BLOCK, LAST_QUESTION, FIRST_CLAIM] = [0, 1, 2];
const CLAIMS = 1024;
const FIRST_USE = FIRST_CLAIM + CLAIMS;
/** Two blocks so many numbers apart share a word, which makes the older one look younger than it is. */
const USES = 16_384;

/** A number that `claim` takes for nobody. */
const NOBODY = 0;

export class SharedWords {
  readonly #words: Int32Array;

  /** @param memory as `createMemory` made it, or another thread's */
  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory);
  }

  static createMemory(): SharedArrayBuffer {
    return new SharedArrayBuffer((FIRST_USE + USES) * Int32Array.BYTES_PER_ELEMENT);
  }

  /** A number that no block has yet. */
  nextBlock(): number {
    return Atomics.add(this.#words, LAST_BLOCK, 1) + 1;
  }

  /** A number larger than that of every question before. */
  nextQuestion(): number {
    return Atomics.add(this.#words, LAST_QUESTION, 1) + 1;
  }

  /** Notes that a question has read a block. */
  use(block: number, question: number): void {
    this.#words[FIRST_USE + (block % USES)] = question;
  }

  /** The question that has read it last. */
  lastUse(block: number): number {
    return this.#words[FIRST_USE + (block % USES)] ?? 0;
  }

  /**
   * Says that a thread is about to work something out; advice only, since two names may share a word.
   * @param thread counted from 1
   * @returns `mine`: nobody was before; `nested`: the thread has it already, perhaps for another name; `taken`: another thread has
   */
  claim(name: string, thread: number): 'mine' | 'nested' | 'taken' {
    const owner = Atomics.compareExchange(this.#words, placeOf(name), NOBODY, thread);
    if (owner === NOBODY) return 'mine';
    return owner === thread ? 'nested' : 'taken';
  }

  /** Call when it was `mine`, and after the others were told what came out. */
  release(name: string): void {
    Atomics.store(this.#words, placeOf(name), NOBODY);
    Atomics.notify(this.#words, placeOf(name));
  }

  /** Blocks until the claim changes hands. Not on the thread that serves HTTP. @param longestMs at most so long */
  waitFor(name: string, longestMs: number): void {
    const place = placeOf(name);
    const owner = Atomics.load(this.#words, place);
    if (owner !== NOBODY) Atomics.wait(this.#words, place, owner, longestMs);
  }

  /** A thread has died. */
  releaseAll(thread: number): void {
    for (let place = FIRST_CLAIM; place < FIRST_USE; place++) {
      if (Atomics.compareExchange(this.#words, place, thread, NOBODY) === thread) Atomics.notify(this.#words, place);
    }
  }
}

function placeOf(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index++) hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  return FIRST_CLAIM + ((hash >>> 0) % CLAIMS);
}
