/** The same figures as a picture or as a table; the address remembers which. */
import { useTexts } from '../state/app.ts';
import { useView } from '../state/use-view.ts';

export function TableSwitch() {
  const { chart } = useTexts('explore').value;
  const { view, adjust } = useView();
  return (
    <button type="button" class="quiet-link" onClick={() => adjust({ asTable: !view.asTable })}>
      {view.asTable ? chart.asChart : chart.asTable}
    </button>
  );
}
