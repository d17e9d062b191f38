/** What the banner's script tag says. */
import { TEXT_VERSION } from './texts.ts';

export interface BannerOptions {
  /** Language of the words, by default that of the page. */
  language: string;
  /** Version of what is asked; a new one asks again. */
  version: string;
  /** Address of the page with all the details, if there is one. */
  charter: string | undefined;
  /** `light` or `dark` for a site that has only one of them. */
  theme: string | undefined;
  /** Whether the small button that leads back to the choice is shown; a site may offer its own instead. */
  hasButton: boolean;
  /** Whether visitors who send a privacy signal are asked too. They have answered already, so by default they are left in peace. */
  asksDespiteSignal: boolean;
}

/** Reads `data-lang`, `data-version`, `data-charter`, `data-theme`, `data-button="none"` and `data-signals="ask"`. */
export function readBannerOptions({ lang, version, charter, theme, button, signals }: DOMStringMap): BannerOptions {
  return {
    language: lang || document.documentElement.lang,
    version: version || TEXT_VERSION,
    charter,
    theme,
    hasButton: button !== 'none',
    asksDespiteSignal: signals === 'ask',
  };
}
