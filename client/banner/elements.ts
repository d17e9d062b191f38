/** Builds elements without markup strings, so that the strictest content security policies are met. */

/** An element with properties, `aria-` and other attributes among them, and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> | null,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key] ?? '');
  made.append(...children);
  return made;
}

/** A button with a label and what a click does. */
export function button(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label);
  made.onclick = onClick;
  return made;
}
