import { describe, expect, it } from 'vitest';
import type { PaperAnswer } from '../../src/workflows/papers/give-paper';
import type { PaymentPreview } from '../../src/workflows/papers/payment-desk';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';

const preview = async (book: Workbook, block = 'B-0001', version = '') =>
  (await book.callFromDialog('previewPayment', { block, version, seen: '' })) as PaymentPreview;
/** As the page does: it hands back what was seen. */
async function save(book: Workbook, block = 'B-0001', version = ''): Promise<PaperAnswer> {
  const { seen } = await preview(book, block, version);
  return (await book.callFromDialog('savePayment', { block, version, seen })) as PaperAnswer;
}
const htmlOf = ({ file }: PaperAnswer) => Buffer.from(file?.base64 ?? '', 'base64').toString();
const kept = (book: Workbook) =>
  rowsOf(book, 'Payment requests').map(row =>
    ['Number', 'Kind', 'State', 'Total', 'Corrects'].map(header => row[header]).join(' | '),
  );

/** 10 h at 100 and 19 % tax: 1,190.00. */
async function firm() {
  const book = await openFirm();
  await book.edit('Settings!B3', 'Harbor IT');
  await setting(book, 'Firm address', '1 Quay Road\nHarbor');
  await setting(book, 'Firm tax id', 'VAT 77');
  await setting(book, 'Tax name', 'VAT');
  await addRow(book, 'Clients', {
    Client: 'Acme',
    Contact: 'Pat',
    'Tax (%)': '19%',
    Address: '2 Mill Lane',
    'Tax id': 'AC-9',
    Note: 'slow payer',
  });
  await addRow(book, 'Blocks', { Date: '2026-11-01', Client: 'Acme', Hours: '10', Note: 'house note' });
  return book;
}

async function setting(book: Workbook, name: string, value: string): Promise<void> {
  const row = rowsOf(book, 'Settings').findIndex(({ Setting }) => Setting === name) + 2;
  await book.edit(`Settings!B${row}`, value);
}

describe('Payment request', () => {
  it('shows who asks whom for what until when, with net, tax rate and total, and no note of the house', async () => {
    const book = await firm();
    const { html, said } = await preview(book);
    expect(said).toBe('Payment request, $1,190.00 to pay.');
    for (const text of ['Harbor IT', '1 Quay Road', 'VAT 77', 'Acme', 'Pat', '2 Mill Lane', 'AC-9'])
      expect(html).toContain(text);
    for (const text of ['$1,000.00', 'VAT 19%', '$190.00', '$1,190.00', 'Please pay by 15 Nov 2026.'])
      expect(html).toContain(text);
    expect(html).not.toMatch(/slow payer|house note/);
    expect(book.engine.tabs().map(({ name }) => name)).not.toContain('Payment requests');
  });

  it('reprints at 1,190.00 when its tax has become 80.00 since, and says what has changed', async () => {
    const book = await firm();
    const first = await save(book);
    expect(first).toMatchObject({ number: 'P-0001', said: 'P-0001 is kept in Payment requests.' });
    expect(kept(book)).toEqual(['P-0001 | Payment request | Issued | 1190 | ']);
    await book.edit('Blocks!H2', '80');
    const { said, standing, versions } = await preview(book);
    expect(said).toBe('Payment request P-0001, $1,190.00 to pay.');
    expect(standing).toEqual([
      'Its row has changed since P-0001 was issued on 23 Nov 2026:',
      'Tax $190.00, now $80.00',
      'Total $1,190.00, now $1,080.00',
    ]);
    expect(versions).toEqual([
      ['', 'P-0001, as it was issued'],
      ['corrected', 'corrected, under a new number'],
    ]);
    expect(htmlOf(await save(book))).toBe(htmlOf(first));
    await book.edit('Blocks!H2', '190');
    expect(htmlOf(await save(book, 'B-0001', 'corrected'))).toBe(htmlOf(first));
    expect(kept(book)).toHaveLength(1);
  });

  it('is corrected under a number of its own, which says what it stands in place of', async () => {
    const book = await firm();
    const first = await save(book);
    await book.edit('Blocks!H2', '80');
    const corrected = await save(book, 'B-0001', 'corrected');
    expect(htmlOf(corrected)).toContain('This takes the place of P-0001.');
    expect(htmlOf(corrected)).toContain('Changed: Total $1,190.00, now $1,080.00');
    expect(kept(book)).toEqual([
      'P-0001 | Payment request | Replaced | 1190 | ',
      'P-0002 | Payment request | Issued | 1080 | P-0001',
    ]);
    expect(htmlOf(await save(book, 'B-0001', 'P-0001'))).toBe(htmlOf(first));
    expect((await preview(book)).standing).toEqual([
      'P-0002 was issued on 23 Nov 2026; it reprints as it was.',
    ]);
  });

  it('becomes a receipt once the block is paid, and the request stays to be reprinted', async () => {
    const book = await firm();
    const first = await save(book);
    await book.edit('Blocks!L2', '2026-11-20');
    const { said, standing, versions } = await preview(book);
    expect(said).toBe('Receipt, $1,190.00 paid.');
    expect(standing).toEqual(['Payment request P-0001 was issued on 23 Nov 2026 for this block.']);
    expect(versions[1]).toEqual(['P-0001', 'P-0001, payment request of 23 Nov 2026']);
    expect((await save(book)).number).toBe('P-0002');
    expect(kept(book)[1]).toBe('P-0002 | Receipt | Issued | 1190 | ');
    expect(htmlOf(await save(book, 'B-0001', 'P-0001'))).toBe(htmlOf(first));
  });

  it('asks for what is still to be paid after a part of it, and says so of one that was issued before', async () => {
    const book = await firm();
    await save(book);
    await addRow(book, 'Blocks', {
      Date: '2026-11-20',
      Client: 'Acme',
      Hours: '0',
      Price: '500',
      Kind: 'Payment',
      Reference: 'B-0001',
    });
    expect((await preview(book)).standing).toContain('Paid $0.00, now $500.00');
    const { said, html } = await preview(book, 'B-0001', 'corrected');
    expect(said).toBe('Payment request, $690.00 to pay.');
    for (const text of ['Paid so far', '$500.00', 'Still to pay', '$690.00']) expect(html).toContain(text);
  });

  it('shows a number of one’s own as reference, such as that of an invoice of an earlier version', async () => {
    const book = await firm();
    await book.edit('Blocks!N2', 'I-0001');
    expect((await preview(book)).html).toContain('I-0001');
    await save(book);
    expect(rowsOf(book, 'Blocks')).toMatchObject([{ Reference: 'I-0001' }]);
  });

  it('never gives a number again, even of a row that is gone', async () => {
    const book = await firm();
    await save(book);
    await book.edit('Payment requests!A2', '');
    await book.edit('Payment requests!D2', '');
    expect((await save(book)).number).toBe('P-0002');
  });

  it('is not reprinted where somebody has changed what was kept', async () => {
    const book = await firm();
    await save(book);
    const cell = String(rowsOf(book, 'Payment requests')[0]?.Content);
    await book.edit('Payment requests!L2', cell.replace('100000', '90000'));
    expect((await preview(book)).standing).toEqual([
      'P-0001 was changed in the tab Payment requests, so it cannot be reprinted as it was.',
    ]);
  });

  it('gives nothing out that the person has not seen', async () => {
    const book = await firm();
    const { seen } = await preview(book);
    await book.edit('Blocks!D2', '11');
    await expect(book.callFromDialog('savePayment', { block: 'B-0001', version: '', seen })).rejects.toThrow(
      'The workbook has changed since this preview.',
    );
  });

  it('says of a renamed client nothing, and of another one that it has changed', async () => {
    const book = await firm();
    await save(book);
    await addRow(book, 'Clients', { Client: 'Beta', 'Tax (%)': '19%' });
    await book.edit('Blocks!C2', 'Beta');
    expect((await preview(book)).standing).toContain('Client Acme, now Beta');
    await book.edit('Payment requests!C2', 'Beta');
    expect((await preview(book)).standing).toEqual([
      'P-0001 was issued on 23 Nov 2026; it reprints as it was.',
    ]);
  });

  it('is told in words where there is none', async () => {
    const book = await firm();
    const open = () => preview(book, '');
    await book.edit('Time!A9', '');
    await expect(open()).rejects.toThrow('Stand on a row of Blocks first');
    const free = { Date: '2026-10-01', Client: 'Acme', Hours: '2', Kind: 'Goodwill', Note: 'x' };
    await addRow(book, 'Blocks', free);
    await expect(open()).rejects.toThrow('B-0002 is a Goodwill. Only hours that were sold');
    await book.edit('Blocks!D7', '');
    await expect(open()).rejects.toThrow('Row 7 of Blocks is blank.');
  });
});

describe('Credit note', () => {
  it('tells of a refund with its tax, under numbers of its own', async () => {
    const book = await firm();
    await save(book);
    const back = { Date: '2026-11-10', Client: 'Acme', Hours: '-2', Kind: 'Refund', Price: '-200' };
    await addRow(book, 'Blocks', { ...back, Reference: 'B-0001' });
    const { said, html } = await preview(book, 'B-0002');
    expect(said).toBe('Credit note, $238.00 given back.');
    for (const text of ['Prepaid hours given back', '2 h', '$200.00', 'VAT 19%', '$38.00', 'B-0001'])
      expect(html).toContain(text);
    expect((await save(book, 'B-0002')).number).toBe('C-0001');
    expect((await save(book)).number).toBe('P-0001');
    expect(kept(book)[1]).toBe('C-0001 | Credit note | Issued | 238 | ');
  });
});
