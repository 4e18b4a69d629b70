import type { Client } from '../../ledger/model/client';
import { readDate } from '../../ledger/reading/values';
import { isProblem } from '../../ledger/sheet/cell';
import { type CalendarDate, dateText, toSheetSerial } from '../../ledger/units/calendar-date';
import type { Desk } from '../../workbook/open-book';
import { openTab } from '../../workbook/tabs';
import { writeCells } from '../../workbook/write-cells';
import { noteOn } from './agreement-tab';
import { type AgreementAtHand, layAgreement } from './lay-agreement';

/** Writes the day of the signature into the agreement's row, and into Clients unless a later one stands there. */
export function markAsSigned(desk: Desk, given: unknown): string {
  const paper = layAgreement(desk, given);
  const { kept, client, digest } = paper;
  const { seen } = Object(given) as { seen?: unknown };
  if (!kept) throw new Error('Save, print or mail the agreement first: only what was made can be signed.');
  if (digest !== String(seen ?? ''))
    throw new Error('The workbook has changed since this preview. Look at it again, then go on.');
  const signed = dayOf(given, paper);
  // The row first: it alone says that this agreement is signed.
  noteOn(desk.book, kept, { Signed: toSheetSerial(signed) });
  writeIntoClients(desk, client, signed);
  return `The agreement of ${kept.agreement.block} is marked as signed on ${dateText(signed)}.`;
}

function dayOf(given: unknown, { kept, ledger }: AgreementAtHand): CalendarDate {
  const { signed } = Object(given) as { signed?: unknown };
  const day = readDate('Signed on', String(signed ?? ''));
  if (day === undefined) throw new Error('Signed on is blank. Choose the day.');
  if (isProblem(day)) throw new Error(day.problem);
  if (day > ledger.settings.today)
    throw new Error(`Signed on is ${dateText(day)}, later than today. Choose the day of the signature.`);
  if (kept && day < kept.made)
    throw new Error(`This agreement was made on ${dateText(kept.made)}. Choose that day or a later one.`);
  return day;
}

/** A client that is only in Blocks has no row, and a sheet may lack the column; what is no earlier date stays. */
function writeIntoClients(
  { book: { workbook } }: Desk,
  { row, agreementSigned }: Client,
  signed: CalendarDate,
): void {
  const clients = openTab(workbook, 'Clients');
  const column = clients?.column('Agreement signed') ?? 0;
  if (!clients || row === 0 || column === 0) return;
  const isBlank = String(clients.rows[row - 1]?.[column - 1] ?? '').trim() === '';
  if (!isBlank && (agreementSigned === undefined || agreementSigned >= signed)) return;
  writeCells(clients.tab, [{ row, column, value: toSheetSerial(signed), format: 'd mmm yyyy' }]);
}
