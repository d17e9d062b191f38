/** A few ways to look at the same thing, side by side: links, of which the one on show is marked. */
import { Link } from '../ui/link.tsx';

interface ChoicesProps {
  title: string;
  choices: readonly { key: string; text: string; href: string; isCurrent: boolean }[];
}

export function Choices({ title, choices }: ChoicesProps) {
  return (
    <nav class="ways" aria-label={title}>
      <span class="ways-title" aria-hidden="true">
        {title}
      </span>
      <ul>
        {choices.map(({ key, text, href, isCurrent }) => (
          <li key={key}>
            <Link href={href} isCurrent={isCurrent}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
