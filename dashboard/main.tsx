/** Starts the dashboard. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Language } from './api/server-state.ts';
import { Root } from './pages/root.tsx';
import { AppContext, createApp } from './state/app.ts';

// Until the server has told which language it chose, the browser's own is the best guess.
const preferred: Language = navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
const app = createApp(preferred);
effect(() => {
  document.documentElement.lang = app.language.value;
});

const container = document.getElementById('app');
if (container !== null) {
  render(
    <AppContext.Provider value={app}>
      <Root />
    </AppContext.Provider>,
    container,
  );
  void app.reload();
}
