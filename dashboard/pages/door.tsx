/** The frame of the pages that stand before the figures: set-up, sign-in, and what may go wrong there. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import { Footer } from '../ui/footer.tsx';
import { Switches } from '../ui/switches.tsx';
import { Wordmark } from '../ui/wordmark.tsx';

export function Door({ title, children }: { title?: string; children: ComponentChildren }) {
  const { texts } = useApp();
  useEffect(() => {
    document.title = title === undefined ? 'Passant' : `${title} · Passant`;
  }, [title]);
  return (
    <div class="door">
      <header class="door-bar">
        <Wordmark />
        <div class="bar-settings">
          <Switches />
        </div>
      </header>
      <main class="door-main">
        <div class="door-card">
          {title === undefined ? null : <h1>{title}</h1>}
          {children}
        </div>
        <p class="door-tagline">{texts.value.tagline}</p>
      </main>
      <Footer />
    </div>
  );
}
