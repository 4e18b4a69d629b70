import type { UnpaidBlock } from '../books/unpaid';
import { issueText } from '../model/issue';
import type { Ledger } from '../model/ledger';
import type { NoticeRow } from '../model/notice-row';
import { yesOnPage } from '../notices/accepted-on-page';
import { silentClient } from '../notices/due';
import { figure, type Paper, type PaperTable, words } from '../papers/paper';
import { shortTable } from '../papers/short-table';
import { runOut } from '../rules/run-out';
import { balanceOf, type SettledClient } from '../rules/settle';
import { unpaidText, unpaidWork } from '../rules/unpaid-work';
import { dateText } from '../units/calendar-date';
import { digestOf } from '../units/digest';
import { hoursText } from '../units/seconds';
import { ageingTexts, lateKeys, notPaidTable } from './not-paid';

/** What the office manager hears of. */
export interface DigestInput {
  readonly ledger: Ledger;
  readonly settled: ReadonlyMap<string, SettledClient>;
  readonly rows: readonly NoticeRow[];
  /** Day number with its time: what was sent after it is news. */
  readonly since: number;
  /** Of all clients. */
  readonly unpaid: readonly UnpaidBlock[];
}

export interface OfficeDigest {
  readonly paper: Paper;
  /** The mails that went out since the last one. */
  readonly sent: number;
  /** By which another state of what waits for a person is noticed; blank where nothing does. */
  readonly open: string;
}

/** Whoever runs out later is not urgent. */
const daysAhead = 30;

/** One mail for the day: who does not answer, what went out, what waits, what failed, who runs out next. */
export function officeDigest(input: DigestInput): OfficeDigest {
  const { ledger, rows, since } = input;
  const { settings, issues } = ledger;
  const inState = (...states: readonly NoticeRow['state'][]) =>
    rows.filter(row => states.includes(row.state));
  const sent = rows.filter(({ state, sentAt }) => state === 'Sent' && (sentAt ?? 0) > since);
  const [waiting, failed, check] = [inState('Review', 'Held', 'Queued'), inState('Failed'), inState('Check')];
  const silent = silentClients(input);
  const unpaid = unpaidClients(input);
  const yes = [...input.settled.values()].flatMap(each => yesOnPage(each, rows, settings) ?? []);
  const counts = [
    [sent.length, 'sent'],
    [waiting.length, 'waiting'],
    [failed.length, 'failed'],
    [check.length, 'to check'],
  ] as const;
  const headline = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const paper: Paper = {
    title: `Renewal notices on ${dateText(settings.today)}`,
    firm: settings.firmName,
    to: [],
    facts: [],
    remarks: [
      ...yes.map(
        ({ row, size }) =>
          `${row.client} said yes to ${size} on its page. Sell the block: Notices > Show a mail > They said yes.`,
      ),
      ...unpaid.map(({ text }) => text),
      ...silent.map(
        ({ name, left }) => `${name} has not answered, nor the reminders: ${left} left. A call may help.`,
      ),
      ...ageingTexts(input.unpaid),
    ],
    headline: headline.join(', '),
    tables: [
      notPaidTable(input.unpaid),
      noticeTable('Sent', 'To', sent, row => row.to),
      noticeTable('Waiting: see Notices > See what is due', 'Why', waiting, row => row.error || row.state),
      noticeTable('Failed', 'Why', failed, row => row.error),
      noticeTable('To check: did the mail go out?', 'Why', check, row => row.error),
      runOutTable(input),
      issueTable(issues),
    ].filter(({ rows: lines }) => lines.length > 0),
    closing: ['Settings > Daily digest turns this mail off.'],
  };
  const open = [...waiting, ...failed, ...check].map(({ key, state, error }) => `${key} ${state} ${error}`);
  const told = [
    ...open,
    ...silent.map(({ name }) => name),
    ...unpaid.map(({ name }) => `unpaid ${name}`),
    ...yes.map(({ row }) => `yes ${row.key}`),
    ...lateKeys(input.unpaid),
  ];
  return { paper, sent: sent.length, open: told.length > 0 ? digestOf(told.join('\n')) : '' };
}

/** A mail has no room for all of them; the check has. */
const mostUnpaid = 10;

function unpaidClients({ settled }: DigestInput) {
  const unpaid = [...settled.values()].flatMap(each => {
    const found = each.client.active ? unpaidWork(each) : undefined;
    return found ? [{ ...found, name: each.client.name }] : [];
  });
  unpaid.sort((a, b) => b.hours - a.hours);
  return unpaid.slice(0, mostUnpaid).map(each => ({ name: each.name, text: unpaidText(each.name, each) }));
}

function silentClients({ ledger, settled, rows }: DigestInput) {
  return [...settled.values()].flatMap(each => {
    const silent = silentClient(each, rows, ledger.settings);
    return silent ? [{ name: each.client.name, left: hoursText(silent.left) }] : [];
  });
}

function noticeTable(
  heading: string,
  header: string,
  rows: readonly NoticeRow[],
  more: (row: NoticeRow) => string,
): PaperTable {
  const lines = rows.map(row => [row.client, row.level, more(row)]);
  return shortTable(heading, [words('Client', 32), words('Level', 20), words(header, 0)], lines);
}

function runOutTable({ ledger, settled }: DigestInput): PaperTable {
  const { today, paceWeeks } = ledger.settings;
  const soon = [...settled.values()].flatMap(each => {
    const balance = balanceOf(each);
    const end = runOut(each.account, each.entries, balance, today, paceWeeks);
    const isSoon = each.client.active && end.kind === 'date' && end.date - today <= daysAhead;
    return isSoon
      ? [{ date: end.date, cells: [each.client.name, `about ${dateText(end.date)}`, hoursText(balance)] }]
      : [];
  });
  soon.sort((a, b) => a.date - b.date);
  const columns = [words('Client', 40), words('Runs out', 0), figure('Hours left', 20)];
  return shortTable(
    `Run out in the next ${daysAhead} days`,
    columns,
    soon.map(({ cells }) => cells),
  );
}

function issueTable(issues: Ledger['issues']): PaperTable {
  const lines = issues.map(issue => [issueText(issue)]);
  return shortTable('Rows to mend: see Check workbook', [words('', 0)], lines);
}
