/** Server-sent events of current visitors: one computation for all who watch a site, and nothing for those who have gone. */
import { PassThrough } from 'node:stream';
import { AppError } from '../domain/errors.ts';
import type { Site } from '../domain/site.ts';
import { describeFault, type Log } from '../observe/create-log.ts';
import type { RealtimeAnswer } from '../stats/explorations/realtime.ts';

/** Between two looks at a site that somebody watches (ms); longer where one look takes long. */
const PACE_MS = 3000;
const REST = 4;
/** Silence after which a comment keeps the connection open, and finds out who has gone (ms). */
const HEARTBEAT_MS = 15_000;
/** Each is an open connection. */
const MOST_STREAMS = 200;
/** Bytes that a reader may be behind: who takes nothing is let go. */
const MOST_BEHIND = 64 * 1024;
/** When the browser comes back after a stream has broken off (ms). */
const RETRY_MS = 5000;

export interface RealtimeStreamsOptions {
  answer: (site: Site) => Promise<RealtimeAnswer>;
  /** The site as it is now; null when it is gone. */
  findSite: (domain: string) => Site | null;
  log: Log;
  /** UTC ms. */
  now: () => number;
  paceMs?: number;
  mostStreams?: number;
}

interface Viewer {
  stream: PassThrough;
  /** Whether the figures may still be told: a login ends, a key is revoked. */
  isAllowed: () => boolean;
}

interface Channel {
  domain: string;
  viewers: Set<Viewer>;
  /** The last event sent, with what of it is compared. */
  last: { event: string; figures: string } | null;
  sentAt: number;
  timer: NodeJS.Timeout | null;
}

export class RealtimeStreams {
  readonly #options: Required<RealtimeStreamsOptions>;
  readonly #channels = new Map<string, Channel>();
  #isClosed = false;

  constructor(options: RealtimeStreamsOptions) {
    this.#options = { paceMs: PACE_MS, mostStreams: MOST_STREAMS, ...options };
  }

  /** How many are open. */
  get count(): number {
    return [...this.#channels.values()].reduce((sum, { viewers }) => sum + viewers.size, 0);
  }

  /**
   * A stream of a site's current visitors: an event at once, then whenever a figure changes. It ends when its reader goes.
   * @throws AppError `unavailable` when there are too many, or the service stops
   */
  open({ domain }: Site, isAllowed: () => boolean): PassThrough {
    if (this.#isClosed) throw new AppError('unavailable', 'The server is stopping.');
    if (this.count >= this.#options.mostStreams)
      throw new AppError('unavailable', 'Too many live streams are open; ask /realtime instead, or close one.');
    const viewer: Viewer = { stream: new PassThrough(), isAllowed };
    const channel = this.#channels.get(domain);
    viewer.stream.write(`retry: ${RETRY_MS}\n\n`);
    if (channel === undefined) this.#begin(domain, viewer);
    else {
      channel.viewers.add(viewer);
      if (channel.last !== null) viewer.stream.write(channel.last.event);
    }
    viewer.stream.once('close', () => this.#leave(domain, viewer));
    return viewer.stream;
  }

  /** Ends all streams; no more are opened. */
  close(): void {
    this.#isClosed = true;
    for (const channel of this.#channels.values()) this.#end(channel);
  }

  #begin(domain: string, viewer: Viewer): void {
    const channel: Channel = {
      domain,
      viewers: new Set([viewer]),
      last: null,
      sentAt: this.#options.now(),
      timer: null,
    };
    this.#channels.set(domain, channel);
    void this.#turn(channel);
  }

  async #turn(channel: Channel): Promise<void> {
    const { answer, findSite, log, now, paceMs } = this.#options;
    const begun = now();
    channel.timer = null;
    try {
      const site = findSite(channel.domain);
      const told = site === null ? null : await answer(site);
      if (!this.#isWatched(channel)) return; // all have gone meanwhile
      if (told === null) this.#end(channel);
      else this.#tell(channel, told);
    } catch (error) {
      log.error(describeFault(error), 'current visitors could not be told');
      this.#end(channel); // browsers come back, and may find it mended
    }
    if (!this.#isWatched(channel)) return;
    channel.timer = setTimeout(() => void this.#turn(channel), Math.max(paceMs, (now() - begun) * REST));
    channel.timer.unref();
  }

  #tell(channel: Channel, { results, meta, query }: RealtimeAnswer): void {
    const { now: _time, ...said } = meta;
    const figures = JSON.stringify([results, said]);
    const hasChanged = figures !== channel.last?.figures;
    if (hasChanged)
      channel.last = { figures, event: `event: figures\ndata: ${JSON.stringify({ results, meta, query })}\n\n` };
    const isSilent = this.#options.now() - channel.sentAt >= HEARTBEAT_MS;
    if (hasChanged || isSilent) channel.sentAt = this.#options.now();
    for (const viewer of channel.viewers) {
      const { stream, isAllowed } = viewer;
      if (!isAllowed()) {
        channel.viewers.delete(viewer); // what is ended cannot be written to, though it closes later
        stream.end('event: ended\ndata: {}\n\n');
      } else if (stream.readableLength + stream.writableLength > MOST_BEHIND) stream.destroy();
      else if (hasChanged) stream.write(channel.last?.event);
      else if (isSilent) stream.write(':\n\n');
    }
    if (channel.viewers.size === 0) this.#forget(channel);
  }

  #end(channel: Channel): void {
    for (const { stream } of channel.viewers) stream.end();
    this.#forget(channel);
  }

  #leave(domain: string, viewer: Viewer): void {
    const channel = this.#channels.get(domain);
    if (channel?.viewers.delete(viewer) && channel.viewers.size === 0) this.#forget(channel);
  }

  #forget(channel: Channel): void {
    if (channel.timer !== null) clearTimeout(channel.timer);
    if (this.#isWatched(channel)) this.#channels.delete(channel.domain);
  }

  #isWatched(channel: Channel): boolean {
    return this.#channels.get(channel.domain) === channel;
  }
}
