/** Second steps of a stage: nobody has any. */
import { randomBytes } from 'node:crypto';
import { Challenges } from '../auth/second-step/challenges.ts';
import { CodeApps } from '../auth/second-step/code-apps.ts';
import { Passkeys } from '../auth/second-step/passkeys.ts';
import { PendingSignIns } from '../auth/second-step/pending-sign-ins.ts';
import type { PasskeyStore } from '../auth/second-step/ports.ts';
import { RecoveryCodes } from '../auth/second-step/recovery-codes.ts';
import { SecondSteps } from '../auth/second-step/second-steps.ts';
import type { SecondStepServices } from '../http/services.ts';

const nothing = () => {};
const NO_PASSKEYS: PasskeyStore = {
  ...{ listOf: () => [], find: () => null, insert: () => false, markUsed: () => false },
  ...{ remove: () => false, removeOf: nothing, handleOf: (_userId, fresh) => fresh },
};
const NO_USERS = { find: () => null, findByEmail: () => null };

/** @param now UTC ms */
export function createNoSecondStep(now: () => number): SecondStepServices {
  const apps = new CodeApps({
    store: { find: () => null, save: nothing, takeStep: () => false, remove: nothing },
    secrets: { seal: () => Buffer.alloc(0), open: () => '' },
    now,
  });
  const recovery = new RecoveryCodes({ replace: nothing, take: () => false, count: () => 0 });
  return {
    apps,
    steps: new SecondSteps({
      ...{ apps, recovery, passkeys: NO_PASSKEYS, logins: { endAll: nothing } },
      ...{ demand: { isMade: () => false, make: nothing, end: nothing }, now },
    }),
    pending: new PendingSignIns({ users: NO_USERS, now }),
    passkeys: new Passkeys({
      ...{ store: NO_PASSKEYS, users: NO_USERS, challenges: new Challenges(randomBytes(32), now) },
      ...{ relyingParty: () => null, now },
    }),
  };
}
