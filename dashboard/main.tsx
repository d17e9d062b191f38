/** Starts the dashboard. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { LANGUAGES, loadTexts } from './i18n/languages.ts';
import { Root } from './pages/root.tsx';
import { AppContext, createApp } from './state/app.ts';

// The server writes the language that it has chosen into the page, and has the browser fetch its words beside this script.
const language = LANGUAGES.find((each) => each === document.documentElement.lang) ?? 'en';
const app = createApp({ language, texts: await loadTexts(language) });
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
