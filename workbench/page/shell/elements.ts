/** Elements made of attributes and children; text stays text, whoever wrote it. */

type Attributes = Readonly<Record<string, string | boolean>>;

/** `false` leaves an attribute out, `true` sets it empty. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

export function button(text: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', press);
  return made;
}

/** A button that shows a sign only; `label` says what it does. */
export function closeButton(label: string, press: () => void): HTMLButtonElement {
  return button('×', press, { class: 'close', 'aria-label': label });
}

/** Resolves once the page has shown what was changed so far. */
export function painted(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}
