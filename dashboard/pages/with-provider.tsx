/** Puts the button of the operator's provider beside a form, where there is one, and says why somebody has come back from it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { lazily } from '../ui/lazily.tsx';

const ProviderButton = lazily(() => import('./provider-button.tsx').then((part) => part.ProviderButton), 'provider');
const ProviderRefusal = lazily(() => import('./provider-refusal.tsx').then((part) => part.ProviderRefusal), 'provider');

interface WithProviderProps {
  /** The token of an invitation, behind which the button makes the account. */
  invitation?: string;
  children: ComponentChildren;
}

export function WithProvider({ invitation = '', children }: WithProviderProps) {
  const { server, place } = useApp();
  // The address says it until it has been read.
  const [isBack] = useState(() => place.address.value.hash.startsWith('#sign-in='));
  const provider = server.value?.provider ?? null;
  if (provider === null) return <>{children}</>;
  const { name, isFirst } = provider;
  const button = <ProviderButton name={name} isFirst={isFirst} invitation={invitation} />;
  return (
    <>
      {isBack ? <ProviderRefusal name={name} /> : null}
      {isFirst ? button : null}
      {children}
      {isFirst ? null : button}
    </>
  );
}
