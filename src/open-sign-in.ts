/** Joins the ways in: passwords, second steps, passkeys, a provider, links for a new password, and what bounds those who try. */
import { randomBytes } from 'node:crypto';
import { Challenges } from './auth/second-step/challenges.ts';
import { Passkeys } from './auth/second-step/passkeys.ts';
import { relyingPartyOf } from './auth/second-step/relying-party.ts';
import type { Knowledge } from './collect/pipeline.ts';
import { RequestFacts } from './collect/request-facts.ts';
import type { HttpServices } from './http/services.ts';
import { createResetThrottle, SignInThrottle } from './http/sign-in-throttle.ts';
import type { Outbound } from './observe/outbound.ts';
import type { AccountData } from './open-accounts.ts';
import { openProvider, type ProviderSettings } from './open-provider.ts';

export type SignInServices = Pick<
  HttpServices,
  | 'accounts'
  | 'logins'
  | 'people'
  | 'apiKeys'
  | 'resets'
  | 'secondStep'
  | 'signInProvider'
  | 'signInThrottle'
  | 'resetThrottle'
  | 'describeDevice'
>;

export interface SignInOptions {
  config: ProviderSettings;
  data: AccountData;
  outbound: Outbound;
  detectDevice: Knowledge['detectDevice'];
  /** Public address without a trailing slash. */
  baseUrl: string;
  /** UTC ms. */
  now: () => number;
}

/** With keys that end with the process. */
export function openSignIn({ config, data, outbound, detectDevice, baseUrl, now }: SignInOptions): SignInServices {
  const { accounts, logins, people, apiKeys, resets, users } = data;
  return {
    ...{ accounts, logins, people, apiKeys, resets },
    secondStep: {
      ...{ steps: data.secondSteps, apps: data.codeApps, pending: data.pendingSignIns },
      passkeys: new Passkeys({
        ...{ store: data.passkeyStore, users, challenges: new Challenges(randomBytes(32), now) },
        ...{ relyingParty: () => relyingPartyOf(baseUrl), now },
      }),
    },
    signInProvider: openProvider(config, data, outbound, now),
    signInThrottle: new SignInThrottle(randomBytes(32)),
    resetThrottle: createResetThrottle(randomBytes(32)),
    describeDevice: (userAgent) => {
      const facts = new RequestFacts({ ip: '', userAgent, at: now() }, () => false);
      const { browser, os } = facts.reduceUserAgent(detectDevice);
      return { browser, os };
    },
  };
}
