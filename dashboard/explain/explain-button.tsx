/** The way to "Explain this number", to be set beside any figure. */
import type { ComponentChildren } from 'preact';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { QuestionIcon } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import { type Explained, openExplanation } from './explanation.ts';

interface ExplainLinkProps extends Explained {
  /** What the figure is called, for those who hear the page. */
  name: string;
  /** Words in the place of the question mark. */
  children?: ComponentChildren;
}

export function ExplainLink({ name, children, ...explained }: ExplainLinkProps) {
  const { title } = useApp().texts.value.explain;
  const { view, hrefOf } = useView();
  const href = hrefOf(openExplanation(view, explained));
  if (children !== undefined)
    return (
      <Link class="quiet-link" href={href} title={title(name)}>
        {children}
      </Link>
    );
  return (
    <Link class="explain-link" href={href} label={title(name)} title={title(name)}>
      <QuestionIcon />
    </Link>
  );
}
