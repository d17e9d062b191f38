/** "12 now" beside the days on show: how many are here at this moment, and the way to see them. */
import { fetchCurrent } from '../api/realtime.ts';
import { useApp } from '../state/app.ts';
import { useAnswerOf } from '../state/use-answer.ts';
import { useBeat } from '../state/use-beat.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';

const REFRESH_MS = 30_000;

interface NowLinkProps {
  domain: string;
  /** The headline has its answer: this is not asked before it. */
  isReady: boolean;
}

export function NowLink({ domain, isReady }: NowLinkProps) {
  const { texts, format, shared } = useApp();
  const { hrefOf } = useView();
  const { known } = useAnswerOf(fetchCurrent, isReady ? domain : null, useBeat(REFRESH_MS));
  const visitors = known?.answer.last5.visitors ?? null;
  const say = (count: number) => texts.value.sitePages.now(format.value.count(count));
  // Hidden, or not known yet: the bar above has the same link. Its room is kept, so that nothing below moves when it comes.
  if (visitors === null) return <span class="now-link room">{say(0)}</span>;
  const now = <span data-now={visitors}>{say(visitors)}</span>;
  if (shared !== null) return now; // people without an account have no page of the moment
  return (
    <Link class="now-link" href={hrefOf({ page: 'live', tabs: [], asTable: false })}>
      {now}
    </Link>
  );
}
