/** A setting that is a list of names out of a few: each is a box to tick, with the words of what it does. */
import { useId } from 'preact/hooks';

interface ChecksFieldProps {
  name: string;
  label: string;
  mistake: string | null;
  /** Each name with its words, in the order in which they are written. */
  choices: readonly (readonly [name: string, called: string])[];
  /** Names with commas between them, or `none`. */
  value: string;
  onChange: (value: string) => void;
}

export function ChecksField({ name, label, mistake, choices, value, onChange }: ChecksFieldProps) {
  const id = useId();
  const chosen = value.split(',');
  const toggle = (pressed: string) => {
    const after = choices.map(([each]) => each).filter((each) => chosen.includes(each) !== (each === pressed));
    onChange(after.length === 0 ? 'none' : after.join(','));
  };
  return (
    <fieldset class="field field-wide" aria-describedby={mistake === null ? undefined : `${id}-mistake`}>
      <legend>{label}</legend>
      <div class="office-checks">
        {choices.map(([each, called]) => (
          <label key={each}>
            <input
              type="checkbox"
              name={name}
              value={each}
              checked={chosen.includes(each)}
              onChange={() => toggle(each)}
            />
            {called}
          </label>
        ))}
      </div>
      {mistake === null ? null : (
        <p class="mistake" id={`${id}-mistake`}>
          {mistake}
        </p>
      )}
    </fieldset>
  );
}
