/** Opens what signing in needs of the data folder: people, logins, second steps, keys. Commands need it as well as the service. */
import { Accounts } from './auth/accounts.ts';
import { ApiKeys } from './auth/api-keys.ts';
import { Logins } from './auth/logins.ts';
import { PasswordQueue } from './auth/password-queue.ts';
import { PasswordRules } from './auth/password-rules.ts';
import { ARGON2 } from './auth/passwords.ts';
import { People } from './auth/people.ts';
import type { IdentityStore, UserStore } from './auth/ports.ts';
import { Resets } from './auth/resets.ts';
import { CodeApps } from './auth/second-step/code-apps.ts';
import { PendingSignIns } from './auth/second-step/pending-sign-ins.ts';
import type { PasskeyStore } from './auth/second-step/ports.ts';
import { RecoveryCodes } from './auth/second-step/recovery-codes.ts';
import { SecondSteps } from './auth/second-step/second-steps.ts';
import { SecretFile } from './store/secret-file.ts';
import { SetupTokenRepository, UserRepository } from './store/sqlite/app/account-repository.ts';
import { DemandRepository } from './store/sqlite/app/demand-repository.ts';
import { IdentityRepository } from './store/sqlite/app/identity-repository.ts';
import { InvitationRepository } from './store/sqlite/app/invitation-repository.ts';
import { KeyRepository } from './store/sqlite/app/key-repository.ts';
import { KnownDeviceRepository, LoginRepository } from './store/sqlite/app/login-repository.ts';
import { ResetRepository } from './store/sqlite/app/reset-repository.ts';
import {
  CodeAppRepository,
  PasskeyRepository,
  RecoveryCodeRepository,
} from './store/sqlite/app/second-step-repository.ts';
import type { SqliteDatabase } from './store/sqlite/open-database.ts';
import { UsualPasswordFile } from './store/usual-password-file.ts';

export interface AccountData {
  users: UserStore;
  identities: IdentityStore;
  /** The one queue of this process. */
  passwords: PasswordQueue;
  accounts: Accounts;
  logins: Logins;
  secondSteps: SecondSteps;
  codeApps: CodeApps;
  passkeyStore: PasskeyStore;
  pendingSignIns: PendingSignIns;
  people: People;
  resets: Resets;
  apiKeys: ApiKeys;
}

export interface AccountOptions {
  /** The open `app.db`. */
  app: SqliteDatabase;
  /** Where the key of the apps' secrets lies. */
  dataDir: string;
  /** The public address; null where none is set. */
  baseUrl: string | null;
  /** Domains of all sites, which no password may rest on. */
  sites: ConstructorParameters<typeof PasswordRules>[0]['sites'];
  /** UTC ms. */
  now: () => number;
}

export function openAccounts({ app, dataDir, baseUrl, sites, now }: AccountOptions): AccountData {
  const users = new UserRepository(app);
  const passwords = new PasswordQueue(ARGON2);
  const host = baseUrl === null ? null : new URL(baseUrl).hostname;
  const rules = new PasswordRules({ usual: new UsualPasswordFile(), host, sites });
  const logins = new Logins({ store: new LoginRepository(app), devices: new KnownDeviceRepository(app), now });
  const codeApps = new CodeApps({ store: new CodeAppRepository(app), secrets: new SecretFile(dataDir), now });
  const passkeyStore = new PasskeyRepository(app);
  const recovery = new RecoveryCodes(new RecoveryCodeRepository(app));
  return {
    ...{ users, passwords, logins, codeApps, passkeyStore, identities: new IdentityRepository(app) },
    accounts: new Accounts({ users, passwords, rules, setupTokens: new SetupTokenRepository(app), now }),
    secondSteps: new SecondSteps({
      apps: codeApps,
      recovery,
      passkeys: passkeyStore,
      logins,
      demand: new DemandRepository(app),
      now,
    }),
    pendingSignIns: new PendingSignIns({ users, now }),
    people: new People({ users, logins, passwords, rules, invitations: new InvitationRepository(app), now }),
    resets: new Resets({ store: new ResetRepository(app), users, logins, passwords, rules, now }),
    apiKeys: new ApiKeys(new KeyRepository(app), now),
  };
}
