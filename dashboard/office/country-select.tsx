/** Chooses a country, or that none is stated. */
import { useMemo } from 'preact/hooks';
import { useApp, useTexts } from '../state/app.ts';
import { listCountries } from './countries.ts';

interface CountrySelectProps {
  id: string;
  name: string;
  /** A code, or `none`. */
  value: string;
  describedBy?: string | undefined;
  isWrong?: boolean;
  /** What the first choice, no country, is called; that none is stated when left out. */
  none?: string;
  onChange: (value: string) => void;
}

export function CountrySelect({ id, name, value, describedBy, isWrong = false, none, onChange }: CountrySelectProps) {
  const { format, language } = useApp();
  const words = useTexts('office').value.siteList;
  const countries = useMemo(() => listCountries(format.value.country, language.value), [format.value, language.value]);
  return (
    <select
      id={id}
      name={name}
      value={value}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="none">{none ?? words.unstated}</option>
      {countries.map(({ code, name: called }) => (
        <option key={code} value={code}>
          {called}
        </option>
      ))}
    </select>
  );
}
