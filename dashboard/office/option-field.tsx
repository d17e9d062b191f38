/** One setting of a site: ticked or chosen from words, from countries, a number of something, or written. */
import { Field, type FieldAttributes } from '../pages/field.tsx';
import { useTexts } from '../state/app.ts';
import { AmountField } from './amount-field.tsx';
import { ChecksField } from './checks-field.tsx';
import { CountryList } from './country-list.tsx';
import { CountrySelect } from './country-select.tsx';
import { COUNTRY_LISTS, COUNTRY_OPTIONS, isAmount, type OptionRow } from './site-options.ts';
import { TimeZoneInput } from './time-zone-input.tsx';

interface OptionFieldProps {
  row: OptionRow;
  value: string;
  /** What the server says of it. */
  mistake: string | null;
  onChange: (text: string) => void;
}

export function OptionField({ row, value, mistake, onChange }: OptionFieldProps) {
  const { names, hints, values } = useTexts('office').value.siteOptions;
  const { name, empty, isList = false, isDay = false } = row;
  const hint: string | undefined = (hints as Partial<Record<string, string>>)[name];
  const choices = row.values === undefined ? null : Object.entries(values[row.values]);
  const countryField = (attributes: FieldAttributes) => ({
    ...{ name, value, onChange, id: attributes.id },
    ...{ describedBy: attributes['aria-describedby'], isWrong: mistake !== null },
  });
  if (choices !== null && isList)
    return <ChecksField label={names[name]} {...{ name, mistake, choices, value, onChange }} />;
  return (
    <Field label={names[name]} mistake={mistake} {...(hint !== undefined && { hint })}>
      {(attributes) =>
        choices !== null ? (
          <select
            {...attributes}
            name={name}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          >
            {choices.map(([word, called]) => (
              <option key={word} value={word}>
                {called}
              </option>
            ))}
          </select>
        ) : isAmount(name) ? (
          <AmountField {...{ name, value, attributes, onChange }} />
        ) : COUNTRY_LISTS.includes(name) ? (
          <CountryList {...countryField(attributes)} />
        ) : COUNTRY_OPTIONS.includes(name) ? (
          <CountrySelect {...countryField(attributes)} />
        ) : name === 'timezone' ? (
          <TimeZoneInput {...attributes} value={value} onInput={onChange} />
        ) : isDay ? (
          <input
            {...attributes}
            type="date"
            name={name}
            value={value === empty ? '' : value}
            onInput={({ currentTarget }) => onChange(currentTarget.value || (empty ?? ''))}
          />
        ) : (
          <input
            {...attributes}
            type="text"
            name={name}
            dir="auto"
            spellcheck={false}
            value={value === empty ? '' : value}
            onInput={({ currentTarget }) =>
              onChange(currentTarget.value.trim() === '' && empty !== undefined ? empty : currentTarget.value)
            }
          />
        )
      }
    </Field>
  );
}
