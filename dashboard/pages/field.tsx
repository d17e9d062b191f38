/** A labelled field with its hint and its mistake, joined for those who hear the page. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldAttributes {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

interface FieldProps {
  label: string;
  mistake: string | null;
  hint?: ComponentChildren;
  children: (attributes: FieldAttributes) => ComponentChildren;
}

export function Field({ label, mistake, hint, children }: FieldProps) {
  const id = useId();
  const describedBy = [mistake === null ? '' : `${id}-mistake`, hint === undefined ? '' : `${id}-hint`]
    .filter((each) => each !== '')
    .join(' ');
  return (
    <div class="field">
      <label for={id} id={`${id}-label`}>
        {label}
      </label>
      {children({ id, 'aria-invalid': mistake !== null, 'aria-describedby': describedBy || undefined })}
      {mistake === null ? null : (
        <p class="mistake" id={`${id}-mistake`}>
          {mistake}
        </p>
      )}
      {hint === undefined ? null : (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
