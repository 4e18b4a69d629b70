import type { NewRow } from '../reading/with-rows';
import { cellSerial } from '../sheet/cell';
import { type BlockField, type BlockLine, blockFields, blockFieldsOf, readBlockLine } from './block-columns';
import { blockKey } from './block-key';
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

/** Blocks that stand in the workbook already, by what they say; taken away as they are found again. */
export type StandingBlocks = Map<string, number>;

/** The rows of a tab of sold blocks, with what becomes of each. */
export function planBlocksTab(
  { table, fields, lines, leftOut }: ReadBlocks,
  names: ReadonlyMap<string, AskedName>,
  standing: StandingBlocks,
): { readonly plan: TabPlan; readonly rows: readonly NewRow[] } {
  const rows: NewRow[] = [];
  const [out, unreadable, notes]: LineProblem[][] = [[], [], []];
  let already = 0;
  for (const { line, client, row, problems, says } of lines) {
    const choice = names.get(pairKey({ client, project: '' }))?.choice;
    if (problems.length > 0) unreadable?.push({ line, message: problems.join(' ') });
    else if (choice?.leftOut) out?.push({ line, message: `${client} is left out.` });
    else if (choice) {
      const key = blockKey(choice.client, cellSerial(row.Date ?? '') ?? 0, Number(row.Hours));
      const count = standing.get(key) ?? 0;
      standing.set(key, count - 1);
      if (count > 0) already++;
      else rows.push({ ...row, Client: choice.client });
      if (says && count <= 0) notes?.push({ line, message: says });
    }
  }
  const unpaid = fields.includes('Paid on')
    ? []
    : [
        'No column says when a block was paid, so all of them stand as unpaid until Paid on is typed in Blocks.',
      ];
  const plan: TabPlan = {
    ...{ tab: table.name, kind: 'blocks', headers: table.headers, fields, already },
    row: lines[0]?.line ?? 0,
    lines: lines.length + leftOut.length,
    fresh: rows.length,
    leftOut: [...leftOut, ...(out ?? [])],
    unreadable: unreadable ?? [],
    notes: notes ?? [],
    says: [
      ...aboveHeaders(table.rows, table.top),
      ...(rows.length > 0 ? unpaid : []),
      ...unreadColumns(table.headers, fields),
    ],
  };
  return { plan, rows };
}
