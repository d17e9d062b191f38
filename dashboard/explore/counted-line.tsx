/** "How was this counted?" of a page beside the figures: a line that opens a sheet with the definition and the call of the API. */
import type { Call } from '../explain/write-call.ts';
import type { Counted } from '../i18n/en/counted.ts';
import { useTexts } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { lazily } from '../ui/lazily.tsx';
import { Link } from '../ui/link.tsx';

const OPEN = 'counted';
const CountedSheet = lazily(() => import('./counted-sheet.tsx').then((part) => part.CountedSheet), 'counted');

export interface CountedLineProps {
  of: keyof Counted;
  call: Call;
}

export function CountedLine(props: CountedLineProps) {
  const { title } = useTexts('explore').value.method;
  const { view, hrefOf, go } = useView();
  return (
    <p class="how-counted">
      <Link class="quiet-link" href={hrefOf({ open: OPEN })}>
        {title}
      </Link>
      {view.open === OPEN ? <CountedSheet {...props} onClose={() => go({ open: null })} /> : null}
    </p>
  );
}
