/** Chooses several countries by their names: one is added from a list, and taken away by its cross. */
import { useApp, useTexts } from '../state/app.ts';
import { CrossIcon } from '../ui/icons.tsx';
import { CountrySelect } from './country-select.tsx';

interface CountryListProps {
  id: string;
  name: string;
  /** Codes with commas between them. */
  value: string;
  describedBy: string | undefined;
  isWrong: boolean;
  onChange: (value: string) => void;
}

export function CountryList({ value, onChange, ...field }: CountryListProps) {
  const { format, texts } = useApp();
  const words = useTexts('office').value.siteList;
  const codes = value.split(',').filter((code) => code !== '');
  return (
    <>
      {codes.length === 0 ? null : (
        <ul class="office-chosen">
          {codes.map((code) => (
            <li key={code}>
              {format.value.country(code)}
              <button
                type="button"
                class="icon-button"
                aria-label={`${texts.value.asking.remove}: ${format.value.country(code)}`}
                onClick={() => onChange(codes.filter((each) => each !== code).join(','))}
              >
                <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
      <CountrySelect
        {...field}
        value="none"
        none={words.addCountry}
        onChange={(code) => codes.includes(code) || onChange([...codes, code].join(','))}
      />
    </>
  );
}
