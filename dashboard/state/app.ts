/** What the whole application shares: the server's state, the language, the colours and the address. Built once, in main. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { fetchState, type Language, type ServerState } from '../api/server-state.ts';
import type { Texts } from '../i18n/en.ts';
import { createFormat, type Format } from '../i18n/format.ts';
import { TEXTS } from '../i18n/languages.ts';
import { createPlace, type Place } from './place.ts';
import { createTheme, type ThemeState } from './theme.ts';

const YEAR_S = 365 * 86_400;

export interface App {
  /** null until the server has answered for the first time. */
  server: ReadonlySignal<ServerState | null>;
  failure: ReadonlySignal<ApiError | null>;
  /** Whether a login ended while the dashboard was open. */
  hasEnded: ReadonlySignal<boolean>;
  texts: ReadonlySignal<Texts>;
  format: ReadonlySignal<Format>;
  language: ReadonlySignal<Language>;
  place: Place;
  theme: ThemeState;
  /** Asks the server again who is signed in. */
  reload(): Promise<void>;
  /** A question was answered by "sign in first". */
  endLogin(): void;
  /** Changes the texts at once, and remembers the choice in a cookie that the server reads. */
  chooseLanguage(language: Language): void;
}

export function createApp(preferred: Language): App {
  const server: Signal<ServerState | null> = signal(null);
  const failure: Signal<ApiError | null> = signal(null);
  const hasEnded = signal(false);
  const language = signal(preferred);
  let isChosen = false;

  return {
    server,
    failure,
    hasEnded,
    language,
    texts: computed(() => TEXTS[language.value]),
    format: computed(() => createFormat(language.value)),
    place: createPlace(),
    theme: createTheme(),
    async reload() {
      try {
        const state = await fetchState();
        if (!isChosen) language.value = state.language;
        if (state.isSignedIn) hasEnded.value = false;
        failure.value = null;
        server.value = state;
      } catch (thrown) {
        failure.value = toApiError(thrown);
      }
    },
    endLogin() {
      if (server.value === null) return;
      hasEnded.value = true;
      server.value = { ...server.value, isSignedIn: false, user: null, sites: [] };
    },
    chooseLanguage(chosen) {
      isChosen = true;
      language.value = chosen;
      // The Cookie Store API is not in every browser that we serve.
      // biome-ignore lint/suspicious/noDocumentCookie: see above
      document.cookie = `language=${chosen}; Path=/app; Max-Age=${YEAR_S}; SameSite=Lax`;
    },
  };
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('No application around this component.');
  return app;
}
