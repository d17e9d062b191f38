/** A link inside the dashboard: a real address, followed without loading the page again. */
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { useApp } from '../state/app.ts';

interface LinkProps {
  /** Made by `writeView`: never what somebody else wrote. */
  href: string;
  children: ComponentChildren;
  class?: string;
  title?: string;
  label?: string;
  /** Whether it leads to what is on show; `page` for one of a navigation. */
  isCurrent?: boolean | 'page';
  /** Takes the place of the present entry of the history: for a sheet that closes by it. */
  isReplacing?: boolean;
  onFollow?: () => void;
}

export function Link({ href, children, title, label, isCurrent = false, ...more }: LinkProps) {
  const { place } = useApp();
  const { isReplacing = false, onFollow, class: className } = more;
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented) return;
    event.preventDefault();
    if (isReplacing) place.replace(href);
    else place.go(href);
    onFollow?.();
  };
  return (
    <a
      class={className}
      href={href}
      title={title}
      aria-label={label}
      aria-current={isCurrent === 'page' ? 'page' : isCurrent ? 'true' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
