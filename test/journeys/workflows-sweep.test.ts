/** Every workflow that writes, struck by faults and by people: a new one costs a line here, and cannot be missed. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Issue } from '../../src/ledger/model/issue';
import type { Workbook } from '../../workbench/runtime';
import { dealt } from '../thoroughness';
import { addRow, rowsOf } from './firm';
import { morningOf, put, setting } from './low-firm';
import { type Ask, strikeWorkflow, type Workflow } from './sweep';
import { dealings } from './swept-firm';

const date = '2026-11-23';
const sale = { client: 'Acme', hours: '20', normalRate: '100', discount: '10', discountIn: 'an hour', date };
const work = { client: 'Cox', hours: '1:30', what: 'Mended it', workType: 'Remote', who: 'Kim', date };
const care = { client: 'Acme', task: 'Backup restore test', result: 'Failed', note: 'torn', hours: '1' };
const rule = { rule: 'Round up to (min)', whose: '', value: '15' };
const typedFirm = {
  firmName: 'Gamma',
  officeEmail: 'o@gamma.example',
  normalRate: '90',
  currency: 'USD',
  tax: '',
};
const file = 'Client;Hours;Rate\nGamma;5;90\nDelta;2;80';
const period = { client: 'Acme', from: '2026-09-01', to: '2026-09-30', version: 'issued' };
const agreed = { block: 'B-0001', language: '', version: '' };

/** Called by a page. */
const page =
  (entry: string, ...sent: unknown[]): Ask =>
  (book, attempt) =>
    book.callFromDialog(entry, ...sent, attempt);
/** Called in the menu. */
const menu =
  (entry: string, ...given: unknown[]): Ask =>
  book =>
    book.call(entry, ...given);

/** With what a preview has shown, which the page hands back. */
const shown = (preview: string, entry: string, ...sent: unknown[]): Pick<Workflow, 'entries' | 'asks'> => ({
  entries: [entry],
  asks: async book => {
    const { moved } = (await book.callFromDialog(preview, ...sent)) as { moved: object };
    return page(entry, ...sent, JSON.stringify(moved));
  },
});

const change = (kind: string, typed: object): Workflow => ({
  ...shown('previewChange', 'writeChange', kind, { date, ...typed }),
  tabs: ['Blocks'],
});

/** A paper as the page has previewed it; it looks again before each try. */
const paper = (preview: string, entry: string, asked: object): Pick<Workflow, 'entries' | 'run'> => ({
  entries: [entry],
  run: async (book, attempt) => {
    const { seen, to } = (await book.callFromDialog(preview, asked)) as { seen: string; to: string };
    return book.callFromDialog(entry, { ...asked, seen, address: to, signed: date }, attempt);
  },
});

const closed = (book: Workbook) => book.call('closeMonth', '2026-09');
const archived = async (book: Workbook) => {
  await book.call('closeMonth', '2026-08');
  await closed(book);
  await book.call('archiveClosedMonths', '2026-09');
};
const madeAgreement = (book: Workbook) =>
  paper('previewAgreement', 'saveAgreement', agreed).run?.(book, '') as Promise<unknown>;
const token = '0123456789abcdef0123456789abcdef';
/** Acme has a page of its own. */
const withPages = async (book: Workbook) => {
  await setting(book, 'Client page address', 'https://pages.example/exec');
  await setting(book, 'Firm name', 'North IT');
  const clients = book.engine.tabs().find(({ name }) => name === 'Clients');
  const column = (clients?.lastColumn() ?? 0) + 1;
  clients?.insertColumns(column, 1);
  const acme = rowsOf(book, 'Clients').findIndex(({ Client }) => Client === 'Acme') + 2;
  for (const [row, value] of [
    [1, 'Client page'],
    [acme, token],
  ] as const)
    clients?.write({ row, column, rows: 1, columns: 1 }, [[{ value }]]);
};
/** A Google Form has written into its own tab. */
const withForm = async (book: Workbook) => {
  book.engine.insertTab('Answers');
  await book.edit('Answers!A1', [
    ['Timestamp', 'Client', 'Hours', 'What was done', 'Who'],
    ['2026-11-20 10:00:00', 'Acme', '1.5', 'Mended it', 'Kim'],
    ['2026-11-20 11:00:00', 'Cox', '2', 'Called', 'Jo'],
  ]);
  await setting(book, 'Form responses tab', 'Answers');
};
/** A tab of the firm's own, with a function in each cell of a column. */
const withOwnFormulas = async (book: Workbook) => {
  book.engine.insertTab('Mine');
  const names = ['Acme', 'Beta', 'Cox'];
  const rows = names.map((name, at) => [name, `=BLOCKBALANCE(A${at + 2}; Ledger)`]);
  await book.edit('Mine!A1', [['Client', 'Left'], ...rows]);
};
/** Says yes to what it asks. */
const agreeing =
  (ask: Ask): Ask =>
  (book, attempt) => {
    book.world.confirm = ({ buttons }) => buttons[0] ?? 'OK';
    return ask(book, attempt);
  };
/** Stands on the client's row, and says yes only to a question about that client. */
const archive =
  (client: string): Ask =>
  async book => {
    const row = rowsOf(book, 'Clients').findIndex(each => each.Client === client) + 2;
    book.world.confirm = ({ text, buttons }) => (text.includes(client) ? buttons[0] : buttons[1]) ?? 'OK';
    await book.call('goToRow', 'Clients', row);
    await book.call('archiveClient');
  };
/** Typed once: what somebody types a second time is another edit. */
const typeInto = (reference: string, ...texts: string[]): Ask => {
  const typed = new WeakSet<Workbook>();
  return async book => {
    if (typed.has(book)) return;
    typed.add(book);
    await book.edit(reference, [texts]);
  };
};

/** Work of two clients as *Import hours* sends it. */
const hours = [
  ['Toggl 0123456789abcdef', 46_339, 'Acme', 'Kim', 3600, 32_400, 36_000, '', 'Mended', ''],
  ['Toggl 0123456789abcdef·2', 46_339, 'Acme', 'Kim', 3600, -1, -1, 'No charge', '', 'Called'],
  ['Toggl fedcba9876543210', 46_340, 'Cox', 'Jo', 1800, -1, -1, '', '=SUM(1)', ''],
];
const said = {
  tracker: 'Toggl',
  names: [
    ['Toggl', 'Acorn', 'Web', 'Acorn', '', 'false'],
    ['Toggl', 'Bolt', '', '', '', 'true'],
  ],
  clients: ['Acorn'],
  description: 'what was done',
};

/** What *Bring in your workbook* sends: a client, a block and hours. */
const brought = {
  clients: [{ Client: 'Gamma', Active: true, Email: 'pat@gamma.example' }],
  blocks: [{ Date: { date: 20_454, second: 0 }, Client: 'Gamma', Hours: 10, Price: 900 }],
  hours: hours.map(([source, day, , ...rest]) => [source, day, 'Gamma', ...rest]),
  names: { ...said, clients: [] },
};

const workflows: Readonly<Record<string, Workflow>> = {
  'the hourly run': { entries: ['runHourly'], tabs: ['Notices'], run: book => morningOf(book, date) },
  'the daily run': { entries: ['runDaily'], tabs: ['Notices', 'Blocks'], run: menu('runDaily') },
  'send due notices': { entries: ['sendDueNotices'], tabs: ['Notices'], run: menu('sendDueNotices') },
  'decide on a notice': {
    entries: ['decideDueNotice'],
    tabs: ['Notices'],
    run: book => book.callFromDialog('decideDueNotice', [{ key: 'B-0001 low', seen: 'Queued' }], 'send', ''),
  },
  'turn on': { entries: ['turnOnDailyNotices'], tabs: ['Clients'], run: menu('turnOnDailyNotices') },
  sell: { entries: ['writeSoldBlock'], tabs: ['Blocks'], run: page('writeSoldBlock', sale) },
  'draft a renewal': {
    entries: ['runDaily'],
    tabs: ['Blocks', 'Notices'],
    before: async book => put(book, 'Clients', [{ Renewal: 'draft' }], 3),
    run: menu('runDaily'),
  },
  'they said yes': {
    entries: ['writeSoldBlock'],
    tabs: ['Blocks', 'Notices'],
    before: book => book.call('runDaily'),
    run: (book, attempt) => book.callFromDialog('writeSoldBlock', sale, attempt, 'B-0001 low'),
  },
  'make the link to a client’s page': {
    entries: ['showClientPageLink'],
    tabs: ['Clients'],
    before: book => setting(book, 'Client page address', 'https://pages.example/exec'),
    run: async book => {
      const acme = rowsOf(book, 'Clients').findIndex(({ Client }) => Client === 'Acme') + 2;
      await book.call('goToRow', 'Clients', acme);
      book.world.confirm = ({ text, buttons }) =>
        (text.startsWith('Make a link') ? buttons[0] : buttons[1]) ?? 'OK';
      await book.call('showClientPageLink');
    },
  },
  'press Yes on a client’s page': {
    entries: ['acceptOffer'],
    tabs: ['Notices'],
    before: async book => {
      await withPages(book);
      await book.call('runDaily');
    },
    run: book => book.callFromDialog('acceptOffer', token, '20'),
  },
  'write the next period': {
    entries: ['runHourly', 'runDaily', 'refresh'],
    tabs: ['Blocks'],
    before: async book =>
      put(
        book,
        'Blocks',
        [{ Repeats: 'monthly', 'Carry over (h)': 'all', Expires: 46_299, Date: 46_270 }],
        3,
      ),
    run: menu('runDaily'),
  },
  'log time': { entries: ['logTime'], tabs: ['Time'], run: page('logTime', work) },
  correct: change('correct', { client: 'Acme', way: 'take', hours: '1', note: 'Slip' }),
  refund: change('refund', { client: 'Cox', hours: '5', note: 'Moved' }),
  transfer: change('transfer', { client: 'Cox', toClient: 'Acme', hours: '4' }),
  settle: change('settle', { client: 'Beta', way: 'invoice', hours: '2', reference: 'INV-7' }),
  import: {
    entries: ['writeImport'],
    tabs: ['Clients', 'Blocks'],
    run: page('writeImport', file, ['Client', 'Hours', 'Normal rate'], '2 2'),
  },
  'import hours': { entries: ['writeHours'], tabs: ['Time'], run: page('writeHours', hours, 'log.csv') },
  'remember the names of a tracker': {
    entries: ['keepImportNames'],
    tabs: ['Clients', 'Import names'],
    run: page('keepImportNames', said),
  },
  'bring in a workbook': {
    entries: ['writeBook'],
    tabs: ['Clients', 'Blocks', 'Time', 'Import names'],
    run: page('writeBook', brought),
  },
  'undo a workbook that was brought in': {
    entries: ['undoLastDialog'],
    tabs: ['Clients', 'Blocks', 'Time'],
    before: book => book.callFromDialog('writeBook', brought, 'before'),
    run: menu('undoLastDialog'),
  },
  'undo an import': {
    entries: ['undoImport'],
    tabs: ['Time'],
    before: book => book.callFromDialog('writeHours', hours, 'log.csv'),
    run: page('undoImport', '23 Nov 2026 log.csv', '3 3'),
  },
  rename: {
    ...shown('previewRename', 'writeRename', { client: 'Acme', name: 'Acorn' }),
    tabs: ['Time', 'Clients', 'Blocks'],
  },
  'archive a client': {
    entries: ['archiveClient'],
    tabs: ['Clients'],
    run: archive('Cox'),
    opens: /^Clients$/,
  },
  undo: {
    entries: ['undoLastDialog'],
    tabs: ['Blocks'],
    before: book => book.callFromDialog('writeSoldBlock', sale, 'before'),
    run: menu('undoLastDialog'),
  },
  'mend an issue': {
    entries: ['mendIssue'],
    tabs: ['Time'],
    before: book => addRow(book, 'Time', { Date: date, Client: 'Acme', Hours: '150' }),
    asks: async book => {
      const issues = (await book.callFromDialog('listIssues')) as Issue[];
      const found = issues.find(({ mends = [] }) => mends.some(({ label }) => label === 'Write 1.5'));
      return page('mendIssue', { ...found }, 'Write 1.5');
    },
  },
  'take back a mend': {
    entries: ['takeBackMend'],
    tabs: ['Time'],
    before: async book => {
      await addRow(book, 'Time', { Date: date, Client: 'Acme', Hours: '150' });
      const issues = (await book.callFromDialog('listIssues')) as Issue[];
      const found = issues.find(({ mends = [] }) => mends.some(({ label }) => label === 'Write 1.5'));
      await book.callFromDialog('mendIssue', { ...found }, 'Write 1.5', 'before');
    },
    run: page('takeBackMend'),
  },
  'change a rule': { ...shown('previewRule', 'writeRule', rule), tabs: ['Settings'] },
  'start anew': {
    entries: ['startWorkbook'],
    tabs: ['Settings'],
    run: page('startWorkbook', typedFirm),
    opens: /^Clients$/,
  },
  firm: { entries: ['writeFirm'], tabs: ['Settings'], run: page('writeFirm', typedFirm) },
  'first client': {
    entries: ['addFirstClient'],
    tabs: ['Clients'],
    run: page('addFirstClient', { client: 'Gamma', email: 'pat@client.example' }),
  },
  'set up accounts': {
    entries: ['saveAccounts'],
    tabs: ['Settings'],
    asks: async book => {
      const { typed } = (await book.callFromDialog('accountsForm')) as { typed: object };
      return page('saveAccounts', { ...typed, 'Tax name': 'VAT' });
    },
  },
  'month end': { entries: ['monthEnd'], tabs: ['Journal'], before: closed, run: menu('monthEnd', '2026-10') },
  'close a month': {
    entries: ['closeMonth'],
    tabs: ['Time', 'Closed months', 'Journal'],
    before: closed,
    run: menu('closeMonth', '2026-10'),
  },
  'reopen a month': {
    entries: ['reopenMonth'],
    tabs: ['Time', 'Time archive', 'Closed months'],
    before: archived,
    run: menu('reopenMonth', '2026-09', 'A slip'),
  },
  'archive months': {
    entries: ['archiveClosedMonths'],
    tabs: ['Time', 'Time archive'],
    before: closed,
    run: menu('archiveClosedMonths', '2026-09'),
  },
  'save a statement': { ...paper('previewStatement', 'saveStatement', period), tabs: ['Statements'] },
  'mail a statement': { ...paper('previewStatement', 'mailStatement', period), tabs: ['Statements'] },
  'write a statement': {
    ...paper('previewStatement', 'writeStatementTab', period),
    tabs: ['Statements'],
    opens: /^Statement /,
  },
  'save a payment request': {
    ...paper('previewPayment', 'savePayment', { block: 'B-0001', version: '' }),
    tabs: ['Payment requests'],
  },
  'save an agreement': { ...paper('previewAgreement', 'saveAgreement', agreed), tabs: ['Agreements'] },
  'print an agreement': { ...paper('previewAgreement', 'printAgreement', agreed), tabs: ['Agreements'] },
  'mail an agreement': { ...paper('previewAgreement', 'mailAgreement', agreed), tabs: ['Agreements'] },
  'sign an agreement': {
    ...paper('previewAgreement', 'signAgreement', agreed),
    tabs: ['Agreements', 'Clients'],
    before: madeAgreement,
  },
  'start a care plan': {
    entries: ['addCareTasks'],
    tabs: ['Care plan'],
    run: page('addCareTasks', { client: 'Acme', firstDue: date, tasks: [{ task: 'Updates', every: '14' }] }),
  },
  'care done': {
    entries: ['writeCareDone'],
    tabs: ['Care plan', 'Care log', 'Small things', 'Time'],
    run: page('writeCareDone', care),
  },
  'fix a small thing': {
    entries: ['fixSmallThing'],
    tabs: ['Small things'],
    run: page('fixSmallThing', 3, 'UPS beeps'),
  },
  'set up': { entries: ['setUpWorkbook'], tabs: ['Settings', 'Templates'], run: menu('setUpWorkbook') },
  refresh: {
    entries: ['refresh'],
    tabs: ['Blocks', 'Clients'],
    run: menu('refresh'),
  },
  'read the responses of a form': {
    entries: ['refresh'],
    tabs: ['Time', 'Answers'],
    before: withForm,
    run: menu('refresh'),
  },
  'refresh where Done was ticked on a phone': {
    entries: ['refresh'],
    tabs: ['Care plan', 'Care log', 'Small things'],
    before: async book => put(book, 'Care plan', [{ Done: true, Result: 'Failed' }, { Done: true }], 3),
    run: menu('refresh'),
  },
  'type a block': {
    entries: ['onEdit'],
    tabs: ['Blocks'],
    run: typeInto('Blocks!B7', date, 'Cox', '7'),
    opens: /^Blocks$/,
  },
  'tick Done': {
    entries: ['onEdit'],
    tabs: ['Care plan'],
    run: typeInto('Care plan!H4', 'TRUE'),
    opens: /^Care plan$/,
  },
  'one formula a column': {
    entries: ['joinFormulas'],
    tabs: ['Mine'],
    before: withOwnFormulas,
    run: agreeing(menu('joinFormulas')),
  },
  'type a formula': {
    entries: ['onEdit'],
    tabs: ['Time'],
    run: typeInto('Time!P2', '=BLOCKBALANCE("Acme")'),
  },
};

const folder = fileURLToPath(new URL('../../src/entry/', import.meta.url));
/** They show something, or open a page. */
const looking = /^(show|preview|list|change(Form|Rule)$|look)|(Form|View|Files)$/;
/** What writes nothing into the sheet that could be lost, or is swept elsewhere. */
const besides: Readonly<Record<string, string>> = {
  itIsMeantSo: 'writes only what is remembered',
  exportPiece: 'reads only',
  saveBooksOverview: 'makes a file',
  writeBooksOverview: 'writes a page of its own, all of it anew: books.test.ts',
  turnOffDailyNotices: 'writes only what is remembered',
  sendTemplateTest: 'writes no row: mails-once.test.ts',
};

it('knows every entry point that works under the lock', () => {
  const sources = readdirSync(folder).map(name => readFileSync(folder + name, 'utf8'));
  const working = sources.flatMap(text =>
    [...text.matchAll(/^export function (\w+)[\s\S]*?^}/gm)].flatMap(([body, name = '']) =>
      /\b(locked|with(?!RememberedTabs\b)[A-Z]\w+|changingCare|changingCareTabs)\b|\bsendNow\(/.test(body)
        ? [name]
        : [],
    ),
  );
  const swept = Object.values(workflows).flatMap(({ entries }) => entries);
  const known = [...new Set([...swept, ...Object.keys(besides)])];
  expect(working.filter(name => !looking.test(name) && !known.includes(name))).toEqual([]);
  expect(known.filter(name => !working.includes(name))).toEqual([]);
});

const firm = dealings();

it.each(dealt(Object.keys(workflows)))(
  '%s comes out as in peace, whatever strikes it',
  async name => {
    await strikeWorkflow(firm, name, workflows[name] as Workflow);
  },
  3 * 3_600_000,
);
