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
  isCurrent?: boolean;
  onFollow?: () => void;
}

export function Link({ href, children, title, label, isCurrent = false, onFollow, class: className }: LinkProps) {
  const { place } = useApp();
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || event.defaultPrevented) return;
    event.preventDefault();
    place.go(href);
    onFollow?.();
  };
  return (
    <a
      class={className}
      href={href}
      title={title}
      aria-label={label}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
