/** A note on a day as the API tells it. */
import type { Annotation } from '../../domain/annotation.ts';

export function presentAnnotation({ id, day, text }: Annotation): { id: number; day: string; text: string } {
  return { id, day, text };
}
