import type { NewRow } from '../reading/with-rows';
import { cellSerial } from '../sheet/cell';
import { type BlockField, type BlockLine, blockFields, blockFieldsOf, readBlockLine } from './block-columns';
import { type BlockFinder, blockKey, type StandingBlock } from './block-key';
import {
  aboveHeaders,
  type BookAnswers,
  type BookQuestion,
  fieldsSaid,
  orderIn,
  type TabPlan,
  unreadColumns,
} from './book-answers';
import type { AskedName } from './log-names';
import { pairKey } from './log-names';
import type { LineProblem } from './plan-hours';
import { linesOf, type TabTable } from './tab-tables';

/** A tab of sold blocks as it was read; who each client is has still to be said. */
export interface ReadBlocks {
  readonly table: TabTable;
  readonly fields: readonly (BlockField | '')[];
  readonly lines: readonly (BlockLine & { readonly line: number })[];
  readonly leftOut: readonly LineProblem[];
  readonly questions: readonly BookQuestion[];
}

export function readBlocksTab(table: TabTable, answers: BookAnswers): ReadBlocks {
  const { name: tab, headers } = table;
  const fields = fieldsSaid(table, blockFieldsOf(headers), blockFields, answers.columns);
  const { lines, leftOut } = linesOf(table, { name: fields.indexOf('Client'), day: fields.indexOf('Date') });
  const days = fields.flatMap((field, at) => (dayFields.includes(field) ? [at] : []));
  const { order, question, problem } = orderIn(tab, lines, days, answers.dates);
  return {
    ...{ table, fields, leftOut },
    questions: question ? [question] : [],
    lines: lines.map(({ line, cells }) => {
      const read = readBlockLine(cells, fields, order);
      return { ...read, line, ...(problem && { problems: [problem] }) };
    }),
  };
}

const dayFields: readonly string[] = ['Date', 'Starts', 'Expires', 'Paid on'];

/** The rows of a tab of sold blocks, with what becomes of each. */
export function planBlocksTab(
  { table, fields, lines, leftOut }: ReadBlocks,
  names: ReadonlyMap<string, AskedName>,
  standing: BlockFinder,
): { readonly plan: TabPlan; readonly rows: readonly NewRow[] } {
  const rows: NewRow[] = [];
  const [out, unreadable, notes]: [LineProblem[], LineProblem[], LineProblem[]] = [[], [], []];
  const sold: { line: number; row: NewRow; key: string; says: string }[] = [];
  for (const { line, client, row, problems, says = '' } of lines) {
    const choice = names.get(pairKey({ client, project: '' }))?.choice;
    if (problems.length > 0) unreadable.push({ line, message: problems.join(' ') });
    else if (choice?.leftOut) out.push({ line, message: `${client} is left out.` });
    else if (choice) {
      const key = blockKey(choice.client, cellSerial(row.Date ?? '') ?? 0, Number(row.Hours));
      sold.push({ line, row: { ...row, Client: choice.client }, key, says });
    }
  }
  // Lines that are there to the cent come first, so that none of them is taken for the changed one.
  const fresh = sold.filter(
    ({ key, row }) => !standing.take(key, row.Price === '' ? undefined : Number(row.Price)),
  );
  for (const { line, row, key, says } of fresh) {
    const other = standing.other(key);
    if (other) out.push({ line, message: otherPrice(other) });
    else rows.push(row);
    if (says && !other) notes.push({ line, message: says });
  }
  const unpaid = fields.includes('Paid on')
    ? []
    : [
        'No column says when a block was paid, so all of them stand as unpaid until Paid on is typed in Blocks.',
      ];
  const plan: TabPlan = {
    ...{
      tab: table.name,
      kind: 'blocks',
      headers: table.headers,
      fields,
      already: sold.length - fresh.length,
    },
    row: lines[0]?.line ?? 0,
    lines: lines.length + leftOut.length,
    fresh: rows.length,
    leftOut: [...leftOut, ...out],
    unreadable,
    notes,
    says: [
      ...aboveHeaders(table.rows, table.top),
      ...(rows.length > 0 ? unpaid : []),
      ...unreadColumns(table.headers, fields),
    ],
  };
  return { plan, rows };
}

function otherPrice({ number, price }: StandingBlock): string {
  return `${number} has the same client, day and hours, and the price ${price}. If this is another sale, type it into Blocks.`;
}
