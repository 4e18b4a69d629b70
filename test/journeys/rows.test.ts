import { describe, expect, it } from 'vitest';
import type { ChangeAnswer, ChangeForm, ChangePreview } from '../../src/ledger/changes/change-form';
import type { Issue } from '../../src/ledger/model/issue';
import type { ImportAnswer } from '../../src/workflows/blocks/import-file';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';
import { strikeEach } from './strikes';

/** Large rows of work are told elsewhere; here it counts what a dialog has written. */
async function issuesIn(book: Workbook): Promise<readonly Issue[]> {
  const issues = (await book.callFromDialog('listIssues')) as Issue[];
  return issues.filter(({ message }) => !message.includes(' in one row is more than '));
}

type Typed = Readonly<Record<string, string>>;
const today = { date: '2026-11-23' };

const tabOf = (book: Workbook, name: string) => {
  const tab = book.engine.tabs().find(each => each.name === name);
  if (!tab) throw new Error(`No tab ${name}`);
  return tab;
};
/** Writes rows at once, without the edits of a person. */
function put(
  book: Workbook,
  name: string,
  rows: readonly Readonly<Record<string, string | number | boolean>>[],
) {
  const headers = (book.print(name)[0] ?? []).map(String);
  for (const [index, header] of headers.entries()) {
    if (!rows.some(row => row[header] !== undefined)) continue;
    const area = { row: 2, column: index + 1, rows: rows.length, columns: 1 };
    // So that a name stays text, whatever it looks like.
    if (header === 'Client')
      tabOf(book, name).setFormats(
        area,
        rows.map(() => ['@']),
      );
    tabOf(book, name).write(
      area,
      rows.map(row => [{ value: row[header] ?? '' }]),
    );
  }
}

/** Acme bought 20 h at 10 off and used 6.5; Beta bought 10 h and used 12. */
async function firm(acme = 'Acme'): Promise<Workbook> {
  const book = await openFirm();
  put(book, 'Clients', [
    { Client: acme, Active: true },
    { Client: 'Beta', Active: true },
  ]);
  const [sold, paid] = [46_328, 46_331]; // 2 and 5 November 2026
  put(book, 'Blocks', [
    {
      Block: 'B-0001',
      Date: sold,
      Client: acme,
      Hours: 20,
      'Normal rate': 100,
      'Discount / h': 10,
      Currency: 'USD',
      'Paid on': paid,
    },
    {
      Block: 'B-0002',
      Date: sold,
      Client: 'Beta',
      Hours: 10,
      'Normal rate': 100,
      Currency: 'USD',
      'Paid on': paid,
    },
  ]);
  put(book, 'Time', [
    { Date: sold + 1, Client: acme, Hours: 6.5 },
    { Date: sold + 1, Client: 'Beta', Hours: 12 },
  ]);
  await book.engine.settle();
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
    expect(await issuesIn(book)).toEqual([]);
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
      'Acme From and to others: 0 → -360',
      'Beta Hours left: -2 → 2',
      'Beta No block covers: 2 → 0',
      'Beta Value of hours left: 0 → 180',
      'Beta Owed in work: 0 → 180',
      'Beta Earned: 1000 → 1180',
      'Beta From and to others: 0 → 360',
    ]);
    expect(blocks(book).slice(2).map(shortRow)).toEqual([
      'B-0003 | Acme | -4 | -360 | Transfer | T-0003',
      'B-0004 | Beta | 4 | 360 | Transfer | T-0003',
    ]);
    expect(await issuesIn(book)).toEqual([]);
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

describe('Correct', () => {
  it('takes hours out and earns what they are worth, or adds hours and moves revenue back', async () => {
    const book = await firm();
    const reason = { client: 'Acme', note: 'Typed twice' };
    const taken = previewOf(await write(book, 'correct', { ...reason, way: 'take', hours: '1:30' }));
    expect(lines(taken)).toContain('Acme Earned: 585 → 720');
    const added = previewOf(
      await write(book, 'correct', { ...reason, way: 'add', hours: '2', amount: '180' }),
    );
    expect(lines(added)).toEqual([
      'Acme Hours left: 12 → 14',
      'Acme Value of hours left: 1080 → 1260',
      'Acme Owed in work: 1080 → 1260',
      'Acme Earned: 720 → 540',
    ]);
    expect(blocks(book).slice(2).map(shortRow)).toEqual([
      'B-0003 | Acme | -1.5 |  | Correction | ',
      'B-0004 | Acme | 2 | 180 | Correction | ',
    ]);
    expect(await issuesIn(book)).toEqual([]);
  });
});

describe('Settle hours beyond the blocks', () => {
  it('invoices it at the normal rate', async () => {
    const book = await firm();
    const answer = await write(book, 'settle', {
      client: 'Beta',
      way: 'invoice',
      hours: '2',
      reference: 'INV-7',
    });
    expect(previewOf(answer).says).toEqual(['2 h are invoiced to Beta for $200.00, net of tax.']);
    expect(lines(previewOf(answer))).toEqual([
      'Beta Hours left: -2 → 0',
      'Beta No block covers: 2 → 0',
      'Beta Earned: 1000 → 1200',
      'Beta Still to be paid: 0 → 200',
    ]);
    expect(shortRow(blocks(book)[2] ?? {})).toBe('B-0003 | Beta | 2 |  | Overage invoice | INV-7');
  });

  it('forgives it with a reason', async () => {
    const book = await firm();
    const answer = await write(book, 'settle', {
      client: 'Beta',
      way: 'forgive',
      hours: '2',
      note: 'Our fault',
    });
    expect(lines(previewOf(answer))).toEqual(['Beta Hours left: -2 → 0', 'Beta No block covers: 2 → 0']);
    expect(shortRow(blocks(book)[2] ?? {})).toBe('B-0003 | Beta | 2 |  | Goodwill | ');
    expect(await issuesIn(book)).toEqual([]);
  });

  it('takes it from the next block without writing anything, and says when', async () => {
    const book = await firm();
    const answer = await preview(book, 'settle', { client: 'Beta', way: 'next', hours: '2' });
    expect(answer).toMatchObject({
      moved: {
        writes: false,
        says: ['The next block that you sell to Beta gives back 2 h first. Nothing needs to be written.'],
      },
    });
  });

  it('forgives what is to be invoiced, which no free hours would cover', async () => {
    const book = await firm();
    await book.edit('Clients!M3', 'invoice');
    const answer = await write(book, 'settle', {
      client: 'Beta',
      way: 'forgive',
      hours: '2',
      note: 'Our fault',
    });
    expect(lines(previewOf(answer))).toEqual(['Beta No block covers: 2 → 0']);
    expect(shortRow(blocks(book)[2] ?? {})).toBe('B-0003 | Beta | 2 | 0 | Overage invoice | ');
  });
});

describe('what makes no sense', () => {
  const refusals: [string, string, Typed, string, string][] = [
    [
      'more than is left',
      'refund',
      { client: 'Acme', hours: '14' },
      'hours',
      'Acme had only 13.5 h left on that day that are not used since. Type less.',
    ],
    [
      'hours that were used since',
      'refund',
      { client: 'Acme', hours: '15', date: '2026-11-02' },
      'hours',
      'Acme had only 13.5 h left on that day that are not used since. Type less.',
    ],
    [
      'hours of the wrong sign',
      'refund',
      { client: 'Acme', hours: '-2' },
      'hours',
      'Type hours above zero, such as 2.5: which way they go is clear already.',
    ],
    [
      'a transfer within one client',
      'transfer',
      { client: 'Acme', toClient: ' acme ', hours: '1' },
      'toClient',
      'That is the same client. Choose the one to whom the hours go.',
    ],
    [
      'a correction without a reason',
      'correct',
      { client: 'Acme', way: 'take', hours: '1' },
      'note',
      'Type the reason of the correction: whoever reads the row later needs it.',
    ],
    [
      'forgiving without a reason',
      'settle',
      { client: 'Beta', way: 'forgive', hours: '2' },
      'note',
      'Type the reason why these hours are free: whoever reads the row later needs it.',
    ],
    [
      'more overage than is open',
      'settle',
      { client: 'Beta', way: 'invoice', hours: '3' },
      'hours',
      'Only 2 h are open. Type no more than that.',
    ],
    [
      'a day to come',
      'refund',
      { client: 'Acme', hours: '1', date: '2026-11-24' },
      'date',
      'It would not count yet. Choose a day up to today, 23 Nov 2026.',
    ],
    [
      'a block of another client',
      'refund',
      { client: 'Acme', hours: '1', block: 'B-0002' },
      'block',
      'B-0002 is no block of Acme. Choose another.',
    ],
    [
      'nobody',
      'refund',
      { client: 'Nobody', hours: '1' },
      'client',
      'There is no client “Nobody”. Choose a name from the list.',
    ],
    [
      'money below zero',
      'refund',
      { client: 'Acme', hours: '1', amount: '-5' },
      'amount',
      'Amount "-5" cannot be read. Type a number such as 100, not below zero.',
    ],
  ];

  it('is told beside its field, and nothing is written', async () => {
    const book = await firm();
    for (const [what, kind, typed, field, message] of refusals)
      expect([what, await write(book, kind, typed)]).toEqual([what, { problems: [{ field, message }] }]);
    expect(blocks(book)).toHaveLength(2);
    for (const given of [null, 'x', { client: ['Acme'] }])
      expect(await book.callFromDialog('previewChange', 'refund', given)).toMatchObject({
        problems: [{ field: 'client' }, {}, {}],
      });
    await expect(book.callFromDialog('previewChange', 'gift', {})).rejects.toThrow(
      'There is no dialog named gift.',
    );
  });

  it('is a transfer to a client in another currency, or of a client with a row that cannot be counted', async () => {
    const book = await firm();
    const typed = { client: 'Acme', toClient: 'Beta', hours: '1' };
    await book.edit('Clients!H3', 'EUR');
    expect(await write(book, 'transfer', typed)).toEqual({
      problems: [
        {
          field: 'toClient',
          message: 'These hours are in USD, but Beta pays in EUR. Currencies cannot be moved.',
        },
      ],
    });
    await addRow(book, 'Time', { Date: '2026-11-04', Client: 'Acme', Hours: 'abc' });
    expect(await write(book, 'transfer', typed)).toMatchObject({
      problems: [{ field: 'client', message: expect.stringContaining('Time row 4') }],
    });
  });
});

describe('all rows or none', () => {
  const typed = { client: 'Acme', toClient: 'Beta', hours: '4' };

  it('a run that dies at any call leaves no half of a transfer, with own columns between', async () => {
    await strikeEach(10, async call => {
      const book = await firm();
      tabOf(book, 'Blocks').insertColumns(4, 1);
      await book.engine.settle();
      await book.edit('Blocks!D1', 'Mine');
      const looked = await preview(book, 'transfer', typed);
      book.faults.killAt(call, { kind: 'data' });
      const seen = JSON.stringify(previewOf(looked));
      await book
        .callFromDialog('writeChange', 'transfer', { ...today, ...typed }, seen, '1')
        .catch(() => undefined);
      const struck = book.faults.struck;
      book.faults.clear();
      const transfers = blocks(book).filter(({ Hours, Kind }) => Kind === 'Transfer' && Hours !== '');
      expect([call, [0, 2].includes(transfers.length)]).toEqual([call, true]);
      const sum = (await book.formula('=BLOCKBALANCE("Acme")')) as unknown;
      if (transfers.length === 2) expect(sum).toBe(9.5);
      else if (typeof sum === 'number') expect(sum).toBe(13.5);
      return struck;
    });
  }, 300_000);

  it('two people at once: what the second saw holds no longer, so it is shown anew and not written', async () => {
    const book = await firm();
    const seen = JSON.stringify(previewOf(await preview(book, 'refund', { client: 'Acme', hours: '10' })));
    await write(book, 'transfer', { ...typed, hours: '1' });
    const refund = { ...today, client: 'Acme', hours: '10' };
    const second = (await book.callFromDialog('writeChange', 'refund', refund, seen, 'a')) as ChangeAnswer;
    expect(second).toMatchObject({ moved: { writes: true } });
    expect(blocks(book)).toHaveLength(4);
    const again = JSON.stringify(previewOf(second));
    const done = await book.callFromDialog('writeChange', 'refund', refund, again, 'b');
    expect(done).toMatchObject({ done: {} });
    expect(await book.callFromDialog('writeChange', 'refund', refund, again, 'b')).toEqual(done);
    expect(blocks(book)).toHaveLength(5);
  });

  it('holds the lock while it writes, and writes both rows with one call', async () => {
    const book = await firm();
    const before = book.executions.length;
    await write(book, 'transfer', typed);
    const [run] = book.executions.slice(before).filter(({ options }) => options.name === 'writeChange');
    expect(run?.calls.some(({ method }) => method === 'tryLock')).toBe(true);
    expect(run?.calls.filter(({ method }) => method === 'setValues')).toHaveLength(1);
  });

  it('never lets a name or a reason become a formula', async () => {
    const book = await firm('=1+1');
    const answer = await write(book, 'transfer', {
      client: '=1+1',
      toClient: 'Beta',
      hours: '1',
      note: '=HYPERLINK("x")',
    });
    expect(answer).toMatchObject({ done: {} });
    const area = { row: 2, column: 1, rows: 4, columns: 15 };
    expect(tabOf(book, 'Blocks').formulas(area).flat().join('')).toBe('');
    expect(blocks(book)[2]).toMatchObject({ Client: '=1+1', Note: '=HYPERLINK("x")' });
    book.world.answers.push('OK');
    await book.call('undoLastDialog');
    expect(blocks(book)).toHaveLength(2);
  });
});

describe('a refund typed by hand', () => {
  it('without an amount gets the value of its hours with the next run, and keeps it', async () => {
    const book = await firm();
    await addRow(book, 'Blocks', { Date: '2026-11-20', Client: 'Acme', Hours: '-5', Kind: 'Refund' });
    expect(blocks(book)[2]?.Price).toBe('');
    await book.call('refresh');
    expect(blocks(book)[2]?.Price).toBe(-450);
    await book.edit('Blocks!F2', '50');
    await book.call('refresh');
    expect(blocks(book)[2]?.Price).toBe(-450);
  });
});

describe('Undo the last dialog', () => {
  const undo = async (book: Workbook, answer = 'OK') => {
    book.world.answers.push(answer);
    await book.call('undoLastDialog');
    return book.messages.at(-1)?.text;
  };

  it('says what it takes back, and leaves every figure as before', async () => {
    const book = await firm();
    const before = book.print('Balances').slice(1);
    await write(book, 'refund', { client: 'Acme', hours: '5' });
    expect(await undo(book, 'CANCEL')).toContain('Refund wrote: 5 h leave Acme; $450.00 are given back.');
    expect(blocks(book)).toHaveLength(3);
    expect(await undo(book)).toBe('It was taken back.');
    expect(blocks(book)).toHaveLength(2);
    expect(book.print('Balances').slice(1)).toEqual(before);
    expect(await undo(book)).toContain('There is nothing to take back');
  });

  it('takes back a sale, wherever sorting has put it, and never gives its number again', async () => {
    const book = await firm();
    const sale = {
      client: 'Acme',
      hours: '20',
      normalRate: '100',
      discount: '',
      discountIn: 'an hour',
      date: '2026-11-23',
      starts: '',
      expires: '',
      paidOn: '',
      reference: '',
      note: '',
    };
    await book.callFromDialog('writeSoldBlock', sale);
    tabOf(book, 'Blocks').insertRows(2, 2);
    await book.engine.settle();
    await undo(book);
    expect(blocks(book).map(({ Block }) => Block)).toEqual(['B-0001', 'B-0002']);
    await book.callFromDialog('writeSoldBlock', sale);
    expect(blocks(book).map(({ Block }) => Block)).toContain('B-0004');
  });

  it('refuses where a row was changed since, or another takes hours from it', async () => {
    const book = await firm();
    await write(book, 'refund', { client: 'Acme', hours: '5' });
    await book.edit('Blocks!O4', 'a remark');
    expect(await undo(book)).toContain('was changed since, so it is left alone.');
    await book.edit('Blocks!O4', '');
    await addRow(book, 'Blocks', {
      Date: '2026-11-23',
      Client: 'Acme',
      Hours: '-1',
      Kind: 'Refund',
      Reference: 'B-0003',
    });
    expect(await undo(book)).toContain('Row 5 of Blocks takes hours from B-0003');
    expect(blocks(book)).toHaveLength(4);
  });
});

describe('Archive a client', () => {
  it('says what it means, unticks Active, changes no figure, and can be taken back', async () => {
    const book = await firm();
    await book.edit('Blocks!O2', 'here');
    book.world.answers.push('OK');
    await book.call('archiveClient');
    expect(book.messages.at(-1)?.text).toContain('It has 13.5 h left; $1,215.00 are still owed in work.');
    expect(rowsOf(book, 'Clients').map(({ Active }) => Active)).toEqual([false, true]);
    expect(await book.formula('=BLOCKVALUE("Acme")')).toBe(1215);
    await book.edit('Blocks!O2', '');
    await book.call('archiveClient');
    expect(book.messages.at(-1)?.text).toContain('Acme is archived already');
    book.world.answers.push('OK');
    await book.call('undoLastDialog');
    expect(rowsOf(book, 'Clients').map(({ Active }) => Active)).toEqual([true, true]);
  });
});

describe('Expired hours', () => {
  it('are listed with date and value', async () => {
    const book = await firm();
    await book.edit('Blocks!K2', '2026-11-20');
    expect(await book.callFromDialog('listExpiredHours')).toEqual({
      setting: 'keep',
      blocks: [
        {
          client: 'Acme',
          block: 'B-0001',
          row: 2,
          ended: '2026-11-20',
          hours: 48_600,
          value: 121_500,
          currency: 'USD',
        },
      ],
    });
  });
});

describe('Import', () => {
  const file = [
    'Customer;E-mail;Rate;Hours left;Value;As of',
    'acme;new@acme.example;90;5;450,00;2026-11-01',
    '"=Cmd; Ltd";c@c.example;;2:30;;2026-11-01',
    'Delta;d@d.example;abc;1;;',
    ';nobody@x.example;;;;',
    'Echo;e@e.example;80;;;',
  ].join('\r\n');
  const plan = async (book: Workbook, text = file, fields: unknown = null) =>
    (await book.callFromDialog('previewImport', text, fields)) as ImportAnswer;

  it('shows what happens to each line, adds what is new and overwrites nothing', async () => {
    const book = await firm();
    const before = book.print('Clients').slice(0, 3);
    const answer = await plan(book);
    expect(answer).toMatchObject({
      preview: {
        fields: ['Client', 'Email', 'Normal rate', 'Hours', 'Value', 'Date'],
        clients: 2,
        openings: 2,
        lines: [
          {
            line: 2,
            client: 'acme',
            does: 'adds',
            says: ['Is in Clients already and stays as it is.', 'Opening balance: 5 h worth $450.00.'],
          },
          {
            line: 3,
            client: '=Cmd; Ltd',
            does: 'adds',
            says: ['New client.', 'Opening balance: 2.5 h worth $250.00.'],
          },
          {
            line: 4,
            client: 'Delta',
            does: 'refuses',
            says: ['Normal rate "abc" cannot be read. Type a number such as 100 or 12.50.'],
          },
          { line: 5, client: '', does: 'refuses', says: ['It has no client. Type the name.'] },
          { line: 6, client: 'Echo', does: 'adds', says: ['New client.'] },
        ],
      },
    });
    expect(blocks(book)).toHaveLength(2);
    const fields = 'preview' in answer ? answer.preview.fields : [];
    expect(await book.callFromDialog('writeImport', file, fields, '2 2', 'x')).toEqual({
      done: { clients: 2, openings: 2 },
    });
    expect(book.print('Clients').slice(0, 3)).toEqual(before);
    expect(rowsOf(book, 'Clients').slice(2)).toMatchObject([
      { Client: '=Cmd; Ltd', Active: true, Email: 'c@c.example' },
      { Client: 'Echo', Active: true, 'Normal rate': 80 },
    ]);
    expect(blocks(book).slice(2)).toMatchObject([
      { Block: 'B-0003', Client: 'acme', Hours: 5, Price: 450, Kind: 'Opening', Date: '2026-11-01' },
      { Block: 'B-0004', Client: '=Cmd; Ltd', Hours: 2.5, Price: 250, Kind: 'Opening' },
    ]);
    expect(tabOf(book, 'Clients').formulas({ row: 2, column: 1, rows: 4, columns: 19 }).flat().join('')).toBe(
      '',
    );
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(18.5);
    expect(await issuesIn(book)).toEqual([]);
    const again = await plan(book);
    expect(again).toMatchObject({ preview: { clients: 0, openings: 0 } });
    book.world.answers.push('OK');
    await book.call('undoLastDialog');
    expect(rowsOf(book, 'Clients')).toHaveLength(2);
    expect(blocks(book)).toHaveLength(2);
  });

  it('takes the columns that a person chose, and writes only what was shown', async () => {
    const book = await firm();
    const text = 'Wer,Stunden\nZeta,3';
    expect(await plan(book, text)).toMatchObject({
      preview: { problem: 'Choose which column holds the name of the client.' },
    });
    const fields = ['Client', 'Hours'];
    expect(await plan(book, text, fields)).toMatchObject({ preview: { clients: 1, openings: 1 } });
    expect(await book.callFromDialog('writeImport', text, fields, '2 2', 'x')).toMatchObject({
      preview: { clients: 1 },
    });
    expect(rowsOf(book, 'Clients')).toHaveLength(2);
    for (const given of [null, 7, ''])
      expect(await plan(book, given as string)).toMatchObject({
        preview: { problem: 'Paste a table, or choose a file.' },
      });
  });

  it('that dies half way is completed by a second import', async () => {
    const book = await firm();
    const fields = ['Client', 'Email', 'Normal rate', 'Hours', 'Value', 'Date'];
    book.faults.killAt(3, { method: 'setValues' });
    await expect(book.callFromDialog('writeImport', file, fields, '2 2', 'x')).rejects.toThrow();
    book.faults.clear();
    expect([rowsOf(book, 'Clients').length, blocks(book).length]).toEqual([4, 2]);
    expect(await book.callFromDialog('writeImport', file, fields, '0 2', 'y')).toEqual({
      done: { clients: 0, openings: 2 },
    });
  });
});
