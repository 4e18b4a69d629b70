import { describe, expect, it } from 'vitest';
import type { ChangeAnswer, ChangeForm, ChangePreview } from '../../src/ledger/changes/change-form';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';

type Typed = Readonly<Record<string, string>>;
const today = { date: '2026-11-23' };

/** Acme bought 20 h at 10 off and used 6.5; Beta bought 10 h and used 12. */
async function firm(): Promise<Workbook> {
  const book = await openFirm();
  for (const name of ['Acme', 'Beta']) await addRow(book, 'Clients', { Client: name });
  const block = { Date: '2026-11-02', 'Paid on': '2026-11-05' };
  await addRow(book, 'Blocks', { ...block, Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  await addRow(book, 'Blocks', { ...block, Client: 'Beta', Hours: '10' });
  await addRow(book, 'Time', { Date: '2026-11-03', Client: 'Acme', Hours: '6.5' });
  await addRow(book, 'Time', { Date: '2026-11-03', Client: 'Beta', Hours: '12' });
  return book;
}

const preview = async (book: Workbook, kind: string, typed: Typed) =>
  (await book.callFromDialog('previewChange', kind, { ...today, ...typed })) as ChangeAnswer;
/** As the page does it: look at the effect, then write what was seen. */
async function write(book: Workbook, kind: string, typed: Typed): Promise<ChangeAnswer> {
  const looked = await preview(book, kind, typed);
  const seen = 'moved' in looked ? JSON.stringify(looked.moved) : '';
  return (await book.callFromDialog('writeChange', kind, { ...today, ...typed }, seen, '')) as ChangeAnswer;
}
/** `Acme Hours left: 13.5 → 8.5`, of what changes only. */
function lines({ effects }: ChangePreview): string[] {
  return effects.flatMap(({ client, figures }) =>
    figures
      .filter(({ before, after }) => before !== after)
      .map(({ what, currency, before, after }) => {
        const unit = currency === null ? 3600 : 100;
        return `${client} ${what}: ${before / unit} → ${after / unit}`;
      }),
  );
}
function previewOf(answer: ChangeAnswer): ChangePreview {
  if ('done' in answer) return answer.done;
  if ('moved' in answer) return answer.moved;
  throw new Error(JSON.stringify(answer));
}
const blocks = (book: Workbook) => rowsOf(book, 'Blocks');
const shortRow = ({ Block, Client, Hours, Price, Kind, Reference }: Record<string, unknown>) =>
  [Block, Client, Hours, Price, Kind, Reference].join(' | ');

describe('Refund', () => {
  it('shows what it does, writes one row, and the sheet then says the same', async () => {
    const book = await firm();
    const typed = { client: 'acme', hours: '5', note: 'Moved away' };
    const shown = previewOf(await preview(book, 'refund', typed));
    expect(shown.says).toEqual(['5 h leave Acme; $450.00 are given back.']);
    expect(lines(shown)).toEqual([
      'Acme Hours left: 13.5 → 8.5',
      'Acme Value of hours left: 1215 → 765',
      'Acme Owed in work: 1215 → 765',
      'Acme Received: 1800 → 1350',
    ]);
    expect(blocks(book)).toHaveLength(2);
    expect(await write(book, 'refund', typed)).toEqual({ done: shown });
    expect(shortRow(blocks(book)[2] ?? {})).toBe('B-0003 | Acme | -5 | -450 | Refund | ');
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(8.5);
    expect(await book.formula('=BLOCKVALUE("Acme")')).toBe(765);
    expect(await book.callFromDialog('listIssues')).toEqual([]);
  });
});

describe('Transfer', () => {
  it('writes both rows with one amount, one end and one Reference', async () => {
    const book = await firm();
    const answer = await write(book, 'transfer', { client: 'Acme', toClient: 'Beta', hours: '4' });
    expect(lines(previewOf(answer))).toEqual([
      'Acme Hours left: 13.5 → 9.5',
      'Acme Value of hours left: 1215 → 855',
      'Acme Owed in work: 1215 → 855',
      'Beta Hours left: -2 → 2',
      'Beta No block covers: 2 → 0',
      'Beta Value of hours left: 0 → 180',
      'Beta Owed in work: 0 → 180',
      'Beta Earned: 1000 → 1180',
    ]);
    expect(blocks(book).slice(2).map(shortRow)).toEqual([
      'B-0003 | Acme | -4 | -360 | Transfer | T-0003',
      'B-0004 | Beta | 4 | 360 | Transfer | T-0003',
    ]);
    expect(await book.callFromDialog('listIssues')).toEqual([]);
  });
});

describe('the form', () => {
  it('opens with the client and the block of the selected row', async () => {
    const book = await firm();
    await book.edit('Blocks!O2', 'here');
    const form = (await book.callFromDialog('changeForm')) as ChangeForm;
    expect(form).toMatchObject({
      today: '2026-11-23',
      selected: 'Acme',
      block: 'B-0001',
      clients: [
        { name: 'Acme', left: 48_600, blocks: [{ number: 'B-0001', left: 48_600, value: 121_500 }] },
        { name: 'Beta', left: -7200, overage: 7200, blocks: [] },
      ],
    });
  });
});
