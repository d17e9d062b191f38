/** What people can change in the back office: the words of its log, one closed list. */
const CHANGES = [
  'signed_in',
  'set_up',
  'site_added',
  'site_changed',
  'site_removed',
  'site_restored',
  'site_erased',
  'site_emptied',
  'site_given',
  'goal_added',
  'goal_changed',
  'goal_removed',
  'funnel_added',
  'funnel_changed',
  'funnel_removed',
  'segment_added',
  'segment_changed',
  'segment_removed',
  'note_added',
  'note_changed',
  'note_removed',
  'cookie_added',
  'cookie_removed',
  'link_added',
  'link_changed',
  'link_revoked',
  'webhook_added',
  'webhook_removed',
  'key_issued',
  'key_revoked',
  'person_added',
  'person_invited',
  'person_joined',
  'person_admitted',
  'person_changed',
  'person_removed',
  'logins_ended',
  'invitation_taken_back',
  'password_changed',
  'second_step_added',
  'second_step_removed',
  'recovery_codes_made',
  'second_step_demanded',
  'second_step_demand_ended',
  'identity_linked',
  'identity_unlinked',
  'password_reset',
  'visitor_erased',
  'data_imported',
] as const;

/** What somebody tried and a control has stopped. Nothing that a stranger has typed is kept of it. */
export const REFUSALS = [
  /** A wrong password or passkey, a provider's word that lets nobody in, or too many tries. */
  'sign_in_refused',
  'second_step_refused',
  /** The present one, asked again of somebody who is signed in. */
  'password_refused',
  /** An API key that is none, was revoked, or is over. */
  'key_refused',
  /** The link of an invitation, of a new password or of the set-up: made up, used, or over. */
  'link_refused',
  /** The password of a shared page. */
  'page_password_refused',
  /** What the role of a person, or the scope or site of a key, does not allow. */
  'right_refused',
  /** A change that no page of ours has asked for. */
  'foreign_request_refused',
  /** A webhook to this machine or the network around it. */
  'address_refused',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const ACTS = [...CHANGES, ...REFUSALS] as const;
export type Act = (typeof ACTS)[number];

/** Who has changed what was due. */
export const SERVICE = 'passant';

/** Who was refused without being signed in: nothing else is known of them. */
export const STRANGER = 'stranger';

export interface Change {
  id: number;
  /** UTC ms. */
  at: number;
  /** E-mail address; `key <name>` for an API key; '' for a command on the server, `SERVICE` for the service by itself, `STRANGER`. */
  who: string;
  act: Act;
  /** Domain; null: of the whole service. */
  site: string | null;
  /** What it was done to, in a few words; may be empty. Of a refused sign-in the account, if there is one. */
  about: string;
  /** How often within the hour (UTC) that it is of; null for what was done, which has a line each time. */
  count: number | null;
}
