/** A saved segment as the API tells it. */
import type { Segment } from '../../domain/segment.ts';

export interface SegmentAnswer {
  id: number;
  name: string;
  /** In the form of the query API, joined by and. */
  filters: readonly unknown[];
}

export function presentSegment({ id, name, filters }: Segment): SegmentAnswer {
  return { id, name, filters };
}
