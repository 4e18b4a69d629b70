/** Every entry point that mails, struck at each of its data calls and then tried again: no mail leaves twice, none is lost. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { dealt } from '../thoroughness';
import { addRow, openFirm, openKept, rowsOf } from './firm';
import { type KeptFirm, keepFirm } from './kept-firm';
import { morningOf, recipients, setting } from './low-firm';
import { mailingEntries } from './mailing-entries';
import { strikeEach } from './strikes';

const office = 'office@firm.example';
const client = 'pat@client.example';
/** Before *Send hour*, so that no trigger has mailed yet. */
const start = '2026-11-23T07:30';

/** A Monday on which a notice, the digest and the weekly mail are due. */
async function firm(): Promise<Workbook> {
  const book = await openFirm({ now: '2026-11-23T07:00' });
  await setting(book, 'Firm name', 'Harbor IT');
  await setting(book, 'Office manager email', office);
  await addRow(book, 'Clients', { Client: 'Acme', Contact: 'Pat', Email: client });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20' });
  await addRow(book, 'Time', { Date: '2026-11-05', Client: 'Acme', Hours: '17', 'What was done': 'Mended' });
  await addRow(book, 'Care plan', { Client: 'Acme', Task: 'Updates', 'Next due': '2026-11-01' });
  await book.call('refresh');
  await book.call('turnOnDailyNotices');
  await book.advanceTo(start);
  return book;
}

/** How one entry point is called, and how a person or the next day takes up what it left. */
interface Mailing {
  /** `attempt` is the same where a page, or the hour, tries again. */
  call(book: Workbook, attempt: string): Promise<unknown>;
  later?(book: Workbook): Promise<unknown>;
  /** Who got no mail though they should have, and nobody was told. */
  lost?(book: Workbook, answers: string): readonly string[];
}

const period = { client: 'Acme', from: '2026-11-01', to: '2026-11-30', version: 'issued' };
const agreed = { block: 'B-0001', language: '', version: '' };
const template = { client: 'Acme', level: 'low', language: '', to: office };
const approved = [{ key: 'B-0001 low', seen: 'Queued' }];

function seenFirst(look: string, mail: string, asked: object): Mailing['call'] {
  return async (book, attempt) => {
    const { seen, to } = (await book.callFromDialog(look, asked)) as { seen: string; to: string };
    return book.callFromDialog(mail, { ...asked, seen, address: to }, attempt);
  };
}

/** Whoever was told that it may have left looks, and sends again what is not there. */
function asked(call: Mailing['call']): Mailing {
  return {
    call,
    later: async book => book.outbox.length > 0 || call(book, 'another'),
    lost: (book, answers) => [
      ...(book.outbox.length === 1 ? [] : [`${book.outbox.length} mails`]),
      ...(answers.includes('mailed to') || answers.includes('may have left') ? [] : [answers]),
    ],
  };
}

const nextDays = async (book: Workbook) => {
  for (const day of ['2026-11-24', '2026-11-25']) await morningOf(book, day);
};
const toOffice = (book: Workbook, words: string) =>
  book.outbox.filter(({ to, text }) => to.includes(office) && text.includes(words));

/** The client has its mail, or a person was told to look. */
function lostNotices(book: Workbook): readonly string[] {
  const isChecked = rowsOf(book, 'Notices').some(({ State }) => State === 'Check');
  if (!isChecked && recipients(book).length === 0) return ['the notice'];
  return isChecked && toOffice(book, 'B-0001 low').length === 0 ? ['the word to the office manager'] : [];
}

function lostOfAnHour(book: Workbook): readonly string[] {
  const hasWeekly = toOffice(book, 'Who needs us').length > 0;
  const hasDigest = toOffice(book, 'Renewal notices on').length > 0;
  return [...lostNotices(book), ...(hasWeekly ? [] : ['weekly']), ...(hasDigest ? [] : ['digest'])];
}

const run = (name: string): Mailing => ({
  call: book => book.call(name),
  later: nextDays,
  lost: lostNotices,
});

const mailings: Readonly<Record<string, Mailing>> = {
  mailStatement: asked(seenFirst('previewStatement', 'mailStatement', period)),
  mailAgreement: asked(seenFirst('previewAgreement', 'mailAgreement', agreed)),
  sendTemplateTest: asked((book, attempt) => book.callFromDialog('sendTemplateTest', template, attempt)),
  decideDueNotice: {
    call: book => book.callFromDialog('decideDueNotice', approved, 'send', ''),
    later: nextDays,
    lost: lostNotices,
  },
  sendDueNotices: run('sendDueNotices'),
  runDaily: run('runDaily'),
  runHourly: { call: book => morningOf(book, '2026-11-23'), later: nextDays, lost: lostOfAnHour },
  // These only look.
  listDueNotices: { call: book => book.callFromDialog('listDueNotices') },
  previewDueNotice: { call: book => book.callFromDialog('previewDueNotice', approved) },
  turnOnDailyNotices: { call: book => book.call('turnOnDailyNotices') },
};

/** `late`: Google takes the mail, and says that it has failed. */
const faults = ['kill', 'throw', 'late'] as const;
type Strike = (typeof faults)[number];

/** Fewer calls would mean that the mail never left, or that nothing was struck on its way. */
const leastOfAPage = 9;
const leastOfARun = 22;

function strike(book: Workbook, fault: Strike, call: number): () => boolean {
  if (fault === 'kill') book.faults.killAt(call, { kind: 'data' });
  if (fault === 'throw') book.faults.throwAt(call, { kind: 'data' });
  if (fault !== 'late') return () => book.faults.struck;
  const { outbox } = book.world;
  let seen = 0;
  outbox.push = (...mails) => {
    Array.prototype.push.apply(outbox, mails);
    seen += 1;
    if (seen === call) throw new Error('Service error: Gmail');
    return outbox.length;
  };
  return () => seen >= call;
}

function clear(book: Workbook): void {
  book.faults.clear();
  Reflect.deleteProperty(book.world.outbox, 'push');
}

async function rewind(book: Workbook, properties: ReadonlyMap<string, string>): Promise<void> {
  const { world } = book;
  await book.advanceTo(start);
  for (const tab of book.engine.tabs())
    if (
      ['Notices', 'Notice texts', 'Told notices', 'Statements', 'Agreements'].includes(tab.name) &&
      tab.lastRow() > 1
    )
      tab.deleteRows(2, tab.lastRow() - 1);
  world.properties.clear();
  for (const [key, value] of properties) world.properties.set(key, value);
  world.caches.clear();
  world.outbox.length = 0;
  world.mailQuota.used.clear();
  await book.engine.settle();
}

/** A digest that repeats another says so; of anything else one is enough. */
function doubled(book: Workbook): readonly string[] {
  const honest = book.outbox.filter(({ text }) => !text.includes('may not have reached you'));
  const kinds = honest.map(({ to, subject }) => `${to}: ${/need/.test(subject) ? 'weekly' : subject}`);
  const clients = recipients(book);
  return [...kinds, ...clients].filter((each, index, all) => all.indexOf(each) !== index);
}

const said = (tried: Promise<unknown>) =>
  tried.then(answer => JSON.stringify(answer ?? '')).catch((error: Error) => error.message);

async function sweep(
  book: Workbook,
  properties: ReadonlyMap<string, string>,
  { name, fault }: { readonly name: string; readonly fault: Strike },
): Promise<void> {
  const { call, later, lost } = mailings[name] as Mailing;
  // Whatever a kill or a throw leaves in the sheet is swept in workflows-sweep.test.ts.
  const leastCalls = later === nextDays ? leastOfARun : leastOfAPage;
  await strikeEach(fault === 'late' ? 1 : leastCalls, async at => {
    await rewind(book, properties);
    const hasStruck = strike(book, fault, at);
    const first = await said(call(book, 'once'));
    clear(book);
    await book.engine.settle();
    expect([at, first, doubled(book), book.world.locked]).toEqual([at, first, [], false]);
    const second = await said(call(book, 'once'));
    expect([at, first, second, doubled(book)]).toEqual([at, first, second, []]);
    await later?.(book);
    expect([at, first, second, doubled(book)]).toEqual([at, first, second, []]);
    expect([at, first, second, lost?.(book, second)]).toEqual([at, first, second, lost && []]);
    return hasStruck();
  });
}

it('knows every entry point that can mail', () => {
  expect(Object.keys(mailings).sort()).toEqual(mailingEntries());
});

const struck = Object.keys(mailings)
  .filter(name => mailings[name]?.lost)
  .flatMap(name => faults.map(fault => ({ name, fault })));

describe('the Monday', () => {
  let kept: KeptFirm;
  beforeAll(async () => {
    kept = keepFirm(await firm());
  }, 120_000);

  it.each(dealt(struck))(
    '$name mails nobody twice and loses nothing, $fault',
    async each => {
      const book = await openKept(kept);
      await sweep(book, new Map(book.world.properties), each);
    },
    600_000,
  );
});

it.each(Object.keys(mailings).filter(name => !mailings[name]?.lost))('%s mails nobody', async name => {
  const book = await firm();
  await said(mailings[name]?.call(book, '') ?? Promise.reject());
  expect(book.outbox).toEqual([]);
});
