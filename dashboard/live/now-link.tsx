/** "12 now" beside the days on show: how many are here at this moment, and the way to see them. */
import { fetchCurrent } from '../api/realtime.ts';
import { useApp } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { useBeat } from '../state/use-beat.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';

const REFRESH_MS = 30_000;

export function NowLink({ domain }: { domain: string }) {
  const { texts, format, shared } = useApp();
  const { hrefOf } = useView();
  const { known } = useAnswerOf(fetchCurrent, domain, useBeat(REFRESH_MS));
  const visitors = known?.answer.last5.visitors ?? null;
  if (visitors === null) return null; // hidden, or not known yet: the bar above has the same link
  const now = <span data-now={visitors}>{texts.value.sitePages.now(format.value.count(visitors))}</span>;
  if (shared !== null) return now; // people without an account have no page of the moment
  return (
    <Link class="now-link" href={hrefOf({ page: 'live', tabs: [], asTable: false })}>
      {now}
    </Link>
  );
}
