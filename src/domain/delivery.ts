/** What is known of something that was sent to another machine and was not seen to arrive. */

/**
 * - `refused`: it will never be taken, such as a mail to an address that does not exist;
 * - `later`: it was not taken now;
 * - `unknown`: the connection ended when the whole of it had been given away, so that it may have been taken.
 */
export type Undelivered = 'refused' | 'later' | 'unknown';

/** Its message has no address and no word of the other machine in it: it may be logged and shown. */
export class DeliveryFault extends Error {
  readonly outcome: Undelivered;
  constructor(outcome: Undelivered, message: string) {
    super(message);
    this.name = 'DeliveryFault';
    this.outcome = outcome;
  }
}
