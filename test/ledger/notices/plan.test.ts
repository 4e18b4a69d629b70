import { describe, expect, it } from 'vitest';
import { noticeKey, noticeStates } from '../../../src/ledger/model/notice-row';
import type { Approval } from '../../../src/ledger/notices/begin';
import { isTold, planNotices } from '../../../src/ledger/notices/plan';
import { addressText } from '../../../src/ledger/reading/address';
import { readNotices } from '../../../src/ledger/reading/notice-row';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { toSheetSerial } from '../../../src/ledger/units/calendar-date';
import { type Book, block, dateCell, ledgerOf, type Row, tabCells, work } from '../builders';

interface Past {
  /** Keys told according to memory. */
  readonly told?: readonly string[];
  /** Keys whose mail has left for certain. */
  readonly left?: readonly string[];
  readonly interrupted?: readonly string[];
  readonly approved?: readonly Approval[];
}

/** What a run on the day of `book` decides; every row as `key State: error`. */
function plan(
  book: Book,
  notices: readonly Row[] = [],
  { told = [], left = [], interrupted = [], approved }: Past = {},
) {
  const ledger = ledgerOf({ ...book, notices });
  const { today } = ledger.settings;
  const rows = readNotices(tabCells('Notices', notices));
  const made = planNotices({
    ledger,
    settled: settleLedger(ledger, today),
    rows,
    told: (number, level) => [...told, ...left].includes(noticeKey(number, level)),
    left: (number, level) => left.includes(noticeKey(number, level)),
    interrupted,
    approved,
    now: toSheetSerial(today) + 0.25,
  });
  const show = (each: (typeof rows)[number]) => `${each.key} ${each.state}${each.error && `: ${each.error}`}`;
  return {
    ...made,
    rows: rows.map(show),
    addedRows: made.added.map(show),
    changedRows: made.changed.map(show),
    mailed: made.mails.map(({ settled, due }) => `${settled.client.name}: ${due.map(({ level }) => level)}`),
  };
}

const email = 'ann@acme.example';
const clients: readonly Row[] = [{ Client: 'Acme', Email: email }];
/** Its number is typed: one that Notices knows is never given to another block. */
const sold = (more: Row = {}) => block(20, { Block: 'B-0001', ...more });
const low: Book = { clients, blocks: [sold()], time: [work('2026-12-01', 16)] };
const usedUp: Book = { ...low, time: [work('2026-12-01', 20)] };
const fine: Book = { ...low, time: [work('2026-12-01', 1)] };
/** 20 h of an old block and 20 h of a new one. */
const renewed: Book = { ...low, blocks: [sold(), block(20, { Date: '2026-12-20' })] };
const withTerms = (book: Book, terms: Row): Book => ({
  ...book,
  clients: [{ Client: 'Acme', Email: email, ...terms }],
});
const notice = (State: string, more: Row = {}): Row => ({
  Client: 'Acme',
  Block: 'B-0001',
  Level: 'low',
  To: email,
  State,
  'Queued at': dateCell('2026-12-30', 8),
  ...more,
});
const enough = 'Not due: the client has enough time again.';
const stopped =
  'A run stopped while this mail was going out. Look into the Sent folder: if it is not there, set Queued.';

describe('a notice that becomes due', () => {
  it('gets a row, queued now, and goes out with the same run', () => {
    const { added, changed, mailed, mails } = plan(low);
    const row = { row: 0, key: 'B-0001 low', client: 'Acme', block: 'B-0001', level: 'low', state: 'Queued' };
    expect(added).toEqual([
      { ...row, to: email, queuedAt: 46_387.25, sentAt: undefined, error: '', outcome: '' },
    ]);
    expect([changed, mailed]).toEqual([[], ['Acme: low']]);
    expect(mails[0]?.rows).toEqual(added);
    expect(mails[0]?.recipients.to).toEqual([email]);
  });

  it('is none for who has enough or was told, by memory or by a row', () => {
    expect(plan(fine).addedRows).toEqual([]);
    expect(plan(low, [], { told: ['B-0001 low'] }).addedRows).toEqual([]);
    for (const state of noticeStates) expect(plan(low, [notice(state)]).addedRows).toEqual([]);
  });

  it('is one mail with every level that is due, the worst first', () => {
    const { addedRows, mailed } = plan({ ...low, blocks: [sold({ Expires: '2027-01-10' })] });
    expect(addedRows).toEqual(['B-0001 low Queued', 'B-0001 expiring Queued']);
    expect(mailed).toEqual(['Acme: low,expiring']);
  });

  it('stands below worse ones of other clients, then in the order of Clients', () => {
    const names = ['Bob', 'Zoe', 'Amy'];
    const book = {
      clients: names.map(Client => ({ Client, Email: email })),
      blocks: names.map(Client => block(20, { Client })),
      time: names.map(Client => work('2026-12-01', Client === 'Zoe' ? 20 : 16, { Client })),
    };
    const { mailed, added } = plan(book);
    expect(mailed).toEqual(['Zoe: used up', 'Bob: low', 'Amy: low']);
    expect(added.map(({ client }) => client)).toEqual(['Zoe', 'Bob', 'Amy']);
  });

  it('waits for a person with the reason where the client is on Review', () => {
    const { added, mails } = plan(withTerms(low, { Notices: 'Review' }));
    const error = 'Notices is Review for this client.';
    expect(added).toMatchObject([{ state: 'Review', queuedAt: undefined, to: email, error }]);
    expect(mails).toEqual([]);
  });

  it('is none for a client whose notices are off or that is not active', () => {
    expect(plan(withTerms(low, { Notices: 'Off' })).addedRows).toEqual([]);
    expect(plan(withTerms(low, { Active: false })).addedRows).toEqual([]);
  });

  it('goes out although its address is bad, so that the run can say so', () => {
    const [mail] = plan(withTerms(low, { Email: 'ann' })).mails;
    expect(mail?.recipients.problem).toContain('no mail address');
  });
});

describe('a notice that is queued', () => {
  it('goes out with the figures of now', () => {
    expect(plan(low, [notice('Queued')])).toMatchObject({ changed: [], added: [], mailed: ['Acme: low'] });
  });

  it('is skipped where it is no longer due, with the reason', () => {
    expect(plan(fine, [notice('Queued')])).toMatchObject({
      changedRows: [`B-0001 low Skipped: ${enough}`],
      mails: [],
    });
    expect(plan(withTerms(low, { Notices: 'Off' }), [notice('Queued')]).rows).toEqual([
      'B-0001 low Skipped: Not due: Notices is Off for this client.',
    ]);
    expect(plan({ ...low, blocks: [block(20, { Block: 'B-0002' })] }, [notice('Queued')]).rows).toEqual([
      'B-0001 low Skipped: Not due: block B-0001 is not in Blocks any more.',
    ]);
  });

  it('gives way to a worse level', () => {
    expect(plan(usedUp, [notice('Queued')])).toMatchObject({
      rows: ['B-0001 low Skipped: Not due: it stands as used up now (0 h left of 20 h).'],
      addedRows: ['B-0001 used up Queued'],
      mailed: ['Acme: used up'],
    });
  });

  it('is skipped too where a person set Queued and the client has renewed', () => {
    expect(plan(renewed, [notice('Queued', { 'Queued at': '' })]).rows).toEqual([
      `B-0001 low Skipped: ${enough}`,
    ]);
  });

  it('counts expired and used up as one', () => {
    const ended = { ...low, blocks: [sold({ Expires: '2026-12-20' })] };
    expect(plan(ended, [notice('Queued', { Level: 'used up' })])).toMatchObject({
      added: [],
      mailed: ['Acme: expired'],
    });
    expect(plan(usedUp, [notice('Queued', { Level: 'expired' })]).mailed).toEqual(['Acme: used up']);
  });

  it('turns to Review where the client has come to need a look', () => {
    expect(plan(withTerms(low, { Notices: 'Review' }), [notice('Queued')])).toMatchObject({
      changed: [{ state: 'Review', queuedAt: undefined }],
      rows: ['B-0001 low Review: Notices is Review for this client.'],
      mails: [],
    });
  });

  it('goes out in spite of Review where it has no Queued at: a person has set it', () => {
    const approved = notice('Queued', { 'Queued at': '' });
    expect(plan(withTerms(low, { Notices: 'Review' }), [approved])).toMatchObject({
      changed: [],
      mailed: ['Acme: low'],
    });
  });

  it('belongs to the client of its block, however the client is called in the row', () => {
    const row = notice('Queued', { Client: 'Old name', Block: 'b-0001' });
    expect(plan(low, [row]).mails[0]?.settled.client.name).toBe('Acme');
  });
});

describe('memory and the sheet', () => {
  const approved = notice('Queued', { 'Queued at': '' });
  const wrongly = notice('Sent', { To: 'other@beta.example', 'Sent at': dateCell('2026-12-31', 8) });

  it('do not agree: what a run queued and memory knows as told is not sent again', () => {
    const known = plan(low, [notice('Queued')], { told: ['B-0001 low'] });
    expect(known.mails).toEqual([]);
    expect(known.rows[0]).toMatch(/^B-0001 low Skipped: Not due: it was told already\./);
    expect(
      plan(low, [notice('Skipped', { Error: 'Not due: told' })], { told: ['B-0001 low'] }).mails,
    ).toEqual([]);
  });

  it('a mail that has left is not sent again, not even with an OK of a version from history', () => {
    for (const row of [approved, notice('Queued')])
      expect(plan(low, [row], { left: ['B-0001 low'] })).toMatchObject({
        rows: ['B-0001 low Skipped: Not due: it was sent already.'],
        mails: [],
      });
  });

  it('one that may have left goes out once a person has said so', () => {
    expect(plan(low, [approved], { told: ['B-0001 low'] }).mailed).toEqual(['Acme: low']);
  });

  it('a Sent that memory does not know is not believed with the address of somebody else', () => {
    const { rows, mailed, changed } = plan(low, [wrongly]);
    expect([rows, mailed]).toEqual([['B-0001 low Queued'], ['Acme: low']]);
    expect(changed).toMatchObject([{ to: email, sentAt: undefined }]);
    expect(plan(withTerms(low, { Notices: 'Review' }), [wrongly])).toMatchObject({
      changed: [{ state: 'Review' }],
      mails: [],
    });
  });

  it('a Sent stays where memory knows it, the address fits, or nothing is due', () => {
    expect(plan(low, [wrongly], { told: ['B-0001 low'] })).toMatchObject({ changed: [], mails: [] });
    expect(plan(low, [notice('Sent')])).toMatchObject({ changed: [], mails: [] });
    expect(plan(fine, [wrongly])).toMatchObject({ changed: [], mails: [] });
  });
});

describe('one mail a client a day', () => {
  const sentAt = (date: string) => notice('Sent', { 'Sent at': dateCell(date, 8) });

  it('keeps what becomes due after it for tomorrow', () => {
    const { addedRows, mails } = plan(usedUp, [sentAt('2026-12-31')]);
    expect([addedRows, mails]).toEqual([['B-0001 used up Queued'], []]);
    expect(plan(usedUp, [sentAt('2026-12-30')]).mailed).toEqual(['Acme: used up']);
  });

  it('takes all rows of the client that are queued', () => {
    const book = { ...low, blocks: [sold({ Expires: '2027-01-10' })] };
    const { mails, mailed } = plan(book, [notice('Queued'), notice('Queued', { Level: 'expiring' })]);
    expect(mails[0]?.rows.map(({ key }) => key)).toEqual(['B-0001 low', 'B-0001 expiring']);
    expect(mailed).toEqual(['Acme: low,expiring']);
  });

  it('names only the levels whose rows are queued', () => {
    const book = { ...low, blocks: [sold({ Expires: '2027-01-10' })] };
    expect(plan(book, [notice('Held'), notice('Queued', { Level: 'expiring' })]).mailed).toEqual([
      'Acme: expiring',
    ]);
  });
});

describe('a notice in another state', () => {
  it.each(['Held', 'Sent', 'Check', 'Skipped'])('%s stays, due or not', state => {
    for (const book of [low, fine])
      expect(plan(book, [notice(state)])).toMatchObject({ changed: [], mails: [] });
  });

  it('in Review stays while it is due, and is skipped when it is not', () => {
    expect(plan(low, [notice('Review')])).toMatchObject({ changed: [], mails: [] });
    expect(plan(fine, [notice('Review')]).rows).toEqual([`B-0001 low Skipped: ${enough}`]);
  });
});

describe('a notice that failed', () => {
  const failed = notice('Failed', { Error: 'refused' });

  it('stays failed while its address is the same', () => {
    expect(plan(low, [failed])).toMatchObject({
      rows: ['B-0001 low Failed: refused'],
      changed: [],
      mails: [],
    });
  });

  it('is tried again where an earlier version gave up what no address was to blame for', () => {
    const gaveUp = notice('Failed', { Error: 'The mail was refused: Service invoked too many times' });
    expect(plan(low, [gaveUp]).mailed).toEqual(['Acme: low']);
    const invalid = notice('Failed', { Error: `The mail was refused: Invalid email: ${email}` });
    expect(plan(low, [invalid]).mailed).toEqual([]);
  });

  it('is tried again when its address has changed', () => {
    const moved = withTerms(low, { Email: 'new@acme.example', 'Copy to': 'boss@acme.example' });
    expect(plan(moved, [failed])).toMatchObject({
      changed: [{ state: 'Queued', to: 'new@acme.example, boss@acme.example', error: '' }],
      mailed: ['Acme: low'],
    });
  });

  it('is skipped, not tried again, where it is no longer due', () => {
    const moved = withTerms(fine, { Email: 'new@acme.example' });
    expect(plan(moved, [failed])).toMatchObject({ rows: [`B-0001 low Skipped: ${enough}`], mails: [] });
  });

  it('waits for a person where the client has come to need a look', () => {
    const moved = withTerms(low, { Email: 'new@acme.example', Notices: 'Review' });
    expect(plan(moved, [failed])).toMatchObject({ changed: [{ state: 'Review' }], mails: [] });
  });

  it('stays failed where its block is gone', () => {
    expect(plan({ clients }, [failed]).changed).toEqual([]);
  });
});

describe('a notice that was skipped', () => {
  it('by a run comes back in its row when it is due again', () => {
    expect(plan(low, [notice('Skipped', { Error: enough })])).toMatchObject({
      changed: [{ row: 2, state: 'Queued', queuedAt: 46_387.25, error: '' }],
      added: [],
      mailed: ['Acme: low'],
    });
  });

  it('by a run comes back as Review where a person is to look', () => {
    const skipped = notice('Skipped', { Error: enough });
    expect(plan(withTerms(low, { Notices: 'Review' }), [skipped])).toMatchObject({
      changed: [{ row: 2, state: 'Review', queuedAt: undefined }],
      mails: [],
    });
  });

  it('by a person never comes back', () => {
    for (const reason of ['', 'Told by phone']) {
      expect(plan(low, [notice('Skipped', { Error: reason })])).toMatchObject({
        changed: [],
        added: [],
        mails: [],
      });
    }
  });
});

describe('thanks', () => {
  const settings = { 'Thank-you mail': 'yes' };
  const bought: Book = {
    ...low,
    blocks: [sold({ Date: '2026-12-28' })],
    time: [work('2026-12-28', 16)],
    settings,
  };
  it('wait for a mail of their own where there is a warning to send', () => {
    const { addedRows, mailed } = plan(bought);
    expect(addedRows).toEqual(['B-0001 low Queued', 'B-0001 thank you Queued']);
    expect(mailed).toEqual(['Acme: low']);
  });

  it('go out the day after', () => {
    const sent = notice('Sent', { 'Sent at': dateCell('2026-12-30', 8) });
    expect(plan(bought, [sent, notice('Queued', { Level: 'thank you' })]).mailed).toEqual([
      'Acme: thank you',
    ]);
  });
});

describe('a reminder', () => {
  const sent = notice('Sent', { 'Sent at': dateCell('2026-12-20', 8) });
  const reminder = (State: string) => notice(State, { Level: 'low reminder 1' });

  it('gets a row of its own, which names the day of the first mail', () => {
    const { addedRows, mailed, mails } = plan(low, [sent], { told: ['B-0001 low'] });
    expect([addedRows, mailed]).toEqual([['B-0001 low reminder 1 Queued'], ['Acme: low reminder 1']]);
    expect(mails[0]?.due[0]).toMatchObject({ why: '4 h left; no answer since 20 Dec 2026' });
  });

  it('that waits is skipped once the client has renewed', () => {
    expect(plan(renewed, [sent, reminder('Queued')]).rows[1]).toBe(
      `B-0001 low reminder 1 Skipped: ${enough}`,
    );
  });

  it('is decided by a person where the client is on Review', () => {
    const { addedRows } = plan(withTerms(low, { Notices: 'Review' }), [sent]);
    expect(addedRows).toEqual(['B-0001 low reminder 1 Review: Notices is Review for this client.']);
  });
});

describe('what came of a mail', () => {
  const sent = notice('Sent', { 'Sent at': dateCell('2026-12-18', 8) });
  it('is noted where it is news, and a person’s words stay', () => {
    expect(plan(renewed, [sent]).answered).toMatchObject([{ outcome: 'Renewed after 2 days' }]);
    expect(plan(renewed, [{ ...sent, Outcome: 'Renewed after 2 days' }]).answered).toEqual([]);
    expect(plan(renewed, [{ ...sent, Outcome: 'by phone' }]).answered).toEqual([]);
    expect(plan(low, [sent]).answered).toEqual([]);
  });
});

describe('an OK', () => {
  const two: Book = {
    clients: [...clients, { Client: 'Bob', Email: email }],
    blocks: [sold(), sold({ Block: 'B-0002', Client: 'Bob' })],
    time: [work('2026-12-01', 16), work('2026-12-01', 16, { Client: 'Bob' })],
  };
  const okay = (book: Book, notices: readonly Row[], seen: string, interrupted: readonly string[] = []) =>
    plan(book, notices, { interrupted, approved: [{ key: 'B-0001 low', seen }] });

  it('lets that client’s notice go out and no other begin', () => {
    const { addedRows, mailed } = okay(two, [], 'Queued');
    expect([addedRows, mailed]).toEqual([['B-0001 low Queued'], ['Acme: low']]);
    const waiting = notice('Queued', { Block: 'B-0002', Client: 'Bob' });
    expect(okay(two, [waiting], 'Queued').mailed).toEqual(['Acme: low']);
  });

  it('is no second mail, and none of what a run has just left open', () => {
    const gone = notice('Sent', { 'Sent at': dateCell('2026-12-01', 8) });
    expect(okay(low, [gone], 'Queued').mailed).toEqual([]);
    expect(okay(low, [notice('Sending')], 'Check').mailed).toEqual([]);
    expect(okay(low, [notice('Check')], 'Queued').mailed).toEqual([]);
    expect(okay(low, [notice('Check')], 'Check').mailed).toEqual(['Acme: low']);
  });

  it.each(['Review', 'Held', 'Failed', 'Skipped'])('sends what is %s', state => {
    const book = withTerms(low, { Notices: 'Review' });
    expect(okay(book, [notice(state)], state).mailed).toEqual(['Acme: low']);
  });

  it('does not send what is not due any more', () => {
    expect(okay(fine, [notice('Held')], 'Held').rows).toEqual([`B-0001 low Skipped: ${enough}`]);
  });
});

describe('a run that stopped', () => {
  it('leaves its row to a person, and nothing is sent twice', () => {
    expect(plan(low, [notice('Sending')], { interrupted: ['B-0001 low'] })).toMatchObject({
      changedRows: [`B-0001 low Check: ${stopped}`],
      added: [],
      mails: [],
    });
    expect(plan(low, [notice('Sending')]).rows).toEqual([`B-0001 low Check: ${stopped}`]);
  });

  it('leaves a row to a person too where its row is gone', () => {
    const { added, addedRows, mails } = plan(low, [], { interrupted: ['B-0001 low'] });
    expect(addedRows).toEqual([`B-0001 low Check: ${stopped}`]);
    expect(added).toMatchObject([{ row: 0, client: 'Acme', block: 'B-0001', level: 'low', to: '' }]);
    expect(mails).toEqual([]);
  });

  it('leaves one for a block that is gone, without a name', () => {
    const { added } = plan(fine, [], { interrupted: ['B-0009 used up'] });
    expect(added).toMatchObject([{ key: 'B-0009 used up', client: '', level: 'used up', state: 'Check' }]);
  });

  it('leaves a row alone that has ended', () => {
    const sent = notice('Sent', { 'Sent at': dateCell('2026-12-30', 8) });
    expect(plan(low, [sent], { interrupted: ['B-0001 low'] })).toMatchObject({ changed: [], added: [] });
  });

  it('still lets a worse level go out', () => {
    expect(plan(usedUp, [notice('Sending')])).toMatchObject({
      rows: [`B-0001 low Check: ${stopped}`],
      mailed: ['Acme: used up'],
    });
  });
});

describe('what was told', () => {
  it.each<[string, Row, boolean]>([
    ['Sent', {}, true],
    ['Check', {}, true],
    ['Skipped', {}, true],
    ['Skipped', { Error: enough }, false],
    ['Review', {}, false],
    ['Held', {}, false],
    ['Queued', {}, false],
    ['Sending', {}, false],
    ['Failed', {}, false],
  ])('a row %s %j: %s', (state, more, told) => {
    expect(readNotices(tabCells('Notices', [notice(state, more)])).map(isTold)).toEqual([told]);
  });

  it('went to the addresses as one text', () => {
    expect(addressText({ to: ['a@x', 'b@x'], cc: ['c@x'], problem: undefined })).toBe('a@x, b@x, c@x');
  });
});
