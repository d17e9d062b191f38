/** Chooses by what the rows of a tab are told apart, where there are several ways. */
import { useId } from 'preact/hooks';
import { sayDimension } from '../i18n/say-value.ts';
import { useApp } from '../state/app.ts';
import { type FilterDimension, isProperty, propertyOf } from '../state/conditions.ts';

interface ChoiceSelectProps {
  choices: readonly FilterDimension[];
  chosen: FilterDimension;
  onChoose: (choice: FilterDimension) => void;
}

export function ChoiceSelect({ choices, chosen, onChoose }: ChoiceSelectProps) {
  const texts = useApp().texts.value;
  const id = useId();
  return (
    <p class="panel-choice">
      <label for={id}>{texts.panels.by}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ currentTarget }) => {
          const found = choices.find((each) => each === currentTarget.value);
          if (found !== undefined) onChoose(found);
        }}
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {isProperty(each) ? propertyOf(each) : sayDimension(each, texts)}
          </option>
        ))}
      </select>
    </p>
  );
}
