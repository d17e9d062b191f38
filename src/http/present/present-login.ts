/** A login session as its owner reads it. */
import type { Login } from '../../auth/ports.ts';

export interface LoginAnswer {
  id: number;
  /** A name such as Firefox; '' when unknown. */
  browser: string;
  /** A name such as Linux; '' when unknown. */
  os: string;
  /** UTC ms. */
  createdAt: number;
  /** Last used, to some minutes. */
  seenAt: number;
  /** Whether it is the one that asks. */
  isThis: boolean;
}

/** @param asking the one that asks */
export function presentLogin({ id, browser, os, createdAt, seenAt }: Login, asking: Login): LoginAnswer {
  return { id, browser, os, createdAt, seenAt, isThis: id === asking.id };
}
