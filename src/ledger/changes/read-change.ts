import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import { readHours } from '../reading/hours';
import { readRate } from '../reading/terms';
import { take } from '../reading/typed-fields';
import { readDate } from '../reading/values';
import { type CalendarDate, dateText } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import { foldName } from '../units/names';
import type { Seconds } from '../units/seconds';
import { brokenRow } from './change-form';
import {
  type ChangeField,
  type ChangeKind,
  correctionWays,
  type RefuseChange,
  settlementWays,
  type TypedChange,
} from './typed-change';

/** A change as typed, as far as it can be read without settling anything. */
export interface Change {
  readonly kind: ChangeKind;
  readonly way: string;
  readonly client: Client;
  /** Of a transfer only. */
  readonly toClient: Client | undefined;
  /** Above zero, whichever way they go. */
  readonly hours: Seconds;
  /** The one block from which hours are taken; blank: in draw order. */
  readonly block: string;
  readonly amount: Decimal | undefined;
  readonly date: CalendarDate;
  readonly reference: string;
  readonly note: string;
}

const longestText = 500;

/** Reads what was typed; what makes no sense by itself is told beside its field. */
export function readChange(
  kind: ChangeKind,
  typed: TypedChange,
  ledger: Ledger,
  refuse: RefuseChange,
): Change | undefined {
  const client = findClient(typed, 'client', ledger, refuse);
  const toClient = kind === 'transfer' ? findClient(typed, 'toClient', ledger, refuse) : undefined;
  if (client && client === toClient)
    refuse('toClient', 'That is the same client. Choose the one to whom the hours go.');
  const hours = readTaken(typed, refuse);
  const amount = take(typed, 'amount', 'Amount', readRate, refuse);
  const date = readDay(typed, ledger, refuse);
  checkWay(kind, typed, refuse);
  checkTexts(kind, typed, refuse);
  if (!client || hours === undefined || date === undefined || (kind === 'transfer' && !toClient))
    return undefined;
  const [block, reference, note] = [typed.block.trim(), typed.reference.trim(), typed.note.trim()];
  return { kind, way: typed.way, client, toClient, hours, block, amount, date, reference, note };
}

function findClient(
  typed: TypedChange,
  field: 'client' | 'toClient',
  ledger: Ledger,
  refuse: RefuseChange,
): Client | undefined {
  const shown = typed[field].trim().slice(0, 60);
  const client = ledger.clients.get(foldName(typed[field]));
  if (shown === '') return void refuse(field, 'Choose the client.');
  if (!client) return void refuse(field, `There is no client “${shown}”. Choose a name from the list.`);
  const problem = brokenRow(ledger, client);
  return problem ? void refuse(field, problem) : client;
}

function readTaken(typed: TypedChange, refuse: RefuseChange): Seconds | undefined {
  const hours = take(typed, 'hours', 'Hours', readHours, refuse);
  if (typed.hours.trim() === '') return void refuse('hours', 'Type how many hours, such as 2.5.');
  if (hours === undefined || hours > 0) return hours;
  return void refuse('hours', 'Type hours above zero, such as 2.5: which way they go is clear already.');
}

/** What is dated later would not count yet, so its effect could not be shown. */
function readDay(typed: TypedChange, { settings }: Ledger, refuse: RefuseChange): CalendarDate | undefined {
  const date = take(typed, 'date', 'Date', readDate, refuse);
  if (typed.date.trim() === '') return void refuse('date', 'Type the day.');
  if (date === undefined || date <= settings.today) return date;
  const today = dateText(settings.today);
  return void refuse('date', `It would not count yet. Choose a day up to today, ${today}.`);
}

const reasons: Partial<Record<ChangeKind, string>> = {
  correct: 'Type the reason of the correction: whoever reads the row later needs it.',
  settle: 'Type the reason why these hours are free: whoever reads the row later needs it.',
};

const ways: Partial<Record<ChangeKind, readonly string[]>> = {
  correct: correctionWays,
  settle: settlementWays,
};

function checkWay(kind: ChangeKind, { way }: TypedChange, refuse: RefuseChange): void {
  const known = ways[kind];
  if (known && !known.includes(way)) refuse('way', 'Choose what is to be done.');
}

function checkTexts(kind: ChangeKind, typed: TypedChange, refuse: RefuseChange): void {
  for (const field of ['reference', 'note'] as const satisfies readonly ChangeField[])
    if (typed[field].length > longestText) refuse(field, `Shorten it to ${longestText} characters.`);
  const isFree = kind === 'correct' || (kind === 'settle' && typed.way === 'forgive');
  if (isFree && typed.note.trim() === '') refuse('note', reasons[kind] as string);
}
