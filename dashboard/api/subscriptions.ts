/** Mails about sites that one has asked for. */
import { asFields, asList, asText } from './decode.ts';
import { getJson, postJson } from './request.ts';
import { sitePath } from './site-path.ts';

/** As the server knows them. */
export const MAIL_KINDS = ['week', 'month', 'alerts'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export interface Subscription {
  site: string;
  kind: MailKind;
}

/** @throws ApiError */
export async function fetchSubscriptions(_all: 'all', signal: AbortSignal): Promise<readonly Subscription[]> {
  return asList(asFields(await getJson('/app/api/subscriptions', signal)).subscriptions).flatMap((each) => {
    const { site, kind } = asFields(each);
    const known = MAIL_KINDS.find((name) => name === kind);
    return known === undefined ? [] : [{ site: asText(site), kind: known }];
  });
}

/** @throws ApiError */
export async function subscribe(site: string, kind: MailKind, isOn: boolean): Promise<void> {
  await postJson(sitePath(site, 'subscriptions'), { kind, on: isOn });
}
