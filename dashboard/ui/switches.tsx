/** Language and colours, on every page. */
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/languages.ts';
import { useApp } from '../state/app.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { MoonIcon, SunIcon } from './icons.tsx';
import { Menu } from './menu.tsx';

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
  const name = LANGUAGE_NAMES[language.value];
  return (
    <div class="languages">
      <Menu label={<span lang={language.value}>{name}</span>} name={`${texts.value.language}: ${name}`} align="end">
        {(close) => (
          <ul class="choices">
            {LANGUAGES.map((each) => (
              <li key={each}>
                <button
                  type="button"
                  lang={each}
                  aria-current={language.value === each ? 'true' : undefined}
                  onClick={() => {
                    close();
                    void chooseLanguage(each);
                  }}
                >
                  {LANGUAGE_NAMES[each]}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Menu>
    </div>
  );
}

function ThemeSwitch() {
  const { theme, texts } = useApp();
  useShortcut({
    key: 't',
    group: 'page',
    say: ({ shortcuts }) => shortcuts.names.theme,
    worksInSheets: true,
    run: theme.toggle,
  });
  const isDark = theme.current.value === 'dark';
  const name = isDark ? texts.value.theme.toLight : texts.value.theme.toDark;
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={theme.toggle}>
      {isDark ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
