import type { Block } from '../model/block';
import type { Ledger } from '../model/ledger';
import { type NewRow, withBlockRows } from '../reading/with-rows';
import { overageOf, type SettledClient, settleOne } from '../rules/settle';
import { greater, minus } from '../units/amounts';
import { earlier } from '../units/calendar-date';
import { amountOf, type Currency, isCountable, type MinorUnits, moneyText } from '../units/money';
import { hoursText, noTime, type Seconds } from '../units/seconds';
import { type DrawnHours, refundRow, takingRow, transferRows } from './change-rows';
import type { Ground, PlannedRows } from './ground';
import type { Change } from './read-change';
import type { ChangeKind, RefuseChange } from './typed-change';

/** A change that takes hours out: what they draw is found by replaying a row that takes them. */
export function planTaking(typed: Change, ground: Ground, refuse: RefuseChange): PlannedRows | undefined {
  const { ledger } = ground;
  const [count, named] = [ledger.numbers.highest + 1, namedBlock(typed, ledger, refuse)];
  if (typed.block !== '' && !named) return undefined;
  const change = { ...typed, block: named?.number ?? '' };
  const currency = named?.currency ?? change.client.terms.currency;
  const drawn = drawnBy(takingRow(change, count, takingKinds[change.kind], currency), change, ground, refuse);
  if (!drawn) return undefined;
  if (change.kind === 'refund') return refundOf(change, count, drawn, refuse);
  if (change.kind === 'transfer') return transferOf(change, count, drawn, ledger, refuse);
  const row = takingRow(change, count, 'Correction', drawn.currency);
  const earned = moneyText(drawn.value, drawn.currency);
  return {
    rows: [row],
    says: [`${hoursText(change.hours)} leave ${change.client.name} and earn ${earned}.`],
  };
}

const takingKinds: Readonly<Record<ChangeKind, string>> = {
  correct: 'Correction',
  refund: 'Refund',
  transfer: 'Refund',
  settle: 'Refund',
};

function namedBlock(
  { block, client, date }: Change,
  { blocks }: Ledger,
  refuse: RefuseChange,
): Block | undefined {
  if (block === '') return undefined;
  const found = blocks.find(
    ({ number, clientKey, hours }) =>
      number.toUpperCase() === block.toUpperCase() && clientKey === client.key && hours > 0,
  );
  if (found && found.date <= date) return found;
  const why = found ? 'was not sold yet on that day' : `is no block of ${client.name}`;
  return void refuse('block', `${block} ${why}. Choose another.`);
}

function drawnBy(row: NewRow, change: Change, ground: Ground, refuse: RefuseChange): DrawnHours | undefined {
  const { client } = change;
  const after = withBlockRows(ground.ledger, ground.blocks, [row]);
  const own = after.blocks.find(({ number }) => number === row.Block);
  const [before, settled] = [settleOne(ground.ledger, client), settleOne(after, client)];
  const taking = own && settled.account.takings.get(own);
  if (!own || !taking) return void refuse('hours', 'These hours cannot be counted. Check what was typed.');
  if (taking.short > 0 || uncoveredBy(before, settled) > 0) {
    const missing = greater(taking.short, uncoveredBy(before, settled));
    const left = hoursText(greater(minus(change.hours, missing), noTime));
    const where = change.block || client.name;
    return void refuse(
      'hours',
      `${where} had only ${left} left on that day that are not used since. Type less.`,
    );
  }
  const from = [...taking.from];
  const currencies = [...new Set(from.map(({ block }) => block.currency))];
  const [currency, other] = currencies as [Currency, Currency?];
  if (other)
    return void refuse(
      'block',
      `These hours are of blocks in ${currency} and in ${other}. Choose one block.`,
    );
  const [first] = from.map(({ block }) => block) as [Block];
  const expires = from.map(open => open.expires).reduce(earlier);
  return {
    currency,
    value: taking.value,
    expires,
    normalRate: first.normalRate,
  };
}

/** Hours that others would have to do without: work that was covered before and is not covered now. */
function uncoveredBy(before: SettledClient, after: SettledClient): Seconds {
  return minus(overageOf(after), overageOf(before));
}

function refundOf(
  change: Change,
  count: number,
  drawn: DrawnHours,
  refuse: RefuseChange,
): PlannedRows | undefined {
  const { currency, value } = drawn;
  const amount = change.amount ? amountOf(change.amount, currency) : value;
  if (!isCountable(amount)) return void refuse('amount', 'That is too much to be counted. Correct it.');
  const money = (each: MinorUnits) => moneyText(each, currency);
  const says = [`${hoursText(change.hours)} leave ${change.client.name}; ${money(amount)} are given back.`];
  if (amount > value)
    says.push(`That is ${money(minus(amount, value))} above their value, which lessens what you earned.`);
  if (amount < value) says.push(`That is ${money(minus(value, amount))} below their value, which you earn.`);
  return { rows: [refundRow(change, count, drawn, amount)], says };
}

function transferOf(
  change: Change,
  count: number,
  drawn: DrawnHours,
  { settings }: Ledger,
  refuse: RefuseChange,
): PlannedRows | undefined {
  const { client, toClient, hours } = change;
  const { currency, expires, value } = drawn;
  if (!toClient) return undefined;
  if (toClient.terms.currency !== currency)
    return void refuse(
      'toClient',
      `These hours are in ${currency}, but ${toClient.name} pays in ${toClient.terms.currency}. Currencies cannot be moved.`,
    );
  if (expires < settings.today)
    return void refuse(
      'block',
      'These hours have expired, so nobody could use them. Correct Expires of the block first.',
    );
  const rows = transferRows(change, count, drawn);
  return {
    rows,
    says: [
      `${hoursText(hours)} worth ${moneyText(value, currency)} go from ${client.name} to ${toClient.name}.`,
    ],
  };
}
