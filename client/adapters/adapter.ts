/** What every adapter to a consent tool is: a function that listens and tells. */

/** What a consent tool tells us; `key` is the tool's own name of our service or purpose, when the page gives one. */
export type Tell = (choice: 'granted' | 'denied', details?: { implied?: boolean }) => void;
export type Adapter = (tell: Tell, key: string | undefined) => void;
