/** Who is here now: the last minutes, and what they look at. */
import { useState } from 'preact/hooks';
import type { Current } from '../api/realtime.ts';
import { DisclosureNote } from '../disclosure/disclosure-note.tsx';
import { sayHidden } from '../disclosure/say-hidden.ts';
import { CountedLine } from '../explore/counted-line.tsx';
import { PageHead } from '../explore/page-head.tsx';
import { TableSwitch } from '../explore/table-switch.tsx';
import { WaitingBars } from '../explore/waiting-bars.tsx';
import type { SitePageProps } from '../pages/site-page-props.ts';
import { useApp, useTexts } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { CurrentList } from './current-list.tsx';
import { MinuteBars } from './minute-bars.tsx';
import { MinuteTable } from './minute-table.tsx';
import { sayMinutes } from './say-minutes.ts';
import { type Connection, useLive } from './use-live.ts';

export function LivePage({ site, today }: SitePageProps) {
  const words = useTexts('explore').value.live;
  const { current, connection, error, retry } = useLive(site.domain);
  return (
    <>
      <PageHead site={site} today={today} title={words.title} lead={words.lead} isOfNow={words.ofNow} />
      <ConnectionState connection={connection} />
      {current !== null ? (
        <Figures current={current} domain={site.domain} />
      ) : error !== null ? (
        <Failure error={error} onRetry={retry} />
      ) : (
        <WaitingBars />
      )}
    </>
  );
}

function ConnectionState({ connection }: { connection: Connection }) {
  const words = useTexts('explore').value.live.connections;
  return (
    <p class="connection" data-connection={connection} role="status">
      <span class="live-dot" aria-hidden="true" />
      {words[connection]}
    </p>
  );
}

function Figures({ current, domain }: { current: Current; domain: string }) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const { view } = useView();
  const words = texts.value.live;
  return (
    // Figures that change by themselves are not read out: the button below says them when wanted.
    <div aria-live="off">
      <div class="live-spans">
        <SpanTile title={words.last5} span="last5" current={current} />
        <SpanTile title={words.last30} span="last30" current={current} />
      </div>
      <SayNow text={sayMinutes(current, texts.value, format.value)} />
      <section class="chart card" aria-labelledby="minutes-title">
        <header class="chart-head">
          <h2 id="minutes-title">{words.minutes}</h2>
          <TableSwitch />
        </header>
        {view.asTable ? <MinuteTable current={current} /> : <MinuteBars current={current} />}
      </section>
      <div class="panels">
        <CurrentList kind="pages" current={current} />
        <CurrentList kind="sources" current={current} />
      </div>
      <DisclosureNote answer={current} />
      <CountedLine of="live" call={{ path: `realtime?site_id=${encodeURIComponent(domain)}`, body: null }} />
    </div>
  );
}

interface SpanTileProps {
  title: string;
  span: 'last5' | 'last30';
  current: Current;
}

function SpanTile({ title, span, current }: SpanTileProps) {
  const { format } = useApp();
  const texts = useTexts('explore');
  const { visitors, identified, anonymous, pageviews, uncounted } = current[span];
  const say = (count: number | null) => (count === null ? sayHidden(current, format.value) : format.value.count(count));
  return (
    <section
      class="card live-span"
      data-span={span}
      data-visitors={String(visitors)}
      data-pageviews={String(pageviews)}
    >
      <h2>{title}</h2>
      <p class="live-count">{say(visitors)}</p>
      <p class="quiet">{texts.value.live.visitors(visitors)}</p>
      <p class="split-words">
        <span>
          <i class="swatch part-granted" aria-hidden="true" />
          {texts.value.split.granted(say(identified))}
        </span>
        <span>
          <i class="swatch part-anonymous" aria-hidden="true" />
          {texts.value.split.anonymous(say(anonymous))}
        </span>
      </p>
      <p class="quiet">
        {texts.value.live.pageviews(say(pageviews), pageviews)}
        {uncounted === null || uncounted > 0 ? ` ${texts.value.live.uncounted(say(uncounted))}` : ''}
      </p>
    </section>
  );
}

/** For those who hear the page: the figures of the moment, when they ask for them. */
function SayNow({ text }: { text: string }) {
  const words = useTexts('explore').value.live;
  const [said, setSaid] = useState('');
  return (
    <p class="say-now">
      <button type="button" class="quiet-link" onClick={() => setSaid(said === text ? `${text}\u00a0` : text)}>
        {words.sayNow}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
