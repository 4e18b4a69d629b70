import { expect, it } from 'vitest';
import type { AgreementPreview } from '../../src/workflows/papers/agreement-desk';
import type { Workbook } from '../../workbench/runtime';
import { addRow, balanceRow, openFirm, rowsOf } from './firm';

async function firm(hasOwn: boolean): Promise<Workbook> {
  const book = await openFirm();
  await book.edit('Settings!B3', 'Harbor IT');
  await addRow(book, 'Clients', { Client: 'Acme', Contact: 'Pat', Email: 'pat@acme.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  // Columns of the user's own part what is written into several writes.
  if (hasOwn) for (const column of [9, 6, 3]) agreements(book).insertColumns(column, 1);
  await book.engine.settle();
  return book;
}

function agreements(book: Workbook) {
  const tab = book.engine.tabs().find(({ name }) => name === 'Agreements');
  if (!tab) throw new Error('No tab Agreements');
  return tab;
}

const asked = { block: 'B-0001', language: '', version: '' };
const preview = async (book: Workbook) =>
  (await book.callFromDialog('previewAgreement', asked)) as AgreementPreview;
async function give(book: Workbook, how: string, ...more: unknown[]): Promise<unknown> {
  const { seen, to } = await preview(book);
  return book.callFromDialog(how, { ...asked, seen, address: to, signed: '2026-11-23' }, ...more);
}

/** Kills a call at each piece of data that goes in or out, in turn; gives how often it died. */
async function dieAtEach(
  book: Workbook,
  live: () => Promise<unknown>,
  check: (call: number) => Promise<void>,
): Promise<number> {
  // What a look at it writes (a new day, numbers of blocks) is written before.
  await preview(book);
  for (let call = 1; ; call++) {
    const { seen, to } = await preview(book);
    book.faults.killAt(call, { kind: 'data' });
    request = { ...asked, seen, address: to, signed: '2026-11-23' };
    await live().catch(() => undefined);
    const { struck } = book.faults;
    book.faults.clear();
    await book.engine.settle();
    await check(call);
    if (!struck) return call - 1;
  }
}
let request: object;

async function clear(book: Workbook): Promise<void> {
  agreements(book).deleteRows(2, 5);
  await book.engine.settle();
}

const isOneOf = (found: unknown, ...allowed: unknown[]) => allowed.includes(found);

it.each([false, true])(
  'a run that dies while it makes an agreement leaves none that counts as signed (own columns: %s)',
  async hasOwn => {
    const book = await firm(hasOwn);
    const deaths = await dieAtEach(
      book,
      () => book.callFromDialog('saveAgreement', request),
      async call => {
        expect([call, rowsOf(book, 'Agreements').filter(row => row.Signed !== '')]).toEqual([call, []]);
        const state = balanceRow(book, 'Acme')?.Agreement;
        expect([call, isOneOf(state, '', 'not signed')]).toEqual([call, true]);
        // The next try makes it whole.
        await give(book, 'saveAgreement');
        expect([call, (await preview(book)).isMade]).toEqual([call, true]);
        await clear(book);
      },
    );
    expect(deaths).toBeGreaterThan(8);
  },
  300_000,
);

it('a run that dies while it mails an agreement never mails it twice in one attempt', async () => {
  const book = await firm(false);
  let mails = 0;
  const deaths = await dieAtEach(
    book,
    () => book.callFromDialog('mailAgreement', request, `attempt ${mails}`),
    async call => {
      const left = book.outbox.length;
      const again = await book
        .callFromDialog('mailAgreement', request, `attempt ${mails}`)
        .catch((error: Error) => error.message);
      expect([call, book.outbox.length <= 1, left <= book.outbox.length]).toEqual([call, true, true]);
      // Nothing is lost in silence: it left, or the person hears what to look for.
      if (book.outbox.length === 0) expect(again).toContain('may have left. Look into the Sent folder');
      book.outbox.splice(0);
      mails++;
      await clear(book);
    },
  );
  expect(deaths).toBeGreaterThan(10);
}, 300_000);

it('a run that dies while it marks an agreement as signed is completed by the next', async () => {
  const book = await firm(false);
  await give(book, 'saveAgreement');
  const deaths = await dieAtEach(
    book,
    () => book.callFromDialog('signAgreement', request),
    async call => {
      const [row] = rowsOf(book, 'Agreements');
      const state = balanceRow(book, 'Acme')?.Agreement;
      expect([call, state]).toEqual([call, row?.Signed === '' ? 'not signed' : 'signed']);
      await give(book, 'signAgreement');
      expect([
        rowsOf(book, 'Agreements')[0]?.Signed,
        rowsOf(book, 'Clients')[0]?.['Agreement signed'],
      ]).toEqual(['2026-11-23', '2026-11-23']);
      for (const [tab, header] of [
        ['Agreements', 'Signed'],
        ['Clients', 'Agreement signed'],
      ] as const) {
        const column = (book.print(tab)[0] ?? []).indexOf(header);
        await book.edit(`${tab}!${String.fromCharCode(65 + column)}2`, '');
      }
    },
  );
  expect(deaths).toBeGreaterThan(5);
}, 300_000);
