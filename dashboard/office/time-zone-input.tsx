/** A time zone by its IANA name, with those that the browser knows to choose from. */
import { useId } from 'preact/hooks';

interface TimeZoneInputProps {
  id: string;
  value: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
  onInput: (value: string) => void;
}

export function TimeZoneInput({ value, onInput, ...attributes }: TimeZoneInputProps) {
  const list = useId();
  return (
    <>
      <input
        {...attributes}
        type="text"
        name="timezone"
        list={list}
        spellcheck={false}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <datalist id={list}>
        {['UTC', ...Intl.supportedValuesOf('timeZone')].map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
