/** What people can change in the back office: the words of its log, one closed list. */
export const ACTS = [
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
export type Act = (typeof ACTS)[number];

/** Who has changed what was due. */
export const SERVICE = 'passant';

export interface Change {
  id: number;
  /** UTC ms. */
  at: number;
  /** E-mail address; `key <name>` for an API key; '' for a command on the server, `SERVICE` for the service by itself. */
  who: string;
  act: Act;
  /** Domain; null: of the whole service. */
  site: string | null;
  /** What it was done to, in a few words; may be empty. */
  about: string;
}
