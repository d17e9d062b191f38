/** Long work of which each piece may begin only when the one before has ended, until it is told to stop. */
export class Turns {
  #isStopped = false;
  #last: Promise<unknown> = Promise.resolve();

  /** Work looks at this between two pieces. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Runs `work` after all that was asked for before. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Resolves when what is under way has ended; nothing further should begin. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#last;
  }
}
