import type { Client } from '../model/client';
import { cellText, isBlank } from '../sheet/cell';
import { foldName } from '../units/names';
import type { RowReader } from './rows';

/** What people write beside their sums. */
const totals =
  /^((grand|sub)[ -]?)?(total|totals|sum|sums|summe|gesamt|gesamtsumme|somme|suma|totale|totaal|Σ)( (hours|h|général|general))? ?:?$/i;

export const totalsText =
  'This looks like a row of totals, so it counts nothing and is no client. Keep totals in a tab of your own, for new rows go below this one.';

/** A row below the others that names no client and no day. */
export function isTotalsRow(row: RowReader, clients: ReadonlyMap<string, Client>): boolean {
  const [client, date] = [row.cell('Client'), row.cell('Date')];
  if (!isBlank(client) && !isBlank(date)) return false;
  const word = cellText(isBlank(client) ? date : client);
  return totals.test(word) && !clients.has(foldName(word));
}
