import { expect, it } from 'vitest';
import { addRow, openFirm, rowsOf } from './firm';

it('a client is reminded of an unpaid block once and once more, hears nothing after it has paid, and it is told so', async () => {
  const book = await openFirm();
  const set = async (name: string, value: string) => {
    const row = rowsOf(book, 'Settings').findIndex(({ Setting }) => Setting === name) + 2;
    await book.edit(`Settings!B${row}`, value);
  };
  await set('Firm name', 'Harbor IT');
  await set('Payment reminders', 'yes');
  await addRow(book, 'Clients', { Client: 'Acme', Contact: 'Pat', Email: 'pat@acme.example' });
  await addRow(book, 'Blocks', { Date: '2026-11-01', Client: 'Acme', Hours: '10' });
  await addRow(book, 'Time', { Date: '2026-11-10', Client: 'Acme', Hours: '1' });
  const subjects = () =>
    book.outbox.filter(({ to }) => to.includes('pat@acme.example')).map(({ subject }) => subject);
  const reminder = 'Payment reminder: $1,000.00 of Acme';

  await book.call('runDaily');
  await book.call('runDaily');
  expect(subjects()).toEqual([reminder]);
  await book.advanceTo('2026-11-30T09:00');
  await book.call('runDaily');
  expect(subjects()).toEqual([reminder, reminder]);
  await book.advanceTo('2026-12-20T09:00');
  await book.call('runDaily');
  expect(subjects()).toHaveLength(2);

  await book.edit('Blocks!L2', '2026-12-02');
  await book.call('runDaily');
  expect(rowsOf(book, 'Notices').map(({ Level, State, Outcome }) => [Level, State, Outcome])).toEqual([
    ['unpaid', 'Sent', 'Paid after 9 days'],
    ['unpaid reminder 1', 'Sent', 'Paid after 2 days'],
  ]);
});
