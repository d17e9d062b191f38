/** A form of the back office: its mistakes are said in the reader's language, so the browser does not look for them. */
import type { ComponentChildren } from 'preact';

export function OfficeForm({ onSubmit, children }: { onSubmit: () => void; children: ComponentChildren }) {
  return (
    <form
      class="office-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
