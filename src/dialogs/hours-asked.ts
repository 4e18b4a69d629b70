/** What *Import hours* asks: columns, questions, names. */
import { dateOrders, spelledOut } from '../ledger/importing/log-dates';
import { type LogField, logFields } from '../ledger/importing/log-fields';
import { type AskedName, pairText } from '../ledger/importing/log-names';
import type { HourQuestion } from '../ledger/importing/plan-hours';
import { counted } from '../ledger/units/local-text';
import type { ReadHours } from './hours-run';
import { button, control, element, optionsOf, part, styled } from './page';

/** The columns of the file with what each is taken for. */
export function showColumns({ log }: ReadHours, changed: () => void): void {
  part('columns').replaceChildren(
    ...log.headers.map((header, at) => {
      const select = element('select', ...optionsOf([['', 'not read'], ...logFields]));
      select.id = `column${at}`;
      select.value = log.fields[at] ?? '';
      select.addEventListener('change', changed);
      return labelled(select, `Column “${header || at + 1}”`);
    }),
  );
}

export function chosenColumns(): (LogField | '')[] {
  return [...part('columns').querySelectorAll('select')].map(({ value }) => value as LogField | '');
}

export function labelled(control: HTMLSelectElement, text: string): HTMLElement {
  const label = element('label', text);
  label.htmlFor = control.id;
  return styled('div', 'field', label, control);
}

export const invoicedTexts: Readonly<Record<string, string>> = {
  'leave out': 'Leave them out',
  'no charge': 'Bring them in as No charge',
  draw: 'Draw them from the blocks',
};
export const descriptionTexts: Readonly<Record<string, string>> = {
  'what was done': 'What was done: clients will read this, in mails and statements',
  'internal note': 'Internal note: clients never read it',
};

export type Said = Partial<Record<HourQuestion['name'], string>>;

/** One question each for the file; nothing is chosen before. */
export function showQuestions(
  { log, plan }: ReadHours,
  said: Said,
  changed: (name: HourQuestion['name'], value: string) => void,
): void {
  const asked = new Map(plan.questions.map(question => [question.name, question]));
  for (const name of ['dates', 'invoiced', 'description'] as const)
    if (said[name] && !asked.has(name))
      asked.set(name, { name, text: answered[name], choices: choicesOf(name) });
  asked.delete('clients');
  const texts: Record<string, (choice: string) => string> = {
    dates: choice => `${spelledOut(log.days, choice as (typeof dateOrders)[number])} (${orderWords[choice]})`,
    invoiced: choice => invoicedTexts[choice] ?? choice,
    description: choice => descriptionTexts[choice] ?? choice,
  };
  const shown = [...asked.values()].map(({ name, text, choices }) => {
    const legend = element('legend', name === 'dates' ? 'Which days are these?' : text);
    const samples =
      name === 'description'
        ? [styled('p', 'aside', `Such as: ${plan.samples.map(each => `“${each.slice(0, 80)}”`).join(', ')}`)]
        : [];
    const options = choices.map((choice): [string, string] => [choice, texts[name]?.(choice) ?? choice]);
    return choiceOf(name, [legend, ...samples], options, said[name], choice => changed(name, choice));
  });
  keepFocus(part('questions'), shown);
}

export const orderWords: Readonly<Record<string, string>> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};
const answered = {
  dates: 'Which days are these?',
  invoiced: 'Lines that were invoiced or exported there already',
  description: 'Where do the texts of the entries go?',
};

function choicesOf(name: 'dates' | 'invoiced' | 'description'): readonly string[] {
  if (name === 'dates') return dateOrders;
  return Object.keys(name === 'invoiced' ? invoicedTexts : descriptionTexts);
}

/** Radio buttons below a legend; none is chosen before somebody has said it. */
export function choiceOf(
  name: string,
  above: readonly Node[],
  options: readonly (readonly [value: string, text: string])[],
  said: string | undefined,
  changed: (value: string) => void,
): HTMLFieldSetElement {
  const radios = options.map(([value, text]) =>
    radio(name, value, text, said === value, () => changed(value)),
  );
  return styled('fieldset', 'question', ...above, ...radios);
}

function radio(
  name: string,
  value: string,
  text: string,
  isChosen: boolean,
  chosen: () => void,
): HTMLElement {
  const input = Object.assign(element('input'), {
    type: 'radio',
    name,
    value,
    checked: isChosen,
    id: `${name} ${value}`,
  });
  input.addEventListener('change', chosen);
  const label = element('label', input, ` ${text}`);
  return element('div', label);
}

/** What is shown anew while somebody goes through it by keyboard stays where they are. */
export function keepFocus(place: HTMLElement, shown: readonly HTMLElement[]): void {
  const id = document.activeElement?.id ?? '';
  place.replaceChildren(...shown);
  if (id !== '') document.getElementById(id)?.focus();
}

/** The pairs that stand on the page, as a text. */
let drawn = '';

/** Who is who: the pairs of which nothing tells it by itself, each with what has been said. */
export function showNames(
  { plan }: { readonly plan: Pick<ReadHours['plan'], 'names'> },
  clients: readonly string[],
  changed: (names: readonly (readonly [string, string])[]) => void,
): void {
  const asked = plan.names.filter(({ isOpen, isSaid }) => isOpen || isSaid);
  const open = asked.filter(({ isOpen }) => isOpen);
  const picture = JSON.stringify(asked.map(({ key, lines }) => [key, lines]));
  // A list in which somebody is typing letters is not made anew.
  if (picture !== drawn || part('names').childElementCount === 0) {
    const fields = asked.map((name, at) =>
      nameField(name, at, clients, value => changed([[pairText(name), value]])),
    );
    const heading = asked.length > 0 ? [element('h2', 'Who is who'), element('p')] : [];
    part('names').replaceChildren(...heading, ...fields);
    drawn = picture;
  }
  for (const [at, { choice }] of asked.entries())
    control(`name${at}`).value = choice?.leftOut
      ? 'leave out'
      : choice?.isNew
        ? 'new'
        : (choice?.client ?? '');
  const takeAll = () => changed(open.map(name => [pairText(name), 'new']));
  const all = open.length > 1 ? [button(`Take all ${open.length} open names as new clients`, takeAll)] : [];
  part('names')
    .querySelector('p')
    ?.replaceChildren(...all);
}

function nameField(
  name: AskedName,
  at: number,
  clients: readonly string[],
  chosen: (value: string) => void,
): HTMLElement {
  const { near } = name;
  const suggested = near.map((client): [string, string] => [client, `${client}?`]);
  const own: [string, string][] = [
    ['', 'Choose…'],
    ...suggested,
    ['new', 'A new client'],
    ['leave out', 'Leave out'],
  ];
  const others = clients.filter(client => !near.includes(client));
  const select = element('select', ...optionsOf([...own, ...others]));
  select.id = `name${at}`;
  select.addEventListener('change', () => chosen(select.value));
  return labelled(select, `${pairText(name)} (${counted(name.lines, 'line')})`);
}
