/** A segment: filters that a site keeps under a name, so that a question can ask by it. */

export interface Segment {
  id: number;
  /** Unique within its site. */
  name: string;
  /** In the form of the query API, joined by and; understood when they were saved. */
  filters: readonly unknown[];
}
