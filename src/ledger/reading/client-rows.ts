import { type Client, unlistedClient } from '../model/client';
import type { IssueList } from '../model/issue';
import type { Settings } from '../model/settings';
import type { TabName } from '../model/tab-names';
import { yearDays } from '../plausible/doubt';
import type { Stranger } from '../plausible/strangers';
import { cellText, isBlank } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { remembering, valueAt } from '../units/groups';
import { foldName } from '../units/names';
import { type RowReader, readRows } from './rows';
import { readText } from './values';

/** What is known when rows that name a client are read. */
export interface ClientBook {
  /** By folded name; a name that is not in Clients is added. */
  readonly clients: Map<string, Client>;
  readonly settings: Settings;
  readonly issues: IssueList;
  /** By folded name: the rows of names that are not in Clients, where somebody asks for them. */
  readonly strangers?: Map<string, NamedStranger>;
}

interface NamedStranger extends Stranger {
  readonly rows: { tab: TabName; row: number }[];
}

/** Rows that are read otherwise. */
interface RowKinds {
  /** Counts nothing, and nothing is said of it. */
  isNone?(row: RowReader): boolean;
  /** The row, counted from 0, was read and taken already. */
  isTaken?(index: number): boolean;
}

/** Reads a tab whose rows name a client; a row that cannot be counted is an issue of that client, and some are none. */
export function readClientRows<T extends { readonly date: CalendarDate }>(
  cells: TabCells,
  book: ClientBook,
  read: (row: RowReader, client: Client) => T | undefined,
  take: (one: T) => void,
  { isNone = () => false, isTaken }: RowKinds = {},
): void {
  const { today } = book.settings;
  const clientOf = clientFinder(book, cells.tab);
  const readRow = (row: RowReader) => {
    if (isNone(row)) return;
    if (isTotalsRow(row, book.clients)) return row.note(totalsText);
    const client = clientOf(row);
    const one = client && read(row, client);
    if (!one || row.failures.length > 0) return;
    take(one);
    // It surprises where the date was mistyped.
    // What is more than a year off is told with other slips, but of a payment.
    const isSlip = one.date - today > yearDays && ('kind' in one || 'worked' in one);
    if (one.date > today && !isSlip)
      row.note(
        `Dated ${dateText(one.date)}, later than today (${dateText(today)}), so it does not count yet.`,
      );
  };
  readRows(cells, book.issues, readRow, isTaken);
}

/** Finds a row's client; a name that is not in Clients counts too, and its first row is noted. */
function clientFinder(
  { clients, settings: { terms }, strangers }: ClientBook,
  tab: TabName,
): (row: RowReader) => Client | undefined {
  const keyOf = remembering(foldName);
  return row => {
    const name = row.need('Client', readText, 'Choose the client.');
    if (!name) return undefined;
    const key = keyOf(name);
    row.clientKey = key;
    const known = clients.get(key);
    if (known && known.row > 0) return known;
    if (strangers)
      valueAt(strangers, key, () => ({ key, name, rows: [] })).rows.push({ tab, row: row.number });
    if (known) return known;
    const client = unlistedClient(key, name, terms);
    clients.set(key, client);
    return client;
  };
}

/** What people write beside their sums. */
const totals =
  /^((grand|sub)[ -]?)?(total|totals|sum|sums|summe|gesamt|gesamtsumme|somme|suma|totale|totaal|Σ)( (hours|h|général|general))? ?:?$/i;

const totalsText =
  'This looks like a row of totals, so it counts nothing and is no client. Keep totals in a tab of your own, for new rows go below this one.';

/** A row below the others that names no client and no day. */
function isTotalsRow(row: RowReader, clients: ReadonlyMap<string, Client>): boolean {
  const [client, date] = [row.cell('Client'), row.cell('Date')];
  if (!isBlank(client) && !isBlank(date)) return false;
  const word = cellText(isBlank(client) ? date : client);
  return totals.test(word) && !clients.has(foldName(word));
}
