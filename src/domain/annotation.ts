/** A note on a day of a site, written by people of the back office. */

export interface AnnotationText {
  /** `YYYY-MM-DD`, as the site's clock has it. */
  day: string;
  /** Plain text of one line. */
  text: string;
}

export interface Annotation extends AnnotationText {
  id: number;
}

/** Characters of a note. */
export const LONGEST_NOTE = 200;
