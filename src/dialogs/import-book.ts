import { blockFields } from '../ledger/importing/block-columns';
import {
  type BookAnswers,
  type BookQuestion,
  columnName,
  type TabPlan,
} from '../ledger/importing/book-answers';
import { importFields } from '../ledger/importing/import-columns';
import { logFields } from '../ledger/importing/log-fields';
import { type BookPlan, foundWords } from '../ledger/importing/plan-book';
import { type BookTab, tableKinds } from '../ledger/importing/tab-tables';
import { type Answer, ask } from './ask';
import { type BookScript, bringBook, lookAtBook, readBook, readBookTabs, type SeenBook } from './book-run';
import { countsText, rowsText, texts } from './book-words';
import { choiceOf, keepFocus, labelled, showNames } from './hours-asked';
import { closedWords, effectTables, laterWords, problemList } from './hours-shown';
import { element, optionsOf, part, say, styled } from './page';
import { createSentForm } from './sent-form';
import { type BroughtTable, createTableInput } from './table-input';

const script: BookScript = {
  listForeignTabs: () => ask('listForeignTabs'),
  listTabRows: (...given) => ask('listTabRows', ...given),
  previewBook: (...given) => ask('previewBook', ...given),
  writeBook: (...given) => ask('writeBook', ...given),
};

type Choices = Record<string, string>;
type Form = Answer<'importBookForm'>;

const sent = createSentForm(submit);
const pause = 400;

const input = createTableInput(take);

let form: Form;
/** Of the workbook, and what is read: they, or the one table that was brought. */
let own: readonly BookTab[] = [];
let tabs: readonly BookTab[] = [];
let plan: BookPlan | undefined;
let shown: { readonly seen: SeenBook; readonly text: string } | undefined;
/** What was said, by the name of the question; of the whole workbook by `*`. */
let said: Record<BookQuestion['name'] | 'columns', Choices>;
/** What has been asked stays on the page, so that an answer can be changed. */
let asked = new Map<string, BookQuestion>();
/** Counts what was changed: an answer for what stood there before is not shown. */
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const answers = (): BookAnswers => ({
  ...said,
  invoiced: said.invoiced['*'] as BookAnswers['invoiced'],
  description: said.description['*'] as BookAnswers['description'],
});

/** A table that is brought is read alone; what was said of other tables does not hold for it. */
function take({ table, name }: BroughtTable): void {
  begin(table.rows.length > 0 || table.problem ? [{ name, rows: table.rows }] : own);
  if (table.problem) say(table.problem, true);
}

function begin(read: readonly BookTab[]): void {
  tabs = read;
  said = { tabs: {}, balance: {}, dates: {}, invoiced: {}, description: {}, clients: {}, columns: {} };
  asked = new Map();
  look();
}

/** Plans anew by all that was said, and asks what it would do as soon as nothing is open. */
function look(): void {
  turn++;
  shown = undefined;
  sent.changed();
  sent.button.disabled = true;
  clearTimeout(timer);
  plan = readBook(tabs, answers(), form);
  part('preview').replaceChildren();
  part('found').replaceChildren(
    ...plan.tabs.map(tab => element('li', `${called(foundWords(tab))}.`)),
    ...unread(plan).map(name => element('li', called(`Tab ${name}: no table of clients, blocks or hours.`))),
  );
  showQuestions(plan);
  showNames({ plan }, form.clients, names => change('clients', names));
  keepFocus(part('tabs'), plan.tabs.map(tabColumns));
  const open = plan.questions.length;
  const rows = plan.clients.length + plan.blocks.length + plan.hours.length;
  if (form.inTheWay.length > 0) say(form.inTheWay.map(({ message }) => message).join(' '), true);
  else if (open > 0) say(open === 1 ? 'One question is open.' : `${open} questions are open.`);
  else if (rows === 0) showNothing(plan);
  else timer = setTimeout(preview, pause);
}

/** A file is no tab. */
const called = (words: string) => (tabs === own ? words : words.replace(/^Tab /, ''));

function unread({ tabs: found }: BookPlan): string[] {
  return tabs.map(({ name }) => name).filter(name => found.every(({ tab }) => tab !== name));
}

function showNothing(of: BookPlan): void {
  part('preview').replaceChildren(...of.tabs.flatMap(problemsOf));
  say(
    of.tabs.length === 0
      ? `${tabs === own ? 'No tab of yours holds' : 'There is not'} a table that can be brought in.`
      : 'Nothing is new: all of it stands in the ledger, or cannot be read.',
  );
}

function change(name: keyof typeof said, values: readonly (readonly [string, string])[]): void {
  for (const [of, value] of values)
    if (value === '') delete said[name][of];
    else said[name][of] = value;
  look();
}

function showQuestions({ questions, samples }: BookPlan): void {
  for (const question of questions)
    if (question.name !== 'clients') asked.set(`${question.name} ${question.asks ?? '*'}`, question);
  const fields = [...asked].map(([id, { name, asks = '*', text, choices }]) => {
    const options = choices.map((choice): [string, string] => [choice, texts[name]?.(choice) ?? choice]);
    const aside =
      name === 'description'
        ? [styled('p', 'aside', `Such as: ${samples.map(each => `“${each.slice(0, 80)}”`).join(', ')}`)]
        : [];
    return choiceOf(id, [element('legend', text), ...aside], options, said[name][asks], value =>
      change(name, [[asks, value]]),
    );
  });
  keepFocus(part('questions'), fields);
}

const fieldsOf = { clients: importFields, blocks: blockFields, hours: logFields };

/** What the tab holds, and each of its columns; folded away, for most of it is right. */
function tabColumns({ tab, kind, headers, fields, says }: TabPlan): HTMLElement {
  const isOpen = [...document.querySelectorAll('details')].some(
    each => each.open && each.id === `tab ${tab}`,
  );
  const selects = headers.map((header, at) => {
    const select = element('select', ...optionsOf([['', 'not read'], ...(kind ? fieldsOf[kind] : [])]));
    select.id = `column ${tab} ${at}`;
    select.value = fields[at] ?? '';
    select.addEventListener('change', () =>
      change('columns', [[columnName(tab, header), select.value || 'not read']]),
    );
    return labelled(select, `Column “${header || at + 1}”`);
  });
  const holds = element('select', ...optionsOf([['', 'as its headers tell'], ...tableKinds, 'leave out']));
  holds.id = `holds ${tab}`;
  holds.value = said.tabs[tab] ?? '';
  holds.addEventListener('change', () => change('tabs', [[tab, holds.value]]));
  const details = element(
    'details',
    element('summary', `Columns of ${tab}`),
    labelled(holds, 'The tab holds'),
    styled('ul', 'lines', ...says.map(text => element('li', text))),
    styled('div', 'pair', ...selects),
  );
  details.id = `tab ${tab}`;
  details.open = isOpen;
  return details;
}

function preview(): void {
  const [of, looked] = [turn, plan as BookPlan];
  say('Looking at the workbook…');
  lookAtBook(script, looked, said.description['*']).then(
    seen => {
      if (of === turn) show(looked, seen);
    },
    error => of === turn && sent.fail(error),
  );
}

function show(of: BookPlan, seen: SeenBook): void {
  shown = { seen, text: JSON.stringify(seen.preview) };
  const alike = seen.alike.map(([at, place]) => ({ ...(of.hourLines[at] ?? { tab: '', line: 0 }), place }));
  const alikes = alike.map(({ tab, line, place }) =>
    element('li', `${tab}, line ${line}: looks like ${place}, so it is left out.`),
  );
  const words = [
    ...closedWords(seen.preview.closed, seen.rows),
    ...laterWords(seen.rows, form.today),
    ...seen.preview.news,
  ];
  part('preview').replaceChildren(
    styled('ul', 'lines', ...words.map(text => element('li', text)), ...alikes),
    ...of.tabs.flatMap(problemsOf),
    ...effectTables(seen.preview),
  );
  say(countsText(of, seen));
  sent.button.disabled = of.clients.length + of.blocks.length + seen.rows.length === 0;
}

function problemsOf({ tab, unreadable, leftOut, notes }: TabPlan): HTMLElement[] {
  return [
    ...problemList(`${tab}: cannot be read`, unreadable, 'problem'),
    ...problemList(`${tab}: left out`, leftOut, ''),
    ...problemList(`${tab}: to look at`, notes, ''),
  ];
}

/** Looks once more first: where the workbook has changed meanwhile, its new figures come before anything is written. */
async function bring(of: BookPlan): Promise<string | undefined> {
  const description = said.description['*'];
  const seen = await lookAtBook(script, of, description);
  const isSame = JSON.stringify(seen.preview) === shown?.text;
  const attempt = sent.attempt();
  const done = isSame ? (await bringBook(script, of, seen, { description, attempt })).done : undefined;
  if (done)
    return `Brought in ${rowsText(of, seen.rows.length)}. Blocks > More > Undo the last dialog… takes all of it back.`;
  form = await ask('importBookForm');
  look();
  return undefined;
}

function submit(): void {
  if (!shown || !plan || sent.button.disabled) return;
  sent.wait('Looking once more…', bring(plan), text => {
    sent.enable(true);
    if (text) sent.tell(text);
    else say('The workbook has changed meanwhile, and nothing was written. Look at the figures again.', true);
  });
}

async function read(): Promise<Form> {
  [own, form] = [await readBookTabs(script), await ask('importBookForm')];
  return form;
}

sent.open(read, () => {
  input.offerTab('');
  begin(own);
  part('status').focus();
});
