import { closePage } from './ask';

/** A field of the HTML, whatever is typed or chosen in it. */
export type Control = HTMLInputElement | HTMLSelectElement;

/** The part of the page that the HTML names. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no part named ${id}.`);
  return found;
}

export const control = (id: string) => part(id) as Control;
export const buttonNamed = (id: string) => part(id) as HTMLButtonElement;

/** Makes an element around text or other elements; text from the sheet is never read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

/** The same with a class of the style sheet. */
export function styled<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  look: string,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const made = element(tag, ...content);
  made.className = look;
  return made;
}

/** A button that does something, or without `press` sends its form; `spoken` says aloud more than its words do. */
export function button(text: string, press?: () => void, spoken?: string): HTMLButtonElement {
  const made = element('button', text);
  made.type = press ? 'button' : 'submit';
  if (press) made.addEventListener('click', press);
  if (spoken) made.setAttribute('aria-label', spoken);
  return made;
}

/** A row of a table: what it is about, then its figures. */
export function tableRow(about: string | Node, ...cells: readonly (string | Node)[]): HTMLTableRowElement {
  const head = element('th', about);
  head.scope = 'row';
  return element('tr', head, ...cells.map(cell => element('td', cell)));
}

/** A choice of a list; a word alone is its own text. */
export type OptionText = string | readonly [value: string, text: string];

export function optionsOf(choices: readonly OptionText[]): HTMLOptionElement[] {
  return choices.map(choice => {
    const [value, text] = typeof choice === 'string' ? [choice, choice] : choice;
    return Object.assign(element('option', text), { value });
  });
}

/** Fills a list of choices, or of words that a field offers. */
export function offer(list: string, choices: readonly OptionText[], chosen?: string): void {
  part(list).replaceChildren(...optionsOf(choices));
  if (chosen !== undefined) control(list).value = chosen;
}

export const namesOf = (named: readonly { readonly name: string }[]) => named.map(({ name }) => name);

export function onClick(id: string, press: () => void): void {
  part(id).addEventListener('click', press);
}

/** For Google's PERMISSION_DENIED: the browser is signed in with another account than the page was opened with. */
const accountsText =
  'Google takes this page for that of another account, as several are signed in here. Sign out of the others, or open the workbook in a private window or a browser profile of its own; nothing was written.';

/** What went wrong, in words; our own refusals are whole sentences that say what to do. */
export function failureText({ message }: Error): string {
  if (/PERMISSION_DENIED/.test(message)) return accountsText;
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

/** Begins with what the script knows. */
export function openWith<Form>(asked: Promise<Form>, begin: (form: Form) => void): void {
  say('Reading the workbook…');
  asked.then(begin, sayFailure);
}

/** Closes the page by its buttons for that, and by Escape. */
export function closeOnRequest(): void {
  for (const each of document.querySelectorAll('.close')) each.addEventListener('click', closePage);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closePage();
  });
}
