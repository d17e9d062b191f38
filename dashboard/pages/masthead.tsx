/** The site's name and the days on show. */
import type { Site } from '../api/server-state.ts';
import { NowLink } from '../live/now-link.tsx';
import { useApp } from '../state/app.ts';
import type { Days } from '../state/period.ts';

interface MastheadProps {
  site: Site;
  days: Days | null;
  isLive: boolean;
  /** Whether the period on show goes on, so that those who are here now belong to it. */
  hasNow: boolean;
}

export function Masthead({ site, days, isLive, hasNow }: MastheadProps) {
  const { texts, format } = useApp();
  const { live, liveMore, zone } = texts.value.period;
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
        {hasNow ? <NowLink domain={site.domain} /> : null}
      </p>
    </div>
  );
}
