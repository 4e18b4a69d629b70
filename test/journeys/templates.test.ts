import { expect, it } from 'vitest';
import { addRow, openFirm, rowsOf } from './firm';

async function firmWithLowClient(language = '') {
  const book = await openFirm();
  await addRow(book, 'Clients', {
    Client: 'Acme',
    Contact: 'Ann',
    Email: 'ann@acme.example',
    Language: language,
  });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  await addRow(book, 'Time', {
    Date: '2026-11-10',
    Client: 'Acme',
    Hours: '17',
    'What was done': 'New server',
  });
  return book;
}
type Firm = Awaited<ReturnType<typeof firmWithLowClient>>;

async function write(book: Firm, language: string, header: string, text: string) {
  const rows = rowsOf(book, 'Templates');
  const row = rows.findIndex(each => each.Level === 'low' && each.Language === language) + 2;
  const column = String.fromCharCode(65 + Object.keys(rows[0] ?? {}).indexOf(header));
  await book.edit(`Templates!${column}${row}`, text);
  return row;
}

it('a text of the office manager goes out, and setting up again keeps it', async () => {
  const book = await firmWithLowClient();
  await write(book, 'English', 'Subject', 'Time is short, {{contact}}: {{hours left}}');
  await book.call('setUpWorkbook');
  await book.call('runDaily');
  expect(book.outbox.map(({ subject }) => subject)).toEqual(['Time is short, Ann: 3 h']);
  expect(book.outbox[0]?.html).toContain('New server');
});

it('a slip in a text is an issue before anything is sent, and the usual text goes out', async () => {
  const book = await firmWithLowClient();
  const row = await write(book, 'English', 'Opening', 'You have {{hours lft}} left.');
  expect(await book.call('listIssues')).toEqual([
    {
      tab: 'Templates',
      row,
      message:
        'Opening holds {{hours lft}}, which is no placeholder. Did you mean {{hours left}}? Until then the usual text goes out.',
    },
  ]);
  await book.call('runDaily');
  expect(book.outbox[0]?.text).toContain('Acme has 3 h left of 20 h prepaid.');
  expect(`${book.outbox[0]?.text}${book.outbox[0]?.html}`).not.toContain('{{');
});

it('a client is written to in its language', async () => {
  const book = await firmWithLowClient('German');
  await book.call('runDaily');
  expect(book.outbox[0]?.subject?.replace(/\u00a0/g, ' ')).toBe('Acme: noch 3 h von 20 h Guthaben');
  expect(book.outbox[0]?.text).toContain('Mit freundlichen Grüßen');
});

it('a workbook without the tab sends the usual texts', async () => {
  const book = await firmWithLowClient();
  book.engine.deleteTab('Templates');
  await book.call('runDaily');
  expect(book.outbox[0]?.subject).toBe('Acme has 3 h left of 20 h prepaid');
});

it('the preview shows the mail of a real client in any language, and says what is made up', async () => {
  const book = await firmWithLowClient();
  await book.edit('Settings!B4', 'office@firm.example');
  expect(await book.call('templateForm')).toMatchObject({
    clients: ['Acme'],
    selected: 'Acme',
    to: 'office@firm.example',
  });
  const ask = (level: string, language = '') =>
    book.call('previewTemplate', { client: 'Acme', level, language });
  expect(await ask('low')).toMatchObject({ subject: 'Acme has 3 h left of 20 h prepaid', notes: [] });
  expect(await ask('expiring')).toMatchObject({
    subject: 'Acme: 3 h of prepaid time end on 23 Dec 2026',
    notes: ['Acme does not stand so today; apart from that the figures are its own.'],
  });
  expect(await ask('reminder')).toMatchObject({ notes: ['The day of the first notice is an example.'] });
  expect(await ask('thank you', 'fr')).toMatchObject({
    notes: [],
    html: expect.stringContaining('lang="fr"'),
  });
  await expect(ask('other')).rejects.toThrow('Choose what the mail is about.');
  await expect(book.call('previewTemplate', { client: 'Nobody', level: 'low' })).rejects.toThrow('Nobody');
  expect(book.outbox).toEqual([]);
});

it('a client that never bought has no mail to look at', async () => {
  const book = await firmWithLowClient();
  await addRow(book, 'Clients', { Client: 'Bolt' });
  await expect(book.call('previewTemplate', { client: 'Bolt', level: 'low' })).rejects.toThrow(
    'Bolt has bought no block yet. Choose another client.',
  );
});

it('a test goes to the person who asks, once an attempt, and counts as no notice', async () => {
  const book = await firmWithLowClient();
  const request = { client: 'Acme', level: 'low', language: '', to: 'me@firm.example' };
  for (let time = 0; time < 2; time++)
    expect(await book.call('sendTemplateTest', request, 'one')).toBe(
      'The test was mailed to me@firm.example.',
    );
  expect(book.outbox.map(({ to, cc, subject }) => [to, cc, subject])).toEqual([
    [['me@firm.example'], [], 'Test: Acme has 3 h left of 20 h prepaid'],
  ]);
  expect(rowsOf(book, 'Notices')).toEqual([]);
  for (const [to, refusal] of [
    ['', 'Type the address to which the test goes.'],
    ['me@firm', '"me@firm" is no mail address. Type one address.'],
    ['a@b.example,c@d.example', '"a@b.example,c@d.example" is no mail address. Type one address.'],
  ])
    await expect(book.call('sendTemplateTest', { ...request, to })).rejects.toThrow(refusal);
});

it('a run reads Templates once, however many mails go out, and not at all without any', async () => {
  const readsOf = async (hasTemplates: boolean) => {
    const book = await firmWithLowClient();
    await addRow(book, 'Clients', { Client: 'Bolt', Email: 'b@bolt.example' });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Bolt', Hours: '20' });
    await addRow(book, 'Time', { Date: '2026-11-10', Client: 'Bolt', Hours: '17' });
    if (!hasTemplates) book.engine.deleteTab('Templates');
    const reads = async () => {
      await book.call('runDaily');
      const run = book.executions.filter(({ options }) => options.name === 'runDaily').at(-1);
      return run?.calls.filter(({ method }) => method === 'getValues').length ?? 0;
    };
    const counts = [await reads(), await reads()];
    expect(book.outbox).toHaveLength(2);
    return counts;
  };
  const [withMails = 0, without = 0] = await readsOf(true);
  expect(await readsOf(false)).toEqual([withMails - 1, without]);
});
