/** A client's own page: what a stranger, a client and a person in the office see of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';
import { morningOf, setting } from './low-firm';

const address = 'https://script.google.com/macros/s/abc/exec';

async function firm(): Promise<Workbook> {
  const book = await openFirm();
  await setting(book, 'Firm name', 'North <b>IT</b>');
  await setting(book, 'Office manager email', 'office@north.example');
  await setting(book, 'Client page address', address);
  await addRow(book, 'Clients', { Client: 'Acme <i>&', Email: 'pat@acme.example', Language: 'de' });
  await addRow(book, 'Clients', { Client: 'Cox', Email: 'sam@cox.example' });
  for (const [client, hours] of [
    ['Acme <i>&', '20'],
    ['Cox', '40'],
  ] as const)
    await addRow(book, 'Blocks', { Date: '2026-10-05', Client: client, Hours: hours, 'Discount / h': '10' });
  await addRow(book, 'Time', {
    Date: '2026-11-10',
    Client: 'Acme <i>&',
    Who: 'Kim Secret',
    Hours: '17',
    'What was done': '<script>alert(1)</script>',
    'Internal note': 'slow payer',
  });
  return book;
}

/** As at the menu, on the client's row; gives the token. */
async function link(book: Workbook, row: number): Promise<string> {
  await book.call('goToRow', 'Clients', row);
  await book.call('showClientPageLink');
  return String(rowsOf(book, 'Clients')[row - 2]?.['Client page']);
}

const page = async (book: Workbook, token?: unknown) =>
  String(await book.call('doGet', token === undefined ? {} : { parameter: { token } }));
/** Of Clients. */
function cellOf(book: Workbook, header: string, row: number): string {
  const column = Object.keys(rowsOf(book, 'Clients')[0] ?? {}).indexOf(header);
  const first = column < 26 ? '' : 'A';
  return `Clients!${first}${String.fromCharCode(65 + (column % 26))}${row}`;
}
const outcome = (book: Workbook) => rowsOf(book, 'Notices').map(({ Outcome }) => Outcome);

describe('a client’s page', () => {
  let book: Workbook;
  let token: string;
  beforeAll(async () => {
    book = await firm();
    token = await link(book, 2);
  }, 60_000);

  it('opens with a token of 128 bits that stands in Clients, and tells the link', () => {
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(book.messages.at(-1)).toMatchObject({
      text: expect.stringContaining(`${address}?token=${token}`),
    });
  });

  it('shows the client’s own figures in its language, and nothing of staff or notes', async () => {
    const html = await page(book, token);
    expect(html).toContain('<html lang="de">');
    for (const shown of [
      'Acme &lt;i&gt;&amp;',
      'North &lt;b&gt;IT&lt;/b&gt;',
      '<b>3\u00a0h</b>',
      'Dieser Monat bisher',
    ])
      expect(html).toContain(shown);
    for (const hidden of ['<script>alert', '<i>', 'Kim', 'slow payer', 'Cox', 'https://', 'src='])
      expect(html).not.toContain(hidden);
  });

  it('is one plain page for every token that is wrong, missing, revoked, or stands twice', async () => {
    const plain = await page(book);
    expect(plain).toContain('This page is not available.');
    for (const wrong of [
      '',
      'x',
      `${token}0`,
      token.toUpperCase(),
      '0'.repeat(32),
      7,
      { token },
      '__proto__',
    ])
      expect(await page(book, wrong)).toBe(plain);
    const cell = (row: number) => cellOf(book, 'Client page', row);
    await book.edit(cell(3), `'${token}`);
    expect(await page(book, token)).toBe(plain);
    await book.edit(cell(3), '');
    expect(await page(book, token)).not.toBe(plain);
    await book.edit(cell(2), '');
    expect(await page(book, token)).toBe(plain);
    token = await link(book, 2);
    expect(await page(book, token)).not.toBe(plain);
  });

  it('opens with the newest token alone: the one before opens nothing', async () => {
    const former = token;
    token = await link(book, 2);
    expect(token).not.toBe(former);
    expect(await page(book, former)).toBe(await page(book));
    expect(await page(book, token)).toContain('<html lang="de">');
  });

  it('is looked at without any change, by the same calls for right and wrong', async () => {
    const before = JSON.stringify(book.engine.tabs().map(({ name }) => book.print(name)));
    const calls: string[] = [];
    for (const each of [token, '0'.repeat(32)]) {
      await page(book, each);
      calls.push(
        (book.executions.at(-1)?.calls ?? []).map(({ service, method }) => `${service}.${method}`).join(),
      );
    }
    expect(calls[0]).toBe(calls[1]);
    expect(calls[0]).not.toMatch(/\.(set(?!Title)|put|write|insert|append|delete|clear|protect|try|send)/);
    expect(JSON.stringify(book.engine.tabs().map(({ name }) => book.print(name)))).toBe(before);
  });

  it('offers nothing as long as no mail has, and nothing is noted then', async () => {
    expect(await page(book, token)).not.toContain('<button');
    expect(await book.callFromDialog('acceptOffer', token, '20')).toBe(false);
  });

  it('takes a Yes with a press, once, for a person to confirm, and sells nothing', async () => {
    await book.call('runDaily');
    expect(outcome(book)).toEqual(['']);
    const mail = book.outbox.find(({ to }) => to.includes('pat@acme.example'));
    expect(mail?.html).toContain(`href="${address}?token=${token}"`);
    expect(mail?.text).toContain(`Ihre Seite, jederzeit aktuell: ${address}?token=${token}`);
    const offered = await page(book, token);
    expect(offered).toContain('data-hours="20"');
    for (const [other, size] of [
      ['0'.repeat(32), '20'],
      [token, '21'],
      [token, ''],
      [token, null],
    ])
      expect(await book.callFromDialog('acceptOffer', other, size)).toBe(false);
    expect(outcome(book)).toEqual(['']);
    const blocks = book.print('Blocks');
    expect(await book.callFromDialog('acceptOffer', token, '20')).toBe(true);
    expect(await book.callFromDialog('acceptOffer', token, '40')).toBe(true);
    expect(outcome(book)).toEqual([
      expect.stringMatching(/^Accepted on 23 Nov 2026 on the client’s page: 20 h, not sold yet$/),
    ]);
    expect(book.print('Blocks')).toEqual(blocks);
    const after = await page(book, token);
    expect(after).toContain('Sie haben am 23. November 2026 zugesagt');
    expect(after).not.toContain('<button');
    const needs = JSON.stringify(await book.callFromDialog('listWhoNeedsUs'));
    expect(needs).toContain('Said yes to 20 h on 23 Nov 2026');
    await morningOf(book, '2026-12-02');
    expect(book.outbox.filter(({ to }) => to.includes('pat@acme.example'))).toHaveLength(1);
  });

  it('shows nothing where figures may be wrong, the client is archived, or pages are off', async () => {
    const plain = await page(book);
    const row = await addRow(book, 'Time', { Date: '2026-11-11', Client: 'Acme <i>&', Hours: 'many' });
    expect(await page(book, token)).toBe(plain);
    await book.edit(`Time!D${row}`, '1');
    expect(await page(book, token)).not.toBe(plain);
    const active = cellOf(book, 'Active', 2);
    await book.edit(active, 'FALSE');
    expect(await page(book, token)).toBe(plain);
    expect(await book.callFromDialog('acceptOffer', token, '20')).toBe(false);
    await book.edit(active, 'TRUE');
    expect(await page(book, token)).not.toBe(plain);
    await setting(book, 'Client page address', '');
    expect(await page(book, token)).toBe(plain);
    expect(await book.callFromDialog('acceptOffer', token, '20')).toBe(false);
  });
});

it('makes no link before there is a web app, and says how', async () => {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme' });
  await book.call('goToRow', 'Clients', 2);
  await book.call('showClientPageLink');
  expect(book.messages.at(-1)).toMatchObject({ text: expect.stringContaining('Client pages are off') });
  expect(rowsOf(book, 'Clients')[0]).not.toHaveProperty('Client page');
});
