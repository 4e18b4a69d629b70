import { closePage } from './ask';
/** The part of the page that the HTML names. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no part named ${id}.`);
  return found;
}

/** Makes an element around text or other elements; text from the sheet is never read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/** What went wrong, in words; our own refusals are whole sentences that say what to do. */
export function failureText({ message }: Error): string {
  const why = message || 'no answer came';
  return why.endsWith('.') ? why : `That did not work: ${why}. Try again; if it stays, reload the workbook.`;
}

/** Says what went wrong, where the page says how things stand. */
export function sayFailure(error: Error): void {
  say(failureText(error), true);
}

export function say(text: string, isProblem = false): void {
  const status = part('status');
  status.textContent = text;
  status.classList.toggle('problem', isProblem);
}

/** Closes the page by its buttons for that, and by Escape. */
export function closeOnRequest(): void {
  for (const button of document.querySelectorAll('.close'))
    button.addEventListener('click', () => closePage());
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closePage();
  });
}
