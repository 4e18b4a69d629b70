import type { NoticeRow } from '../../ledger/model/notice-row';
import { noticeOf, offersTo } from '../../ledger/notices/letter';
import type { NewRow } from '../../ledger/reading/with-rows';
import type { SettledClient } from '../../ledger/rules/settle';
import { standingOf } from '../../ledger/rules/standing';
import { draftRow, draftsIn } from '../../ledger/selling/renewal-draft';
import { appendRows } from '../../workbook/append-rows';
import { createSteps } from '../../workbook/housekeeping';
import { rowCells } from '../../workbook/write-rows';
import type { Run } from './send-batch';

const renewed: readonly NoticeRow['level'][] = ['low', 'used up', 'expired'];

/**
 * Writes the draft of a renewal for each client that begins to be told that its time ends, and wants drafts.
 *
 * It comes before the notice is begun: a run that dies between finds the draft by its Reference, and one that somebody
 * deletes afterwards does not come back. Where Blocks takes no row, the notice goes out all the same.
 */
export function draftRenewals(run: Run): void {
  const { blocks, plan, settled, trouble } = run;
  if (!blocks || plan.added.length === 0) return;
  const begun = new Set(
    plan.added.filter(({ level }) => renewed.includes(level)).map(({ block }) => block.toUpperCase()),
  );
  const rows = [...settled.values()].flatMap(each => draftOf(each, run, begun));
  if (rows.length === 0) return;
  createSteps(trouble)('Blocks', 'The draft of a renewal', () => {
    appendRows(blocks, rowCells(blocks, rows));
    run.deps.book.workbook.flush();
  });
}

function draftOf(
  settled: SettledClient,
  { blocks, ledger, stationery }: Run,
  begun: ReadonlySet<string>,
): readonly NewRow[] {
  const { client } = settled;
  const { newest, level, repeats } = standingOf(settled, ledger.settings);
  // A block that repeats is renewed already.
  if (client.renewal !== 'draft' || !blocks || !newest || !level || repeats) return [];
  if (!begun.has(newest.number.toUpperCase()) || draftsIn(blocks.cells, newest.number).length > 0) return [];
  const offers = offersTo(settled, stationery, noticeOf([{ level, block: newest.number, why: '' }]));
  return offers ? [draftRow(offers.main, client, { block: newest.number, today: settled.asOf })] : [];
}
