/** Whoever has objected is not counted at all, whatever else the message says. */
import type { Step } from '../draft.ts';

export const heedObjection: Step = ({ facts }) => (facts.hasObjected ? 'objected' : null);
