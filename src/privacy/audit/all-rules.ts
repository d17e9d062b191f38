/** Every rule of the audit, in the order in which it is reported. */
import type { AuditRule } from './rule.ts';
import { ADDRESS_RULES } from './rules/address-rules.ts';
import { CONSENT_RULES } from './rules/consent-rules.ts';
import { DEVICE_RULES } from './rules/device-rules.ts';
import { LIFETIME_RULES } from './rules/lifetime-rules.ts';
import { OPERATION_RULES } from './rules/operation-rules.ts';
import { PROFILE_RULES } from './rules/profile-rules.ts';
import { RIGHTS_RULES } from './rules/rights-rules.ts';

export const AUDIT_RULES: readonly AuditRule[] = [
  ...PROFILE_RULES,
  ...LIFETIME_RULES,
  ...ADDRESS_RULES,
  ...DEVICE_RULES,
  ...CONSENT_RULES,
  ...RIGHTS_RULES,
  ...OPERATION_RULES,
];
