/** The site's name and the days on show; where they go on, the ways to today alone and to this moment. */
import type { Site } from '../api/server-state.ts';
import { NowLink } from '../live/now-link.tsx';
import { useApp } from '../state/app.ts';
import type { Days } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';

interface MastheadProps {
  site: Site;
  days: Days | null;
  isLive: boolean;
  /** Whether the period on show goes on, so that those who are here now belong to it. */
  hasNow: boolean;
  /** The headline has its answer. */
  isReady: boolean;
}

export function Masthead({ site, days, isLive, hasNow, isReady }: MastheadProps) {
  const { texts, format } = useApp();
  const { hrefOf } = useView();
  const { live, liveMore, zone, words } = texts.value.period;
  return (
    <div class="masthead">
      <h1>{site.domain}</h1>
      <p class="masthead-days">
        <span>{days === null ? '\u00a0' : format.value.days(days)}</span>
        <span class="quiet">{zone(site.timezone)}</span>
        {isLive ? (
          <span class="live" title={liveMore}>
            <span class="live-dot" aria-hidden="true" />
            {live}
          </span>
        ) : null}
        {hasNow && !isLive ? (
          <Link class="now-link" href={hrefOf({ period: { word: 'day' } })}>
            {words.day}
          </Link>
        ) : null}
        {hasNow ? <NowLink domain={site.domain} isReady={isReady} /> : null}
      </p>
    </div>
  );
}
