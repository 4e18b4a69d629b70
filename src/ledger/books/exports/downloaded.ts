import type { JournalLine } from '../../model/journal-line';
import { plus } from '../../units/amounts';
import { type CalendarDate, dateText, isoDate, parseIsoDate } from '../../units/calendar-date';
import { moneyText } from '../../units/money';
import { accountTotals } from '../month-sums';
import type { SalesInvoice } from './invoices';

/** What a file said when it was downloaded, short enough to be remembered. */
export interface Downloaded {
  /** Month and kind, such as `2026-01 xero`. */
  readonly name: string;
  /** As ISO text. */
  readonly day: string;
  /** Of all of it. */
  readonly digest: string;
  /** A name and a figure each; none where there were too many to be remembered. */
  readonly rows: readonly Figure[];
}

type Figure = readonly [name: string, figure: string];

const mostRows = 40;
const mostDownloads = 24;

/** A journal by account. */
export function journalFigures(lines: readonly JournalLine[]): readonly Figure[] {
  return accountTotals(lines).map(({ currency, code, account, debit, credit }) => {
    const sides = [
      debit > 0 && `${moneyText(debit, currency)} debit`,
      credit > 0 && `${moneyText(credit, currency)} credit`,
    ];
    return [`${code} ${account} (${currency})`, sides.filter(Boolean).join(', ')];
  });
}

export function invoiceFigures(invoices: readonly SalesInvoice[]): readonly Figure[] {
  return invoices.map(({ number, client, block: { price, tax, currency } }) => [
    `${number}, ${client.name}`,
    moneyText(plus(price, tax), currency),
  ]);
}

export function downloadedNow(
  name: string,
  day: CalendarDate,
  digest: string,
  figures: readonly Figure[],
): Downloaded {
  return { name, day: isoDate(day), digest, rows: figures.length > mostRows ? [] : figures };
}

/** What the same file said when it was last downloaded, and what is otherwise now; blank for a first one. */
export function sinceDownload(
  before: Downloaded | undefined,
  now: Downloaded,
  figures: readonly Figure[],
): string {
  if (!before) return '';
  const day = parseIsoDate(before.day);
  const when = day === undefined ? before.day : dateText(day);
  if (before.digest === now.digest) return `It is the same as when it was downloaded on ${when}.`;
  return `It differs from what was downloaded on ${when}: ${whatDiffers(before, figures)}. If that was imported, take it out first.`;
}

function whatDiffers({ rows }: Downloaded, figures: readonly Figure[]): string {
  if (rows.length === 0) return 'it had no figures, or too many to be remembered, so compare the two files';
  const changes = changesOf(rows, figures);
  return changes.length > 0 ? changes.join('; ') : 'lines differ, though no sum does';
}

function changesOf(before: readonly Figure[], now: readonly Figure[]): readonly string[] {
  const [then, today] = [new Map(before), new Map(now)];
  return [...new Set([...then.keys(), ...today.keys()])].flatMap(name => {
    const [was, is] = [then.get(name) ?? 'nothing', today.get(name) ?? 'nothing'];
    return was === is ? [] : [`${name} ${was}, now ${is}`];
  });
}

/** The newest last; the oldest are forgotten. */
export function withDownload(downloads: readonly Downloaded[], now: Downloaded): readonly Downloaded[] {
  return [...downloads.filter(({ name }) => name !== now.name), now].slice(-mostDownloads);
}
