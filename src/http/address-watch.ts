/** Notices that visitors' addresses get lost on the way here. Counts alone: no address is kept. */
import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/** Fewer beacons say nothing. */
const FEWEST = 20;
/** Then both counts are halved, so that a mended set-up is believed soon. */
const MOST = 200;
const LARGEST_SHARE = 0.8;
const isLoopback = proxyAddr.compile(['loopback']);
/** Pages of somebody who tries the service out on their own machine. */
const OF_THIS_MACHINE = /^https?:\/\/(?:localhost|[\w.-]+\.localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/;

export class AddressWatch {
  #seen = 0;
  #lost = 0;

  /**
   * Of a visitor's beacon: lost is an address that is this machine's own, and one in whose place a proxy has named another that
   * is not believed.
   * @param address the one that counts as the visitor's
   */
  note({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, address: string): void {
    if (OF_THIS_MACHINE.test(headers.origin ?? '')) return;
    const isPassedOver = headers['x-forwarded-for'] !== undefined && address === socket.remoteAddress;
    this.#seen += 1;
    if (isPassedOver || isLoopback(address, 0)) this.#lost += 1;
    if (this.#seen < MOST) return;
    this.#seen /= 2;
    this.#lost /= 2;
  }

  /** Of late, the share of beacons without the visitor's own address, 0 to 1; null while too few have come to tell. */
  get lostShare(): number | null {
    return this.#seen < FEWEST ? null : this.#lost / this.#seen;
  }

  /** Whether nearly all visitors of late have come without their own address, so that they melt into a few. */
  get isMissing(): boolean {
    return (this.lostShare ?? 0) > LARGEST_SHARE;
  }
}
