/** Light or dark: the device's preference until the reader chooses; the choice is kept nowhere but in this page's memory. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';

export type Theme = 'light' | 'dark';

export interface ThemeState {
  current: ReadonlySignal<Theme>;
  toggle(): void;
}

export function createTheme(): ThemeState {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const preferred = signal<Theme>(query.matches ? 'dark' : 'light');
  const chosen = signal<Theme | null>(null);
  const current = computed(() => chosen.value ?? preferred.value);
  query.addEventListener('change', () => {
    preferred.value = query.matches ? 'dark' : 'light';
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
