/** Current visitors as they come and go: by a stream, by asking where there is none, and not at all while nobody looks. */
import { useEffect, useState } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { asFields } from '../api/decode.ts';
import { type Current, decodeCurrent, fetchCurrent, openCurrent } from '../api/realtime.ts';
import { useApp } from '../state/app.ts';

/** How they arrive: `asked` where streams fail, `paused` while the tab is hidden. */
export type Connection = 'connecting' | 'streamed' | 'asked' | 'paused' | 'lost';

export interface Live {
  current: Current | null;
  connection: Connection;
  error: ApiError | null;
  retry: () => void;
}

/** How often to ask where no stream arrives, and when to try a stream again (ms). */
const ASK_MS = 15_000;
const STREAM_AGAIN_MS = 120_000;
/** A proxy that holds a stream back looks like one that is silent: for so long the first event is waited for (ms). */
const FIRST_EVENT_MS = 8000;

export function useLive(domain: string): Live {
  const app = useApp();
  const [current, setCurrent] = useState<Current | null>(null);
  const [connection, setConnection] = useState<Connection>('connecting');
  const [error, setError] = useState<ApiError | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const tell = (told: Current, how: Connection) => {
      setCurrent(told);
      setConnection(how);
      setError(null);
    };
    const line = createLine(domain, {
      onFigures: tell,
      onFailure: (thrown) => {
        const failure = toApiError(thrown);
        app.turnAway(failure);
        setError(failure);
        setConnection('lost');
      },
    });
    const follow = () => {
      if (document.visibilityState === 'visible') {
        setConnection('connecting');
        line.open();
      } else {
        setConnection('paused');
        line.close();
      }
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      line.close();
    };
  }, [app, domain, attempt]);

  return { current, connection, error, retry: () => setAttempt(attempt + 1) };
}

interface LineListener {
  onFigures: (current: Current, how: 'streamed' | 'asked') => void;
  onFailure: (thrown: unknown) => void;
}

/** One reader's line to the server; it may be opened and closed any number of times. */
function createLine(domain: string, { onFigures, onFailure }: LineListener) {
  let source: EventSource | null = null;
  let asking: AbortController | null = null;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const later = (act: () => void, ms: number) => timers.push(setTimeout(act, ms));

  const close = () => {
    source?.close();
    asking?.abort();
    for (const timer of timers) clearTimeout(timer);
    [source, asking, timers] = [null, null, []];
  };
  const ask = async () => {
    const controller = new AbortController();
    asking = controller;
    try {
      onFigures(await fetchCurrent(domain, controller.signal), 'asked');
    } catch (thrown) {
      if (controller.signal.aborted) return;
      onFailure(thrown);
    }
    later(() => void ask(), ASK_MS);
  };
  const fallBack = () => {
    close();
    void ask();
    later(open, STREAM_AGAIN_MS);
  };
  const open = () => {
    close();
    const opened = openCurrent(domain);
    source = opened;
    let hasSpoken = false;
    opened.addEventListener('figures', ({ data }: MessageEvent) => {
      hasSpoken = true;
      onFigures(decodeCurrent(parse(data)), 'streamed');
    });
    // The login has ended, or the site is gone: whoever asks is told which.
    opened.addEventListener('ended', fallBack);
    opened.addEventListener('error', () => {
      // What only broke off the browser opens again by itself.
      if (opened.readyState === EventSource.CLOSED && source === opened) fallBack();
    });
    later(() => {
      if (!hasSpoken && source === opened) fallBack();
    }, FIRST_EVENT_MS);
  };
  return { open, close };
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return asFields(null);
  }
}
