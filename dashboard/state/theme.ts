/**
 * Light or dark: the device's preference until the reader chooses; the choice is kept nowhere but in this page's memory. Paper is
 * light whatever was chosen.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

export interface ThemeState {
  current: ReadonlySignal<Theme>;
  toggle(): void;
}

/** @param first what the address asks for; null for nothing */
export function createTheme(first: Theme | null = null): ThemeState {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const preferred = signal<Theme>(query.matches ? 'dark' : 'light');
  const chosen = signal(first);
  const isPrinting = signal(false);
  const current = computed(() => (isPrinting.value ? 'light' : (chosen.value ?? preferred.value)));
  query.addEventListener('change', () => {
    preferred.value = query.matches ? 'dark' : 'light';
  });
  window.addEventListener('beforeprint', () => {
    isPrinting.value = true;
  });
  window.addEventListener('afterprint', () => {
    isPrinting.value = false;
  });
  effect(() => {
    document.documentElement.dataset.theme = current.value;
  });
  return {
    current,
    toggle() {
      chosen.value = current.value === 'dark' ? 'light' : 'dark';
    },
  };
}
