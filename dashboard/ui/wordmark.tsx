/** The product's name and sign. */
import { Mark } from './icons.tsx';
import { Link } from './link.tsx';

export function Wordmark() {
  return (
    <Link href="/app/" class="wordmark">
      <Mark />
      <span>Passant</span>
    </Link>
  );
}
