/** Tabs as the keyboard expects them: one stop, arrows between them. */
import { useRef } from 'preact/hooks';

interface TabListProps<Key extends string> {
  /** Of the panel that the tabs belong to; `<id>-title` names them, `<id>-panel` is what they open. */
  id: string;
  keys: readonly [Key, ...Key[]];
  open: Key;
  labelOf: (key: Key) => string;
  onChoose: (key: Key) => void;
}

export function TabList<Key extends string>({ id, keys, open, labelOf, onChoose }: TabListProps<Key>) {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : keys.at((keys.indexOf(open) + step) % keys.length);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next}`)}`)?.focus();
  };
  return (
    <div class="tabs sideways" role="tablist" aria-labelledby={`${id}-title`} ref={list} onKeyDown={onKey}>
      {keys.map((key) => (
        <button
          type="button"
          role="tab"
          key={key}
          id={`${id}-${key}`}
          data-tab={key}
          aria-selected={key === open}
          aria-controls={`${id}-panel`}
          tabIndex={key === open ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          {labelOf(key)}
        </button>
      ))}
    </div>
  );
}
