/** What is asked of somebody beside the password, as they read it themselves. */
import type { Passkey } from '../../auth/second-step/ports.ts';
import type { SecondSteps } from '../../auth/second-step/second-steps.ts';

export interface SecondStepAnswer {
  /** Since when there is an app (UTC ms), or null. */
  appSince: number | null;
  passkeys: PasskeyAnswer[];
  recoveryLeft: number;
}

export interface PasskeyAnswer {
  id: number;
  name: string;
  /** UTC ms. */
  createdAt: number;
  /** ISO date; null: never. */
  lastUsed: string | null;
}

const DAY_MS = 86_400_000;

export function presentSecondStep(described: ReturnType<SecondSteps['describe']>): SecondStepAnswer {
  const { appSince, passkeys, recoveryLeft } = described;
  return { appSince, recoveryLeft, passkeys: passkeys.map(presentPasskey) };
}

/** What an app photographs: the address as a picture (SVG), dark on light whatever the page's colours. */
export async function drawQrCode(uri: string): Promise<string> {
  // Loaded when it is first needed: an idle service should not pay for it.
  const { default: pictures } = await import('qrcode');
  return pictures.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
}

function presentPasskey({ id, name, createdAt, lastUsedDay }: Passkey): PasskeyAnswer {
  const lastUsed = lastUsedDay === null ? null : new Date(lastUsedDay * DAY_MS).toISOString().slice(0, 10);
  return { id, name, createdAt, lastUsed };
}
