/** The gallery: every state of every panel, light and dark side by side; built by `npm run dev` alone. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { LANGUAGES, loadTexts } from '../i18n/languages.ts';
import { AppContext, createApp } from '../state/app.ts';
import { Switches } from '../ui/switches.tsx';
import { pretendServer } from './pretend-server.ts';
import { Specimen } from './specimen.tsx';
import { STATES } from './states.ts';

pretendServer();
const language = LANGUAGES.find((each) => each === document.documentElement.lang) ?? 'en';
const app = createApp({ language, texts: await loadTexts(language) });
effect(() => {
  document.documentElement.lang = app.language.value;
});
const wanted = new URLSearchParams(window.location.search).get('state');
const shown = STATES.find(({ key }) => key === wanted) ?? STATES[3];

function Gallery() {
  if (shown === undefined) return null;
  return (
    <>
      <header class="bar">
        <nav class="bar-inner gallery-bar" aria-label="States">
          {STATES.map(({ key, title }) => (
            <a key={key} href={`?state=${key}`} aria-current={key === shown.key ? 'page' : undefined}>
              {title}
            </a>
          ))}
          <div class="bar-settings">
            <Switches />
          </div>
        </nav>
      </header>
      <main class="gallery">
        <Specimen app={app} state={shown} theme="light" />
        <Specimen app={app} state={shown} theme="dark" />
      </main>
    </>
  );
}

const container = document.getElementById('app');
if (container !== null)
  render(
    <AppContext.Provider value={app}>
      <Gallery />
    </AppContext.Provider>,
    container,
  );
