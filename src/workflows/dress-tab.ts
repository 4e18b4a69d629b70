import { type ColumnKind, type ColumnSpec, type TabName, tabs } from '../ledger/tabs';
import type { PlacedTab } from './place-tab';
import { runsOf } from './rows';
import type { Help, Look } from './workbook';

const formats: Partial<Record<ColumnKind, string>> = {
  text: '@',
  list: '@',
  client: '@',
  'work type': '@',
  date: 'd mmm yyyy',
  money: '#,##0.00',
  percent: '0%',
  moment: 'yyyy-mm-dd hh:mm',
};
const widths: Record<ColumnKind, number> = {
  text: 140,
  date: 100,
  hours: 80,
  clock: 80,
  money: 100,
  percent: 90,
  number: 90,
  checkbox: 80,
  list: 120,
  client: 160,
  'work type': 130,
  moment: 140,
};

/** Headers, notes, formats, lists, widths: all of what is new, and what is missing of the rest. */
export function dressTab(placed: PlacedTab, all: ReadonlyMap<TabName, PlacedTab>): void {
  const { name, tab, headerRow, columns, added } = placed;
  const look = tab.look(headerRow);
  if (added.length > 0) {
    const first = columns.get(added[0] ?? '') ?? 1;
    tab.write(headerRow, first, [added]);
    tab.embolden(headerRow, first, added.length);
  }
  if (name === 'Balances' && placed.isNew) tab.embolden(headerRow, 1, columns.size);
  writeNotes(placed, look);
  for (const spec of tabs[name]) {
    const column = columns.get(spec.header) ?? 1;
    const isNew = placed.isNew || added.includes(spec.header);
    const format = wantedFormat(spec, name, isNew, look, column);
    if (format) tab.setFormat(format, headerRow + 1, column);
    const help = helpFor(spec, all);
    if (help && (isNew || !look.helped[column - 1])) tab.setHelp(help, headerRow + 1, column);
    if (isNew)
      tab.setWidth(column, spec.wide ? 300 : Math.max(widths[spec.kind], spec.header.length * 7 + 24));
  }
  if (look.frozenRows < headerRow) tab.freeze(headerRow);
}

/**
 * The format to give a column, if any; hours and clocks stay automatic, so that 1:30 stays a duration.
 *
 * A format that somebody chose stays, and so does a column of formulas: as text they would be lost at the next edit.
 */
function wantedFormat(
  spec: ColumnSpec,
  tab: TabName,
  isNew: boolean,
  look: Look,
  column: number,
): string | undefined {
  const isText = formats[spec.kind] === '@';
  const format = tab === 'Balances' && isText ? undefined : (spec.format ?? formats[spec.kind]);
  const current = look.formats[column - 1];
  const isAutomatic = current !== undefined && /^(|general|0\.#+)$/i.test(current);
  if (isNew) return isAutomatic ? format : (format ?? 'General');
  return isAutomatic && !look.formulas[column - 1] ? format : undefined;
}

function writeNotes({ name, tab, headerRow, columns }: PlacedTab, look: Look): void {
  const missing: string[] = Array.from({ length: Math.max(...columns.values()) }, () => '');
  for (const { header, note } of tabs[name]) {
    const column = columns.get(header) ?? 1;
    if (!look.notes[column - 1]) missing[column - 1] = note;
  }
  for (const { value, from, count } of runsOf(missing.map(note => note !== ''))) {
    if (value) tab.setNotes(headerRow, from + 1, missing.slice(from, from + count));
  }
}

function helpFor(spec: ColumnSpec, all: ReadonlyMap<TabName, PlacedTab>): Help | undefined {
  if (spec.kind === 'checkbox') return { kind: 'box', text: spec.note };
  if (spec.list) return { kind: 'words', words: spec.list, text: spec.note };
  if (spec.kind === 'client') return namesOf(all.get('Clients'), 'Client', spec.note);
  if (spec.kind === 'work type') return namesOf(all.get('Work types'), 'Work type', spec.note);
  return undefined;
}

function namesOf(placed: PlacedTab | undefined, header: string, text: string): Help | undefined {
  return placed && { kind: 'names', tab: placed.tab, column: placed.columns.get(header) ?? 1, text };
}
