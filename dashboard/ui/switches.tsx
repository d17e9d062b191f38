/** Language and colours, on every page. */
import { LANGUAGES } from '../api/server-state.ts';
import { TEXTS } from '../i18n/languages.ts';
import { useApp } from '../state/app.ts';
import { MoonIcon, SunIcon } from './icons.tsx';

export function Switches() {
  return (
    <>
      <LanguageSwitch />
      <ThemeSwitch />
    </>
  );
}

function LanguageSwitch() {
  const { language, texts, chooseLanguage } = useApp();
  return (
    <fieldset class="languages">
      <legend class="unseen">{texts.value.language}</legend>
      {LANGUAGES.map((each) => (
        <button
          type="button"
          key={each}
          lang={each}
          title={TEXTS[each].languageName}
          aria-pressed={language.value === each}
          onClick={() => chooseLanguage(each)}
        >
          <span aria-hidden="true">{each.toUpperCase()}</span>
          <span class="unseen">{TEXTS[each].languageName}</span>
        </button>
      ))}
    </fieldset>
  );
}

function ThemeSwitch() {
  const { theme, texts } = useApp();
  const isDark = theme.current.value === 'dark';
  const name = isDark ? texts.value.theme.toLight : texts.value.theme.toDark;
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={theme.toggle}>
      {isDark ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
