/** A site that has never been visited: the line to put into its pages, and an ear for the first event. */
import { useEffect } from 'preact/hooks';
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { saysPeriod } from '../state/view.ts';
import { useCopy } from '../ui/use-copy.ts';

const ASK_EVERY_MS = 3000;

export function Waiting({ site }: { site: Site }) {
  const { texts, server, reload, place } = useApp();
  const { adjust } = useView();
  const words = texts.value.waiting;
  const demoUrl = site.isDemo ? safeAddress(server.value?.demoUrl ?? null) : null;
  useEffect(() => {
    const timer = setInterval(() => void reload(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  // The first visits are watched as they come: today alone is asked for again and again.
  useEffect(() => {
    if (!saysPeriod(place.address.value.search)) adjust({ period: { word: 'day' } });
  }, []);
  return (
    <section class="waiting">
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <Snippet text={site.snippet} />
      {demoUrl === null ? null : (
        <div class="waiting-demo">
          <p>{words.demoMore}</p>
          <a class="button" href={demoUrl} target="_blank" rel="noopener">
            {words.demo}
          </a>
        </div>
      )}
      <p class="listening">
        <span class="pulse" aria-hidden="true" />
        {words.listening}
      </p>
      {site.isDemo ? null : <p class="quiet">{words.troubles(site.domain)}</p>}
    </section>
  );
}

function Snippet({ text }: { text: string }) {
  const words = useApp().texts.value.waiting;
  const { isCopied, copy } = useCopy();
  return (
    <div class="snippet-box">
      <pre class="snippet">
        <code>{text}</code>
      </pre>
      <button type="button" class="button button-plain" onClick={() => void copy(text)}>
        {words.copy}
      </button>
      <span class="copied" role="status">
        {isCopied ? words.copied : ''}
      </span>
    </div>
  );
}

/** The server's own setting, checked all the same: an address is followed, so it has to be one of the web. */
function safeAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address, window.location.origin)) return null;
  const { protocol, href } = new URL(address, window.location.origin);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
