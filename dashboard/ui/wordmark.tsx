/** The product's name and sign. */
import { useApp } from '../state/app.ts';
import { Mark } from './icons.tsx';
import { Link } from './link.tsx';

export function Wordmark() {
  const { shared } = useApp();
  const sign = (
    <>
      <Mark />
      <span>Passant</span>
    </>
  );
  // Whoever sees a shared page has no account that this could lead to.
  if (shared !== null) return <span class="wordmark">{sign}</span>;
  return (
    <Link href="/app/" class="wordmark">
      {sign}
    </Link>
  );
}
