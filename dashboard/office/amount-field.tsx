/** A setting that is a number of something, or a word in its place: a choice, and beside it the number with what it counts. */
import { useRef, useState } from 'preact/hooks';
import type { FieldAttributes } from '../pages/field.tsx';
import { useApp, useTexts } from '../state/app.ts';
import { sayUnit } from './say-unit.ts';
import { AMOUNTS, type AmountName } from './site-options.ts';

interface AmountFieldProps {
  name: AmountName;
  /** As the server writes it: a number with its ending, such as `25mo`, or a word. */
  value: string;
  attributes: FieldAttributes;
  onChange: (value: string) => void;
}

export function AmountField({ name, value, attributes, onChange }: AmountFieldProps) {
  const { language } = useApp();
  const texts = useTexts('office').value.siteOptions;
  const { ending, unit, usual } = AMOUNTS[name];
  const words: Readonly<Record<string, string>> = texts.amounts[name];
  // Chosen, not read from the value: who begins to write a number with 0 should not lose the field for it.
  const [isNumber, setNumber] = useState(!Object.hasOwn(words, value));
  const number = isNumber ? value.slice(0, value.length - ending.length) : '';
  const last = useRef(isNumber ? number : usual);
  const write = (text: string) => {
    last.current = text.trim();
    onChange(`${last.current}${ending}`);
  };
  const choose = (word: string) => {
    setNumber(word === 'some');
    if (word === 'some') write(last.current);
    else onChange(word);
  };
  const unitId = `${attributes.id}-unit`;
  return (
    <div class="office-amount">
      <select
        {...attributes}
        aria-invalid={false}
        value={isNumber ? 'some' : value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {Object.entries(words).map(([word, called]) => (
          <option key={word} value={word}>
            {called}
          </option>
        ))}
      </select>
      {isNumber ? (
        <span class="office-number">
          <input
            type="text"
            name={name}
            inputMode="numeric"
            autocomplete="off"
            maxLength={4}
            value={number}
            aria-labelledby={`${attributes.id}-label ${unitId}`}
            aria-describedby={attributes['aria-describedby']}
            aria-invalid={attributes['aria-invalid']}
            onInput={({ currentTarget }) => write(currentTarget.value)}
          />
          <span id={unitId}>{unit === null ? texts.visitors : sayUnit(language.value, unit, number)}</span>
        </span>
      ) : null}
    </div>
  );
}
