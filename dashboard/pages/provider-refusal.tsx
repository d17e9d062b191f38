/** Says why somebody has come back from the operator's provider without being let in; the address says it first, and then no more. */
import { useEffect, useState } from 'preact/hooks';
import { useApp, useTexts } from '../state/app.ts';

/** What the server writes behind `#`. */
const MARK = /^#sign-in=(\w+)$/;

export function ProviderRefusal({ name }: { name: string }) {
  const { place } = useApp();
  const { refusals } = useTexts('provider').value.provider;
  const { pathname, search, hash } = place.address.value;
  const [why] = useState(() => MARK.exec(hash)?.[1] ?? '');
  const isMarked = MARK.test(hash);
  useEffect(() => {
    if (isMarked) place.replace(pathname + search);
  }, [place, isMarked, pathname, search]);
  if (!Object.hasOwn(refusals, why)) return null;
  return (
    <p class="mistake mistake-box provider-refusal" role="alert">
      {refusals[why as keyof typeof refusals](name)}
    </p>
  );
}
