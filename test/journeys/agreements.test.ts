import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/ledger/model/issue';
import { settingGroups } from '../../src/ledger/sheet/setting-groups';
import type { AgreementForm, AgreementPreview } from '../../src/workflows/papers/agreement-desk';
import type { PaperAnswer } from '../../src/workflows/papers/give-paper';
import type { Workbook } from '../../workbench/runtime';
import { addRow, balanceRow, openFirm, rowsOf } from './firm';

async function firm(mailQuota?: number): Promise<Workbook> {
  const book = await openFirm(mailQuota === undefined ? {} : { mailQuota });
  await book.edit('Settings!B3', 'Harbor IT');
  await addRow(book, 'Clients', {
    Client: 'Acme',
    Contact: 'Pat',
    Email: 'pat@acme.example',
    'Tax (%)': '19%',
    'Round up to (min)': '15',
    Note: 'slow payer',
  });
  await addRow(book, 'Blocks', {
    Date: '2026-11-02',
    Client: 'Acme',
    Hours: '20',
    'Discount / h': '10',
    Expires: '2027-10-31',
    Note: 'house note',
  });
  return book;
}

const asked = { block: 'B-0001', language: '', version: '' };
const preview = async (book: Workbook, change: object = {}) =>
  (await book.callFromDialog('previewAgreement', { ...asked, ...change })) as AgreementPreview;
/** As the page does: it hands back what was seen. */
async function give(book: Workbook, how: string, change: object = {}, ...more: unknown[]) {
  const { seen, to } = await preview(book, change);
  const request = { ...asked, seen, address: to, ...change };
  return (await book.callFromDialog(how, request, ...more)) as PaperAnswer;
}
const htmlOf = ({ file }: PaperAnswer) => Buffer.from(file?.base64 ?? '', 'base64').toString();
const sign = (book: Workbook, signed = '2026-11-23') => give(book, 'signAgreement', { signed });
const agreementIn = (book: Workbook, client = 'Acme') => balanceRow(book, client)?.Agreement;
const issuesIn = async (book: Workbook) =>
  ((await book.callFromDialog('listIssues')) as Issue[]).map(
    ({ tab, row, message }) => `${tab} ${row}: ${message}`,
  );
/** Types into the column of a tab. */
async function type(book: Workbook, tab: string, row: number, header: string, text: string) {
  const at = (book.print(tab)[0] ?? []).indexOf(header);
  await book.edit(`'${tab}'!${String.fromCharCode(65 + at)}${row}`, text);
}

const settingRows = settingGroups.flatMap(({ heading, names }) => (heading ? [heading, ...names] : names));
const unpaidBlocks = settingRows.indexOf('Unpaid blocks') + 2;

describe('Agreement', () => {
  it('opens with the block of the selected row, else the newest that its client bought', async () => {
    const book = await firm();
    await addRow(book, 'Blocks', { Date: '2026-11-20', Client: 'Acme', Hours: '5' });
    await book.call('showAgreement');
    expect(book.dialogs).toMatchObject([{ kind: 'modeless', title: 'Agreement' }]);
    const form = async () => (await book.callFromDialog('agreementForm')) as AgreementForm;
    expect(await form()).toMatchObject({
      blocks: [
        ['B-0002', 'Acme: B-0002, 5 h, 20 Nov 2026'],
        ['B-0001', 'Acme: B-0001, 20 h, 2 Nov 2026'],
      ],
      selected: 'B-0002',
      languages: [
        ['en', 'English'],
        ['de', 'German'],
        ['es', 'Spanish'],
        ['fr', 'French'],
        ['nl', 'Dutch'],
        ['it', 'Italian'],
        ['pt', 'Portuguese'],
      ],
      today: '2026-11-23',
    });
    await book.edit('Blocks!O2', 'here');
    expect((await form()).selected).toBe('B-0001');
    await book.edit('Clients!S2', 'here');
    expect((await form()).selected).toBe('B-0002');
    await book.edit('Settings!F1', 'nowhere');
    expect((await form()).selected).toBe('');
  });

  it('says what was sold on which terms, and neither notes of the house nor anything that is not typed', async () => {
    const book = await firm();
    const { html, standing, isMade, to, versions } = await preview(book);
    for (const text of [
      'Harbor IT',
      'Acme',
      'Contact: Pat',
      '20\u00a0h at the normal rate of $100.00 an hour',
      '−$200.00',
      '$1,800.00',
      '19%',
      '$2,142.00',
      '31 Oct 2027',
      'up to full 15\u00a0min, for each piece of work',
      'taken from the next block',
      'Emergency',
      'not charged',
      'Single point of contact',
      'Software licensing',
      'Confidentiality',
      'Signature',
    ])
      expect(html).toContain(text);
    expect(html).not.toMatch(/slow payer|house note|\{\{/);
    expect({ standing, isMade, to, versions }).toEqual({
      standing: [],
      isMade: false,
      to: 'pat@acme.example',
      versions: [],
    });
    expect(rowsOf(book, 'Agreements')).toEqual([]);
  });

  it('is written in the language of the client, or in the one that is chosen', async () => {
    const book = await firm();
    await type(book, 'Clients', 2, 'Language', 'German');
    expect((await preview(book)).html).toContain('Vereinbarung über ein Stundenguthaben');
    expect((await preview(book)).html).toContain('<html lang="de">');
    expect((await preview(book, { language: 'fr' })).html).toContain('Convention d’heures prépayées');
    expect((await preview(book, { language: 'es' })).html).toContain('Acuerdo sobre horas prepagadas');
  });

  it('is kept when it is saved, once, and reprints as it was made', async () => {
    const book = await firm();
    const first = await give(book, 'saveAgreement');
    expect(first).toMatchObject({
      said: 'The agreement is kept in Agreements.',
      file: { name: 'Agreement on prepaid hours B-0001 Acme.html', type: 'text/html' },
    });
    expect(rowsOf(book, 'Agreements')).toMatchObject([
      {
        Client: 'Acme',
        Block: 'B-0001',
        Language: 'English',
        Made: expect.stringMatching(/^2026-11-23T07:0/),
        Sent: '',
        Signed: '',
        Terms: expect.stringMatching(/^[0-9a-f]{16}$/),
        Digest: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
    await book.advanceTo('2026-11-30T07:00');
    await book.open();
    expect(await give(book, 'saveAgreement')).toEqual(first);
    expect((await give(book, 'printAgreement')).html).toBe(htmlOf(first));
    expect((await preview(book)).standing).toEqual(['Made on 23 Nov 2026.']);
    expect(rowsOf(book, 'Agreements')).toHaveLength(1);
  });

  it('becomes a new version where it says something else, and the old one stays', async () => {
    const book = await firm();
    const first = await give(book, 'saveAgreement');
    const [{ Digest: digest } = {}] = rowsOf(book, 'Agreements');
    await sign(book);
    await type(book, 'Blocks', 2, 'Discount / h', '20');
    const { standing, versions, isMade } = await preview(book);
    expect(isMade).toBe(false);
    expect(standing).toEqual([
      'Another one was signed on 23 Nov 2026.',
      'Changed since: price $1,800.00, now $1,600.00',
      'Changed since: tax $342.00, now $304.00',
    ]);
    expect(versions).toEqual([[digest, 'made 23 Nov 2026 in English, signed 23 Nov 2026']]);
    await give(book, 'saveAgreement');
    expect(rowsOf(book, 'Agreements')).toHaveLength(2);
    expect(htmlOf(await give(book, 'saveAgreement', { version: digest }))).toBe(htmlOf(first));
    expect(rowsOf(book, 'Agreements')).toHaveLength(2);
  });

  it('gives nothing out, and marks nothing, that the person has not seen', async () => {
    const book = await firm();
    const { seen } = await preview(book);
    await type(book, 'Blocks', 2, 'Hours', '30');
    await expect(book.callFromDialog('saveAgreement', { ...asked, seen })).rejects.toThrow(
      'The workbook has changed since this preview. Look at it again, then go on.',
    );
    await give(book, 'saveAgreement');
    await expect(
      book.callFromDialog('signAgreement', { ...asked, seen, signed: '2026-11-23' }),
    ).rejects.toThrow('The workbook has changed since this preview.');
    expect(rowsOf(book, 'Agreements')).toMatchObject([{ Signed: '' }]);
  });

  it('is mailed with the file attached, in the client’s language, once an attempt', async () => {
    const book = await firm();
    await type(book, 'Clients', 2, 'Language', 'de');
    const { seen, to } = await preview(book);
    const request = { ...asked, seen, address: to };
    const answer = await book.callFromDialog('mailAgreement', request, 'attempt 1');
    expect(answer).toEqual({ said: 'The agreement was mailed to pat@acme.example on 23 Nov 2026.' });
    expect(await book.callFromDialog('mailAgreement', request, 'attempt 1')).toEqual(answer);
    expect(book.outbox).toHaveLength(1);
    expect(book.outbox[0]).toMatchObject({
      to: ['pat@acme.example'],
      subject: 'Vereinbarung über ein Stundenguthaben mit Harbor IT, Block B-0001',
      attachments: [{ name: 'Vereinbarung über ein Stundenguthaben B-0001 Acme.html' }],
    });
    for (const text of [book.outbox[0]?.text, book.outbox[0]?.html]) {
      expect(text).toContain('Guten Tag Pat,');
      expect(text).toContain('ein Guthaben von 20\u00a0h');
    }
    expect(rowsOf(book, 'Agreements')).toMatchObject([
      { Sent: expect.stringMatching(/^2026-11-23T07:0/), 'Sent to': 'pat@acme.example' },
    ]);
    expect((await preview(book)).standing).toEqual([
      'Made on 23 Nov 2026, mailed to pat@acme.example on 23 Nov 2026.',
    ]);
  });

  it('may be sent again in the same attempt where the mail was refused', async () => {
    const book = await firm();
    const { seen, to } = await preview(book);
    const request = { ...asked, seen, address: to };
    book.faults.throwAt(1, { method: 'sendEmail' }, 'Invalid email: pat');
    await expect(book.callFromDialog('mailAgreement', request, 'attempt 1')).rejects.toThrow(
      'The mail was refused: Invalid email: pat.',
    );
    book.faults.clear();
    expect(rowsOf(book, 'Agreements')).toMatchObject([{ Sent: '' }]);
    await book.callFromDialog('mailAgreement', request, 'attempt 1');
    expect(book.outbox).toHaveLength(1);
  });

  it('is neither made nor mailed where the address is bad, is another one by now, or no mail is left', async () => {
    const book = await firm(0);
    await expect(give(book, 'mailAgreement')).rejects.toThrow("Google's mails for today are used up.");
    await expect(give(book, 'mailAgreement', { address: 'x@y.example' })).rejects.toThrow(
      'The address is pat@acme.example now.',
    );
    await type(book, 'Clients', 2, 'Email', 'nobody');
    expect((await preview(book)).problem).toContain('"nobody" in Clients row 2 is no mail address.');
    await expect(give(book, 'mailAgreement')).rejects.toThrow('is no mail address');
    expect(rowsOf(book, 'Agreements')).toEqual([]);
    expect(book.outbox).toEqual([]);
  });

  it('is marked as signed in its row and in Clients, where a later date stays', async () => {
    const book = await firm();
    await expect(sign(book)).rejects.toThrow('only what was made can be signed');
    await give(book, 'saveAgreement');
    expect(await sign(book)).toBe('The agreement of B-0001 is marked as signed on 23 Nov 2026.');
    expect(rowsOf(book, 'Agreements')).toMatchObject([{ Signed: '2026-11-23' }]);
    const signedInClients = () => rowsOf(book, 'Clients')[0]?.['Agreement signed'];
    expect(signedInClients()).toBe('2026-11-23');
    await type(book, 'Clients', 2, 'Agreement signed', '2026-12-24');
    await sign(book);
    expect(signedInClients()).toBe('2026-12-24');
    await type(book, 'Clients', 2, 'Agreement signed', 'on paper');
    await sign(book);
    expect(signedInClients()).toBe('on paper');
  });

  it.each([
    ['', 'Signed on is blank. Choose the day.'],
    ['soon', 'Signed on "soon" cannot be read.'],
    ['2026-11-24', 'Signed on is 24 Nov 2026, later than today.'],
    ['2026-11-22', 'This agreement was made on 23 Nov 2026. Choose that day or a later one.'],
  ])('is not marked as signed on %j', async (signed, refusal) => {
    const book = await firm();
    await give(book, 'saveAgreement');
    await expect(sign(book, signed)).rejects.toThrow(refusal);
    expect(rowsOf(book, 'Agreements')).toMatchObject([{ Signed: '' }]);
  });

  it('says in words what it cannot make sense of', async () => {
    const book = await firm();
    await expect(preview(book, { block: '' })).rejects.toThrow('Choose the block.');
    await expect(preview(book, { block: 'B-0099' })).rejects.toThrow('Block B-0099 is not in Blocks.');
    await expect(preview(book, { version: 'x' })).rejects.toThrow('not in Agreements any more');
    await addRow(book, 'Blocks', {
      Date: '2026-11-02',
      Client: 'Acme',
      Hours: '1',
      Kind: 'Goodwill',
      Note: 'x',
    });
    await expect(preview(book, { block: 'B-0002' })).rejects.toThrow('B-0002 is a Goodwill, and only hours');
    await type(book, 'Work types', 2, 'Multiplier', 'lots');
    await expect(preview(book)).rejects.toThrow('Work types row 2: Multiplier "lots" cannot be read.');
    await type(book, 'Work types', 2, 'Multiplier', '1');
    await type(book, 'Clients', 2, 'Overage', 'maybe');
    await expect(preview(book)).rejects.toThrow('Clients row 2: Overage "maybe" cannot be read.');
  });

  it('leaves a missing firm name to be written by hand, and says so', async () => {
    const book = await firm();
    await book.edit('Settings!B3', '');
    const { html, standing } = await preview(book);
    expect(html).toContain('………');
    expect(standing).toEqual(['Settings has no Firm name, so yours is left to be written by hand.']);
  });

  it('never lets a name or a clause become HTML, a formula, a header or part of a file name', async () => {
    const book = await firm();
    const name = '=1+1 <img src=x onerror="alert(1)">/../& {{price}}';
    await addRow(book, 'Clients', {
      Client: `'${name}`,
      Contact: "'=2+2\nBcc: x@y.example",
      Email: 'x@y.example',
    });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: `'${name}`, Hours: '10' });
    await addRow(book, 'Clauses', {
      Clause: "'=HYPERLINK(1)",
      Language: 'en',
      Heading: '</h2><script>alert(2)</script>',
      Text: "'=IMPORT(1) <iframe> {{client}} & {{contact}}",
    });
    const of = { block: 'B-0002' };
    const saved = await give(book, 'saveAgreement', of);
    expect(htmlOf(saved)).not.toMatch(/<img|<script|<iframe/);
    expect(htmlOf(saved)).toContain('&lt;img src=x');
    // What a placeholder becomes is no template again.
    expect(htmlOf(saved)).toContain('&amp; {{price}}');
    expect(saved.file?.name).not.toMatch(/[/<>"]/);
    await give(book, 'mailAgreement', of);
    expect(book.outbox[0]?.html).not.toMatch(/<img|<script/);
    expect(book.outbox[0]?.cc).toEqual([]);
    const tab = book.engine.tabs().find(each => each.name === 'Agreements');
    const cells = tab?.formulas({ row: 2, column: 1, rows: 3, columns: 14 });
    expect(cells?.flat().join('')).toBe('');
    expect(rowsOf(book, 'Agreements')[0]?.Client).toBe(name);
  });
});

describe('the clauses', () => {
  it('are the office manager’s, and setting up again keeps them', async () => {
    const book = await firm();
    await type(book, 'Clauses', 2, 'Text', 'Only {{contact}} asks.\nNobody else.');
    await type(book, 'Clauses', 3, 'Order', '0');
    await addRow(book, 'Clauses', { Clause: 'Travel', Language: 'en', Order: '1', Text: 'Free in town.' });
    await book.call('setUpWorkbook');
    const { html } = await preview(book);
    expect(html).toMatch(/<p [^>]*>Only Pat asks\.<\/p>(<\/div>)?<p [^>]*>Nobody else\.<\/p>/);
    expect(html).toContain('6. Travel');
    expect(html).toContain('7. Confidentiality');
    expect(html).not.toContain('Software licensing');
    expect((await preview(book, { language: 'de' })).standing).toEqual([
      'The clause "Travel" has no text that can be used in this language, so it is left out. Add a row to Clauses.',
    ]);
  });

  it('with a slip are an issue of their row, and the usual text stands', async () => {
    const book = await firm();
    await type(book, 'Clauses', 2, 'Text', 'Ask {{contct}}.');
    await addRow(book, 'Clauses', { Clause: 'Travel', Language: 'en', Text: '{{#contact}} never closed' });
    const found = [
      'Clauses 2: Text holds {{contct}}, which is no placeholder. Did you mean {{contact}}? Until then the usual one stands in agreements.',
      'Clauses 23: Text opens {{#contact}} and does not close it. Type {{/contact}} where it ends. Until then agreements go without it.',
    ];
    expect(await issuesIn(book)).toEqual(found);
    const { html, standing } = await preview(book);
    expect(html).toContain('contact for all work under this agreement is: Pat.');
    expect(html).not.toMatch(/\{\{|Travel/);
    expect(standing.map(line => line.slice(0, 30))).toEqual([
      'The clause "Travel" has no tex',
      'Clauses row 2: Text holds {{co',
      'Clauses row 23: Text opens {{#',
    ]);
  });

  it('of a workbook without the tab are the usual ones, and the agreement is kept in a new tab', async () => {
    const book = await firm();
    book.engine.deleteTab('Clauses');
    book.engine.deleteTab('Agreements');
    await give(book, 'saveAgreement');
    expect((await preview(book)).html).toContain('Confidentiality');
    expect(rowsOf(book, 'Agreements')).toHaveLength(1);
    expect(agreementIn(book)).toBe('not signed');
    expect(await issuesIn(book)).toContainEqual(
      expect.stringContaining('Blocks 2: B-0001 was sold to "Acme"'),
    );
  });

  it('that are written anew are told once, and are no change of the terms', async () => {
    const book = await firm();
    await give(book, 'saveAgreement');
    await sign(book);
    await type(book, 'Clauses', 4, 'Text', 'Say nothing.');
    expect(agreementIn(book)).toBe('signed');
    expect(await issuesIn(book)).toEqual([
      'Agreements 2: The clause "confidentiality" has changed since this agreement was signed. What was signed stands; make the agreement anew if the new text is to hold.',
    ]);
  });
});

describe('Balances and the check', () => {
  it('ask for no agreement before the firm has made one', async () => {
    const book = await firm();
    expect(agreementIn(book)).toBe('');
    expect(await issuesIn(book)).toEqual([]);
  });

  it('follow an agreement from made to signed to changed, and back', async () => {
    const book = await firm();
    await give(book, 'saveAgreement');
    expect(agreementIn(book)).toBe('not signed');
    expect(await issuesIn(book)).toEqual([
      'Blocks 2: B-0001 was sold to "Acme" without a signed agreement. Make it with Agreement…, and mark it there when it is signed.',
    ]);
    await sign(book);
    expect(agreementIn(book)).toBe('signed');
    expect(await issuesIn(book)).toEqual([]);

    await type(book, 'Blocks', 2, 'Normal rate', '120');
    expect(agreementIn(book)).toBe('terms changed');
    expect(await issuesIn(book)).toEqual([
      'Blocks 2: B-0001 has other terms than "Acme" signed on 23 Nov 2026: normal rate 100, now 120; price $1,800.00, now $2,200.00; tax $342.00, now $418.00. Put them back, or make the agreement anew with Agreement….',
    ]);
    await give(book, 'saveAgreement');
    expect(agreementIn(book)).toBe('terms changed');
    await sign(book);
    expect(agreementIn(book)).toBe('signed');
    await type(book, 'Agreements', 3, 'Signed', '');
    expect(agreementIn(book)).toBe('terms changed');
    await type(book, 'Blocks', 2, 'Normal rate', '100');
    expect(agreementIn(book)).toBe('signed');
  });

  it.each([
    ['Blocks', 2, 'Tax', '100', 'tax $342.00, now $100.00'],
    ['Clients', 2, 'Overage', 'invoice', 'overage next block, now invoice'],
    ['Work types', 5, 'Multiplier', '3', 'Emergency ×2, now ×3'],
    ['Blocks', 2, 'Expires', '', 'usable until 31 Oct 2027, now no end'],
    ['Settings', unpaidBlocks, 'Value', 'wait', 'usable from 2 Nov 2026, now 2 Nov 2026, once it is paid'],
  ])('a change of %s row %d, %s, is one of the terms', async (tab, row, header, typed, told) => {
    const book = await firm();
    await give(book, 'saveAgreement');
    await sign(book);
    expect(agreementIn(book)).toBe('signed');
    await type(book, tab, row, header, typed);
    expect(agreementIn(book)).toBe('terms changed');
    expect((await issuesIn(book)).join()).toContain(`signed on 23 Nov 2026: ${told}. Put them back`);
  });

  it('take a row that somebody typed for a paper of their own', async () => {
    const book = await firm();
    await addRow(book, 'Agreements', { Client: 'Acme', Block: 'b-0001', Signed: '2026-11-03' });
    expect(agreementIn(book)).toBe('signed');
    expect(await issuesIn(book)).toEqual([]);
    await type(book, 'Agreements', 2, 'Signed', '2026-12-03');
    expect(agreementIn(book)).toBe('not signed');
    await type(book, 'Agreements', 2, 'Block', 'B-0077');
    expect(await issuesIn(book)).toEqual([
      'Agreements 2: Block "B-0077" is not in Blocks, so this agreement is for none. Correct the number, or clear the row.',
    ]);
  });

  it('find content that was changed by hand', async () => {
    const book = await firm();
    await give(book, 'saveAgreement');
    await sign(book);
    const content = String(rowsOf(book, 'Agreements')[0]?.Content);
    await type(book, 'Agreements', 2, 'Content', content.replace('Harbor', 'Other'));
    expect(await issuesIn(book)).toEqual([
      'Agreements 2: This agreement was changed in the tab, so it cannot be shown as it was made. Bring it back with File > Version history.',
    ]);
    expect((await preview(book)).standing).toEqual([
      'Row 2 of Agreements was changed, so it cannot be reprinted as it was made.',
    ]);
  });

  it('tell once of each who asked for work and is not the contact, where one was signed for', async () => {
    const book = await firm();
    const ask = (day: string, name: string) =>
      addRow(book, 'Time', { Date: day, Client: 'Acme', Hours: '1', 'Asked by': name });
    await ask('2026-11-10', 'Sam');
    await ask('2026-11-11', ' PAT ');
    await ask('2026-11-12', 'sam');
    await ask('2026-08-20', 'Old Kay');
    expect(await issuesIn(book)).toEqual([]);
    await type(book, 'Clients', 2, 'Agreement signed', '2026-11-02');
    expect(await issuesIn(book)).toEqual([
      'Time 2: "Sam" asked for work 2 times since 26 Aug 2026, but the contact of "Acme" is "Pat". Ask the contact, or add the name to Contact in Clients, with a comma.',
    ]);
    await type(book, 'Clients', 2, 'Contact', 'Pat; Sam');
    expect(await issuesIn(book)).toEqual([]);
    await type(book, 'Clients', 2, 'Contact', '');
    expect(await issuesIn(book)).toEqual([]);
    expect(balanceRow(book, 'Acme')).toMatchObject({ 'Hours left': 16, 'Rows left out': 0 });
  });
});

describe('a workbook of an earlier version', () => {
  it('shows what it did, and gets the column when it is set up', async () => {
    const book = await firm();
    await give(book, 'saveAgreement');
    const tab = book.engine.tabs().find(({ name }) => name === 'Balances');
    const [[formula = ''] = []] = tab?.formulas({ row: 1, column: 1, rows: 1, columns: 1 }) ?? [];
    expect(formula).toContain('"Agreements"');
    const old = formula.replace(/; "Agreements"(; Agreements![A-Z:]+)+/, '');
    expect(old).not.toContain('Agreements');
    tab?.write({ row: 1, column: 1, rows: 1, columns: 1 }, [[{ formula: old }]]);
    await book.engine.settle();
    expect(balanceRow(book, 'Acme')).toMatchObject({ 'Hours left': 20, Agreement: '' });
    await book.call('setUpWorkbook');
    expect(agreementIn(book)).toBe('not signed');
  });

  it('moves its totals out of the way of the wider overview', async () => {
    const book = await firm();
    const tab = book.engine.tabs().find(({ name }) => name === 'Balances');
    tab?.write({ row: 2, column: 15, rows: 1, columns: 2 }, [
      [{ formula: '=BLOCKTOTALS(Ledger)' }, { value: '' }],
    ]);
    await book.engine.settle();
    await book.call('setUpWorkbook');
    const headers = book.print('Balances')[1] ?? [];
    expect(headers.slice(12, 15)).toEqual(['Expired value', 'Agreement', 'Left (%)']);
    expect(headers.slice(17, 20)).toEqual(['All clients', 'Total hours left', 'Total value']);
  });
});
