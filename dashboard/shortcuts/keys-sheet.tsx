/** The help sheet: the keys of what is on the page, and the switch that turns them off. */
import { useId } from 'preact/hooks';
import { useApp } from '../state/app.ts';
import type { ShortcutGroup } from '../state/shortcuts.ts';

export function KeysSheet() {
  const { texts, shortcuts } = useApp();
  const words = texts.value.shortcuts;
  const id = useId();
  const isOn = shortcuts.isOn.value;
  const groups = Object.keys(words.groups) as ShortcutGroup[];
  return (
    <div class="keys">
      <p class="quiet">{words.intro}</p>
      <div class="keys-switch">
        <label>
          <input
            type="checkbox"
            checked={isOn}
            aria-describedby={id}
            onChange={(event) => shortcuts.turn(event.currentTarget.checked)}
          />
          {words.isOn}
        </label>
        <p class="quiet" id={id}>
          {isOn ? words.isOnMore : `${words.off} ${words.isOnMore}`}
        </p>
      </div>
      <div class="keys-groups" data-on={isOn}>
        {groups.map((group) => (
          <table key={group}>
            <caption>{words.groups[group]}</caption>
            <thead class="unseen">
              <tr>
                <th scope="col">{words.key}</th>
                <th scope="col">{words.does}</th>
              </tr>
            </thead>
            <tbody>
              {shortcuts.table.value
                .filter((each) => each.group === group)
                // Arrows before letters, wherever their buttons stand.
                .toSorted((one, other) => Number(other.key.startsWith('Arrow')) - Number(one.key.startsWith('Arrow')))
                .map((each) => (
                  <KeyRow key={each.key} pressed={each.key} does={each.say(texts.value)} />
                ))}
              {group === 'page' ? <KeyRow pressed="Escape" does={words.names.close} /> : null}
            </tbody>
          </table>
        ))}
      </div>
      <p class="quiet">{words.exclude}</p>
    </div>
  );
}

function KeyRow({ pressed, does }: { pressed: string; does: string }) {
  const names = useApp().texts.value.shortcuts.keys;
  return (
    <tr>
      <td>
        <kbd>{Object.hasOwn(names, pressed) ? names[pressed] : pressed.toUpperCase()}</kbd>
      </td>
      <td>{does}</td>
    </tr>
  );
}
