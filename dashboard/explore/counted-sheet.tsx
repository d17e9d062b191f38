/** The sheet that says how an exploration is counted, of whom, and how to ask the same of the API. */
import { SameElsewhere } from '../explain/same-elsewhere.tsx';
import { useTexts } from '../state/app.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { CountedLineProps } from './counted-line.tsx';

export function CountedSheet({ of, call, onClose }: CountedLineProps & { onClose: () => void }) {
  const { explain, method, counted } = useTexts('counted').value;
  return (
    <Dialog title={method.title} kind="explain" onClose={onClose}>
      <div class="explain" data-counted={of}>
        <h3>{explain.definition}</h3>
        <p>{counted[of].meaning}</p>
        <h3>{explain.method}</h3>
        <p>{counted[of].method}</p>
        <SameElsewhere call={call} />
      </div>
    </Dialog>
  );
}
