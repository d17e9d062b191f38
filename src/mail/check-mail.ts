/** What may stand in the head of a mail: nothing that ends a line, and one address that no mail program takes for two. */
import { DeliveryFault } from '../domain/delivery.ts';
import type { Mail } from './ports.ts';

/** Without quotes, commas, brackets and comments, which programs read in more than one way. */
const ADDRESS = /^[^\s\p{C}"(),:;<>@[\\\]]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,187}[\p{L}\p{N}])?$/u;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const LONGEST_SUBJECT = 300;

export function isMailAddress(address: string): boolean {
  return ADDRESS.test(address);
}

/** @throws DeliveryFault `refused` */
export function checkMail({ to, subject, unsubscribeUrl }: Mail): void {
  if (!isMailAddress(to)) throw new DeliveryFault('refused', 'The address is none that an e-mail can be sent to.');
  if (CONTROL.test(subject) || subject.length > LONGEST_SUBJECT)
    throw new DeliveryFault('refused', 'The subject has more than one line, or is too long.');
  if (unsubscribeUrl !== null && !/^https?:\/\/[!-;=?-~]+$/.test(unsubscribeUrl))
    throw new DeliveryFault('refused', 'The address to unsubscribe at is none.');
}
