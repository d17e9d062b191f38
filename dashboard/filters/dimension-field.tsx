/** What to filter by: a grouped list that is searched by typing. */
import { useState } from 'preact/hooks';
import type { Texts } from '../i18n/en/texts.ts';
import { sayDimension } from '../i18n/say-value.ts';
import { Field } from '../pages/field.tsx';
import { useApp } from '../state/app.ts';
import { Combobox, type ComboboxOption } from '../ui/combobox.tsx';
import { DIMENSION_GROUPS, type DimensionGroup } from './dimension-groups.ts';
import { type Choice, PROPERTY } from './draft.ts';

interface DimensionFieldProps {
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

export function DimensionField({ choice, onChoose }: DimensionFieldProps) {
  const texts = useApp().texts.value;
  const words = texts.filters.builder;
  /** null: the field shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const all = (Object.keys(DIMENSION_GROUPS) as DimensionGroup[]).flatMap((group) =>
    DIMENSION_GROUPS[group].map((each) => ({ key: each, label: sayChoice(each, texts), group: words.groups[group] })),
  );
  const wanted = (typed ?? '').trim().toLowerCase();
  const options: readonly ComboboxOption[] = all.filter(({ label, group, key }) =>
    [label, group, key].some((text) => text.toLowerCase().includes(wanted)),
  );
  const take = (key: string) => {
    const found = all.find((each) => each.key === key);
    if (found === undefined) return false;
    setTyped(null);
    onChoose(found.key);
    return true;
  };
  return (
    <Field label={words.dimension} mistake={null} hint={words.dimensionHint}>
      {(attributes) => (
        <Combobox
          attributes={attributes}
          name="dimension"
          text={typed ?? sayChoice(choice, texts)}
          isChoice={typed === null}
          options={options}
          status={typed === null ? '' : words.suggestions(options.length)}
          onInput={setTyped}
          onChoose={take}
          onLeave={() => setTyped(null)}
          // The first that is left: nothing else can be meant.
          onEnter={() => typed !== null && typed !== '' && take(options[0]?.key ?? '')}
        />
      )}
    </Field>
  );
}

export function sayChoice(choice: Choice, texts: Texts): string {
  return choice === PROPERTY ? texts.filters.builder.property : sayDimension(choice, texts);
}
