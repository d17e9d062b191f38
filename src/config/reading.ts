/** A text read, or the sentence that says what is wrong with it. */
export type Reading<T> = { value: T } | { mistake: string };
