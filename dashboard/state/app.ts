/** What the whole application shares: the server's state, the language, the colours and the address. Built once, in main. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ApiError, toApiError } from '../api/api-error.ts';
import { fetchState, type ServerState } from '../api/server-state.ts';
import { fetchSharedState, type SharedPage } from '../api/shared-state.ts';
import type { Texts } from '../i18n/en/texts.ts';
import { createFormat, type Format } from '../i18n/format.ts';
import { type Language, type LaterPart, type LaterTexts, loadTexts, type TextsWith } from '../i18n/languages.ts';
import { createPlace, type Place } from './place.ts';
import { shareLogin } from './shared-login.ts';
import { readSharedPlace, type SharedPlace, withLanguage } from './shared-place.ts';
import { createShortcuts, type Shortcuts } from './shortcuts.ts';
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
  /** Where this is a shared page, of people without an account; null in the back office. */
  shared: Shared | null;
  theme: ThemeState;
  shortcuts: Shortcuts;
  /** Asks the server again who is signed in. */
  reload(): Promise<void>;
  /** Shows the way in to whoever was refused for want of a login, or of a second step that is demanded. @returns whether that was so */
  turnAway(error: ApiError): boolean;
  /** Here and in all other tabs nothing is shown any longer. @param isWished by whoever is here */
  endLogin(isWished?: boolean): void;
  /** Changes the texts as soon as they are here, and remembers the choice in a cookie that the server reads. */
  chooseLanguage(language: Language): Promise<void>;
  /** Has the words of a part brought; whoever shows it waits for them (`lazily` does). */
  fetchTexts(part: LaterPart): Promise<void>;
  /** The words with those of a part, null until they are here. */
  textsWith<Part extends LaterPart>(part: Part): TextsWith<Part> | null;
}

export interface Shared extends SharedPlace {
  /** null until the server has answered. */
  page: ReadonlySignal<SharedPage | null>;
}

interface Words {
  language: Language;
  texts: Texts;
  /** Those of the parts that were needed so far, together with `texts`. */
  later: { [Part in LaterPart]?: TextsWith<Part> };
}

async function loadLater<Part extends LaterPart>(language: Language, part: Part): Promise<LaterTexts[Part]> {
  return (await import('../i18n/later-texts.ts')).loadLaterTexts(language, part);
}

/** @param language the one that the server chose, with its words */
export function createApp(spoken: { language: Language; texts: Texts }): App {
  const server: Signal<ServerState | null> = signal(null);
  const failure: Signal<ApiError | null> = signal(null);
  const hasEnded = signal(false);
  const words: Signal<Words> = signal({ ...spoken, later: {} });
  const missingIn = (later: Words['later']) =>
    (Object.keys(words.value.later) as LaterPart[]).find((part) => !(part in later));
  let chosen = spoken.language;
  const { pathname, search } = window.location;
  const sharedPlace = readSharedPlace(pathname);
  const page: Signal<SharedPage | null> = signal(null);
  const asked = sharedPlace === null ? null : new URLSearchParams(search).get('theme');
  const fetchServer = async () => {
    if (sharedPlace === null) return fetchState();
    const told = await fetchSharedState();
    page.value = told.page;
    return told.server;
  };

  /** Takes all figures out of the page, without asking anybody. @returns whether there were any to take */
  const forget = (isNews: boolean): boolean => {
    if (!server.value?.isSignedIn || sharedPlace !== null) return false;
    hasEnded.value = isNews;
    server.value = { ...server.value, isSignedIn: false, user: null, sites: [] };
    return true;
  };
  const tellOthers =
    sharedPlace === null
      ? shareLogin(() => {
          // Should it not have ended after all, the server says so.
          if (forget(true)) void app.reload();
        })
      : () => {};

  /** How often was asked who is signed in: only the last answer counts, whenever it comes. */
  let asks = 0;
  const place = createPlace();
  const app: App = {
    server,
    failure,
    hasEnded,
    language: computed(() => words.value.language),
    texts: computed(() => words.value.texts),
    format: computed(() => createFormat(words.value.language)),
    place,
    shared: sharedPlace && { ...sharedPlace, page },
    theme: createTheme(asked === 'dark' || asked === 'light' ? asked : null),
    shortcuts: createShortcuts(),
    async reload() {
      asks += 1;
      const ask = asks;
      try {
        const state = await fetchServer();
        if (ask !== asks) return;
        if (state.isSignedIn) hasEnded.value = false;
        else if (server.value?.isSignedIn) tellOthers();
        failure.value = null;
        server.value = state;
      } catch (thrown) {
        if (ask === asks) failure.value = toApiError(thrown);
      }
    },
    turnAway({ status, code }) {
      if (code === 'second_step_needed') void app.reload();
      if (status !== 401) return code === 'second_step_needed';
      app.endLogin();
      return true;
    },
    endLogin(isWished = false) {
      // Whoever had given a password is asked for it again.
      if (sharedPlace !== null) void app.reload();
      if (forget(!isWished)) tellOthers();
    },
    async chooseLanguage(language) {
      chosen = language;
      // A shared page keeps nothing on the device: its address says the language.
      if (sharedPlace !== null) place.replace(withLanguage(place.address.value, language));
      // The Cookie Store API is not in every browser that we serve.
      // biome-ignore lint/suspicious/noDocumentCookie: see above
      else document.cookie = `language=${language}; Path=/app; Max-Age=${YEAR_S}; SameSite=Lax`;
      const texts = await loadTexts(language);
      const later: Words['later'] = {};
      // What arrived in the old language while these were on their way is on show: it is fetched too.
      for (let part = missingIn(later); part !== undefined; part = missingIn(later))
        Object.assign(later, { [part]: { ...texts, ...(await loadLater(language, part)) } });
      // Another may have been chosen meanwhile.
      if (chosen === language) words.value = { language, texts, later };
    },
    async fetchTexts(part) {
      while (!(part in words.value.later)) {
        const { language, texts } = words.value;
        const more = await loadLater(language, part);
        if (words.value.language === language)
          words.value = { ...words.value, later: { ...words.value.later, [part]: { ...texts, ...more } } };
      }
    },
    textsWith(part) {
      return words.value.later[part] ?? null;
    },
  };
  return app;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('No application around this component.');
  return app;
}

/** The words with those of a part, for components that `lazily` brings together with them. */
export function useTexts<Part extends LaterPart>(part: Part): { readonly value: TextsWith<Part> } {
  const value = useApp().textsWith(part);
  if (value === null) throw new Error(`The words of ${part} have not been fetched.`);
  return { value };
}
