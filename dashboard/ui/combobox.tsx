/** A text field with a list of suggestions, as the ARIA Authoring Practices describe it: the focus stays in the field. */
import type { TargetedEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../state/app.ts';

export interface ComboboxOption {
  key: string;
  label: string;
  /** Beside the label, such as a count. */
  detail?: string;
  /** Options of one group follow each other. */
  group?: string;
}

interface ComboboxProps {
  /** From `Field`: its id, and what describes it; a name of its own where no label stands beside it. */
  attributes: {
    id: string;
    'aria-invalid': boolean;
    'aria-describedby': string | undefined;
    'aria-label'?: string | undefined;
  };
  name?: string;
  placeholder?: string | undefined;
  text: string;
  /** The text is one of the options, and what is typed comes in its place. */
  isChoice?: boolean;
  options: readonly ComboboxOption[];
  /** Said when the list changes, such as how many suggestions there are; empty for nothing. */
  status: string;
  /** The list always stands below the field, in a place of its own: it covers nothing. Otherwise it opens above what follows. */
  isInline?: boolean;
  onInput: (text: string) => void;
  onChoose: (key: string) => void;
  /** Enter while no suggestion is marked. @returns false to let the form be sent */
  onEnter?: () => boolean;
  onFocus?: () => void;
  /** The focus has left the field. */
  onLeave?: () => void;
  /** Backspace in the empty field. */
  onBackspace?: () => void;
}

export function Combobox({ attributes, options, text, status, isInline = false, ...more }: ComboboxProps) {
  const { proposals } = useApp().texts.value.suggest;
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const select = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    if (more.isChoice === true) currentTarget.select();
  };
  const index = options.findIndex(({ key }) => key === marked);
  const idOf = (at: number) => `${attributes.id}-option-${at}`;
  const isShown = (isOpen || isInline) && options.length > 0;

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  const close = () => {
    setOpen(false);
    setMarked(null);
  };
  const choose = (key: string) => {
    close();
    more.onChoose(key);
  };
  const move = (step: number) => {
    if (!isShown) setOpen(true);
    const at = index < 0 ? (step > 0 ? 0 : options.length - 1) : (index + step + options.length) % options.length;
    setMarked(options[at]?.key ?? null);
  };
  /** @returns whether the key was ours */
  const press = (key: string): boolean => {
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Escape' && isShown && !isInline) close();
    else if (key === 'Enter' && isShown && marked !== null && index >= 0) choose(marked);
    else if (key === 'Enter') return more.onEnter?.() === true;
    else if (key === 'Backspace' && text === '' && more.onBackspace !== undefined) more.onBackspace();
    else return false;
    return true;
  };

  return (
    <div class="combobox">
      <input
        {...attributes}
        type="text"
        role="combobox"
        name={more.name}
        placeholder={more.placeholder}
        dir="auto"
        value={text}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={isShown ? `${attributes.id}-list` : undefined}
        aria-activedescendant={isShown && index >= 0 ? idOf(index) : undefined}
        onInput={(event) => {
          setOpen(true);
          setMarked(null);
          more.onInput(event.currentTarget.value);
        }}
        onClick={(event) => {
          if (!isOpen) select(event);
          setOpen(true);
        }}
        onFocus={(event) => {
          select(event);
          more.onFocus?.();
        }}
        onBlur={() => {
          close();
          more.onLeave?.();
        }}
        onKeyDown={(event) => {
          if (event.isComposing || !press(event.key)) return;
          // Escape closes the list, and not the sheet around it.
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {isInline && !isShown ? (
        <p class="combobox-list combobox-inline" aria-hidden="true">
          {status}
        </p>
      ) : null}
      <div
        class={isInline ? 'combobox-list combobox-inline' : 'combobox-list'}
        role="listbox"
        id={`${attributes.id}-list`}
        aria-label={proposals}
        hidden={!isShown}
        ref={list}
        // The field keeps the focus.
        onPointerDown={(event) => event.preventDefault()}
      >
        {groupsOf(options).map(({ group, members }) => (
          <Group key={group} name={group} id={`${attributes.id}-group-${members[0]?.at}`}>
            {members.map(({ key, label, detail, at }) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are pressed in the field
              // biome-ignore lint/a11y/useFocusableInteractive: the field names the marked one
              <div
                key={key}
                class="combobox-option"
                role="option"
                id={idOf(at)}
                data-key={key}
                title={label}
                aria-selected={at === index}
                onClick={() => choose(key)}
              >
                <bdi>{label}</bdi>
                {detail === undefined ? null : <span class="quiet">{detail}</span>}
              </div>
            ))}
          </Group>
        ))}
      </div>
      <p class="unseen" role="status">
        {isOpen || isInline ? status : ''}
      </p>
    </div>
  );
}

function Group({ name, id, children }: { name: string; id: string; children: preact.ComponentChildren }) {
  if (name === '') return <>{children}</>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a list of options
    <div role="group" aria-labelledby={id}>
      <p class="combobox-group" id={id}>
        {name}
      </p>
      {children}
    </div>
  );
}

interface Group {
  group: string;
  members: (ComboboxOption & { at: number })[];
}

function groupsOf(options: readonly ComboboxOption[]): Group[] {
  const groups: Group[] = [];
  options.forEach((option, at) => {
    const { group = '' } = option;
    const last = groups.at(-1);
    if (last?.group === group) last.members.push({ ...option, at });
    else groups.push({ group, members: [{ ...option, at }] });
  });
  return groups;
}
