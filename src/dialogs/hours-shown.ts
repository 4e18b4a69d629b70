/** What an import of hours would do, before it does it. */
import type { HourPlan, LineProblem } from '../ledger/importing/plan-hours';
import { fromSheetSerial, isoDate } from '../ledger/units/calendar-date';
import { groupsOf } from '../ledger/units/groups';
import { counted } from '../ledger/units/local-text';
import { hoursText, seconds } from '../ledger/units/seconds';
import { clientTable } from './effects';
import type { SeenHours } from './hours-run';
import { element, part, styled } from './page';

/** Every line of the file is accounted for. */
export function countsText(
  { lines, leftOut, unreadable }: HourPlan,
  { rows, preview, alike }: SeenHours,
): string {
  const sum = rows.reduce((total, [, , , , size]) => total + size, 0);
  return `${counted(lines, 'line')}: ${rows.length} new (${hoursText(seconds(sum))}), ${preview.already.length} there already, ${leftOut.length + alike.length} left out, ${unreadable.length} cannot be read.`;
}

/** `tick` hears of a line that is to come although it looks odd. */
export function showPreview(
  plan: HourPlan,
  seen: SeenHours,
  today: string,
  ticked: ReadonlySet<string>,
  tick: (source: string, isOn: boolean) => void,
): void {
  const { preview, rows } = seen;
  const words = [
    ...closedWords(preview.closed, rows),
    ...laterWords(rows, today),
    ...againWords(plan, preview.again),
    ...preview.news,
  ];
  part('preview').replaceChildren(
    ...(words.length > 0 ? [styled('ul', 'lines', ...words.map(text => element('li', text)))] : []),
    ...ticksFor(plan, seen, ticked, tick),
    ...problemList('Cannot be read', plan.unreadable, 'problem'),
    ...problemList(
      'Left out',
      plan.leftOut.filter(({ line }) => !plan.long.some(each => each.line === line)),
      '',
    ),
    ...problemList('To look at', plan.notes, ''),
    ...effectTables(preview),
  );
}

const mostTables = 50;
const mostLines = 100;

/** What each client has now and afterwards. */
export function effectTables({ effects }: SeenHours['preview']): HTMLElement[] {
  const more = effects.length - mostTables;
  const tables: HTMLElement[] = effects.slice(0, mostTables).map(clientTable);
  return more > 0 ? [...tables, element('p', `And ${counted(more, 'client')} more.`)] : tables;
}

/** Lines with what is the matter, folded away. */
export function problemList(title: string, problems: readonly LineProblem[], look: string): HTMLElement[] {
  if (problems.length === 0) return [];
  const items = problems
    .slice(0, mostLines)
    .map(({ line, message }) => styled('li', look, `Line ${line}: ${message}`));
  const more = problems.length > mostLines ? [element('li', `And ${problems.length - mostLines} more.`)] : [];
  const list = styled('ul', 'lines', ...items, ...more);
  return [element('details', element('summary', `${title}: ${counted(problems.length, 'line')}`), list)];
}

/** Lines that come only when a person says so. */
function ticksFor(
  plan: HourPlan,
  { preview }: SeenHours,
  ticked: ReadonlySet<string>,
  tick: (source: string, isOn: boolean) => void,
): HTMLElement[] {
  const alike = preview.alike.map(([at, place]) => ({
    source: plan.rows[at]?.[0] ?? '',
    text: `Line ${plan.rowLines[at]}: looks like ${place}`,
  }));
  const long = plan.long.map(({ source, line, text }) => ({
    source,
    text: `Line ${line}: ${text} in one line`,
  }));
  const all = [...alike, ...long];
  if (all.length === 0) return [];
  const boxes = all.slice(0, mostLines).map(({ source, text }) => {
    const box = Object.assign(element('input'), { type: 'checkbox', checked: ticked.has(source) });
    box.addEventListener('change', () => tick(source, box.checked));
    return element('li', element('label', box, ` ${text}`));
  });
  return [element('h3', 'Left out until you tick them'), styled('ul', 'lines', ...boxes)];
}

type Rows = SeenHours['rows'];
const monthOf = ([, day]: Rows[number]) => isoDate(fromSheetSerial(day)).slice(0, 7);

export function closedWords(closed: readonly string[], rows: Rows): string[] {
  const late = groupsOf(
    rows.filter(row => closed.includes(monthOf(row))),
    monthOf,
  );
  return [...late].map(
    ([month, own]) =>
      `${month} is closed: ${counted(own.length, 'line')} of it will stand in the first open month.`,
  );
}

export function laterWords(rows: Rows, today: string): string[] {
  const later = rows.filter(([, day]) => isoDate(fromSheetSerial(day)) > today).length;
  return later > 0 ? [`${counted(later, 'line')} after today.`] : [];
}

function againWords(plan: HourPlan, again: readonly number[]): string[] {
  if (again.length === 0) return [];
  const lines = listed(again.map(at => plan.rowLines[at] ?? 0));
  return [
    `${counted(again.length, 'line')} came before and stand there no more, so they come again (${lines}). To keep them away, tick Leave out in Import names.`,
  ];
}

/** Some numbers of rows; more would be no help. */
export function listed(rows: readonly number[]): string {
  return `${rows.slice(0, 20).join(', ')}${rows.length > 20 ? ' and more' : ''}`;
}
