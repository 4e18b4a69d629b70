import type { TabName } from '../../ledger/model/tab-names';
import type { ColumnSpec } from '../../ledger/sheet/columns';
import { tabs } from '../../ledger/sheet/tabs';
import { groupsOf } from '../../ledger/units/groups';
import { columnLetters, placeOf } from '../../workbook/formulas';
import type { PlacedTab } from '../../workbook/place-tab';
import type { Help } from '../../workbook/workbook';

/** What an office manager reads, by header or by name of the setting. */
export type Words = Readonly<Record<string, string>>;

/** What Google has not let be done, such as a list in a typed column of a table. */
export interface Refusal {
  readonly tab: string;
  readonly what: string;
  readonly reason: string;
}

/** Does one thing that only helps; where it is refused that is noted, and all else goes on. */
export type Attempt = (what: string, work: () => void) => void;

export function createAttempt(tab: string, refusals: Refusal[]): Attempt {
  return (what, work) => {
    try {
      work();
    } catch (error) {
      refusals.push({ tab, what, reason: (error as Error).message });
    }
  };
}

/** A sentence for each tab and reason. */
export function refusalLines(refusals: readonly Refusal[]): string[] {
  const groups = groupsOf(refusals, ({ tab, reason }) => `${tab}\n${reason}`);
  return [...groups.values()].map(([first, ...others]) => {
    const { tab, reason, what } = first as Refusal;
    const all = [what, ...others.map(each => each.what)].join(', ');
    return `Left as it is in ${tab}: ${all}. Google says: "${reason}" All that counts works without it.`;
  });
}

/** Tabs that only the add-on writes, with the columns in which people answer. */
const ownTabs: Partial<Record<TabName, readonly string[]>> = {
  Balances: [],
  Notices: ['State', 'Outcome'],
  Journal: [],
  'Closed months': [],
  Statements: [],
  Agreements: ['Signed', 'Note'],
  'Care log': [],
  'Time archive': [],
  'Archive state': [],
};

function guardOwn({ name, tab, column, headerRow }: PlacedTab, attempt: Attempt): void {
  const answered = ownTabs[name];
  if (!answered || tab.isGuarded()) return;
  const open = answered.map(column).filter(at => at > 0);
  attempt('the warning', () => tab.guard(open, headerRow));
}

/** Notes, formats, lists, widths: all of what is new, and what is missing of the rest; each for itself. */
export function dressTab(
  placed: PlacedTab,
  all: ReadonlyMap<TabName, PlacedTab>,
  words: Words,
  attempt: Attempt,
): void {
  const { name, tab, headerRow, column } = placed;
  const look = tab.look(headerRow);
  const moved = placed.isNew ? [] : movedHeaders(placed, look.notes, words);
  const added = [...placed.added, ...moved];
  const notes = look.notes.map((note, at) => (moved.some(header => column(header) === at + 1) ? '' : note));
  for (const spec of tabs[name]) {
    const at = column(spec.header);
    const note = words[spec.header] || '';
    notes[at - 1] = notes[at - 1] || note;
    const isNew = added.includes(spec.header);
    // A format that somebody chose stays, and a column of formulas would lose them as text at the next edit.
    const isAutomatic = /^(|general|0\.#+)$/i.test(look.formats[at - 1] || '');
    const format = spec.format || (isAutomatic ? '' : 'General');
    if (format && (isNew || (isAutomatic && !look.formulas[at - 1])))
      attempt(`the format of ${spec.header}`, () => tab.setFormat(format, headerRow + 1, at));
    if (spec.box && !look.helps[at - 1]) attempt(`the boxes of ${spec.header}`, () => boxFilled(placed, at));
    const help = helpFor(spec, note, all);
    if (help && (isNew || !look.helps[at - 1]))
      attempt(`the list of ${spec.header}`, () => tab.setHelp(help, headerRow + 1, at));
    if (isNew) attempt(`the width of ${spec.header}`, () => tab.setWidth(at, spec.width));
    if (isNew && spec.wrap) attempt(`the wrapping of ${spec.header}`, () => tab.wrap(headerRow + 1, at));
  }
  const [first] = added;
  if (notes.some((note, index) => note !== look.notes[index]))
    attempt('the notes', () => tab.setNotes(headerRow, notes));
  if (first)
    attempt('the look of the headers', () => tab.dressHeaders(headerRow, column(first), added.length));
  if (look.frozenRows < headerRow) attempt('frozen headers', () => tab.freeze(headerRow));
  if (placed.isNew) foldRare(placed, attempt);
  guardOwn(placed, attempt);
  const names = name === 'Balances' ? column('Client') : 0;
  if (look.frozenColumns < names) attempt('frozen names', () => tab.freezeColumns(names));
}

/** Columns of the overview that stood elsewhere in an earlier version: their formats are still those of others. */
function movedHeaders(
  { name, column }: PlacedTab,
  notes: readonly string[],
  words: Words,
): readonly string[] {
  if (name !== 'Balances') return [];
  const own = Object.values(words);
  const isOther = (header: string) => {
    const note = notes[column(header) - 1] ?? '';
    return note !== words[header] && own.includes(note);
  };
  const headers = tabs[name].map(({ header }) => header);
  return headers.some(isOther) ? headers : [];
}

/** Only in a tab that is made: where somebody works already nothing goes out of sight. */
function foldRare({ name, tab, column }: PlacedTab, attempt: Attempt): void {
  const places = tabs[name].filter(({ rare }) => rare).map(({ header }) => column(header));
  const starts = places.filter(at => !places.includes(at - 1));
  for (const start of starts) {
    let count = 1;
    while (places.includes(start + count)) count++;
    attempt('columns that fold', () => tab.foldColumns(start, count));
  }
}

/** Only where rows are: those that come later get theirs as they come. */
function boxFilled({ tab, headerRow }: PlacedTab, at: number): void {
  const rows = tab.lastRow() - headerRow;
  if (rows > 0) tab.box(headerRow + 1, at, rows);
}

function helpFor(spec: ColumnSpec, text: string, all: ReadonlyMap<TabName, PlacedTab>): Help | undefined {
  if (spec.list) return { text, words: spec.list };
  const source = spec.namesOf && all.get(spec.namesOf);
  return source && { text, names: namesIn(source) };
}

/** The first column of the tab that we made, open-ended, so that names added later are offered too. */
function namesIn({ name, tab, column, headerRow }: PlacedTab): string {
  const [first] = tabs[name];
  const at = column((first as ColumnSpec).header);
  return `${placeOf({ tab: tab.name, row: headerRow + 1, column: at })}:${columnLetters(at)}`;
}
