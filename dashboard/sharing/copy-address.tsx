/** Copies the address of a link, as it stands beside it. */
import type { SharedLink } from '../api/links.ts';
import { useApp } from '../state/app.ts';
import { CopyButton } from './copy-button.tsx';
import { useLinkAddress } from './use-link-address.ts';

export function CopyAddress({ link }: { link: SharedLink }) {
  return <CopyButton text={useLinkAddress(link)} label={useApp().texts.value.share.copy} />;
}
