/** Brings whoever has sent a form to its first mistake. */

/** @param mistakes by the names of their fields, in the order of the form */
export function focusFirst(form: HTMLFormElement, mistakes: object): void {
  const [first] = Object.keys(mistakes);
  const field = first === undefined ? null : form.elements.namedItem(first);
  if (field instanceof HTMLElement) field.focus();
}
