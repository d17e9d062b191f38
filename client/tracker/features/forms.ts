/** Forms that are sent, whether by the browser or by a script of the page. */
import { onAct } from '../acts.ts';
import { emit } from '../tracker.ts';

export const forms = (): void =>
  onAct(4, (_path, { type }) => {
    if (type === 'submit') emit('Form: Submission', { p: { path: location.pathname } });
  });
