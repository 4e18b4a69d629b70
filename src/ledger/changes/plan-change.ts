import { inOrder } from '../reading/typed-fields';
import { type NewRow, withBlockRows } from '../reading/with-rows';
import { never } from '../rules/open-block';
import { overageOf, type SettledClient, settleOne } from '../rules/settle';
import { minus, plus, sizeOf } from '../units/amounts';
import { dateText } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { amountNumber, amountOf, isCountable, minorUnits, moneyText, priceOf } from '../units/money';
import { hoursText, noTime } from '../units/seconds';
import type { ChangePreview } from './change-form';
import { givingRow } from './change-rows';
import { type ClientEffect, effectOn } from './effect';
import type { Ground, PlannedRows } from './ground';
import { planTaking } from './plan-taking';
import { type Change, readChange } from './read-change';
import {
  type ChangeKind,
  type ChangeProblem,
  changeFields,
  type RefuseChange,
  type TypedChange,
} from './typed-change';

/** A change that makes sense: its rows, the ledger as it reads with them, and what they do. */
export interface Plan {
  readonly rows: readonly NewRow[];
  readonly preview: ChangePreview;
}

/** Plans the rows of a change as typed, on behalf of a page that is not trusted. */
export function planChange(
  kind: ChangeKind,
  typed: TypedChange,
  ground: Ground,
): Plan | { readonly problems: readonly ChangeProblem[] } {
  const problems: ChangeProblem[] = [];
  const refuse: RefuseChange = (field, message) => void problems.push({ field, message });
  const change = readChange(kind, typed, ground.ledger, refuse);
  const planned = change && problems.length === 0 ? planRows(change, ground, refuse) : undefined;
  if (!change || !planned || problems.length > 0) return { problems: inOrder(problems, changeFields) };
  const keys = [change.client, change.toClient].flatMap(client => client?.key ?? []);
  const after = withBlockRows(ground.ledger, ground.blocks, planned.rows);
  const effects = effectOn(ground.ledger, after, keys);
  const says = [...planned.says, ...taxSaid(change, planned, effects, ground)];
  const preview = { says, effects, writes: planned.rows.length > 0 };
  return { rows: planned.rows, preview };
}

/** Of money that is given back, its tax and what both come to: as the books will have it, of the blocks it comes from. */
function taxSaid(
  { kind, client }: Change,
  { rows }: PlannedRows,
  effects: readonly ClientEffect[],
  { ledger: { settings } }: Ground,
): string[] {
  const own = effects.find(each => each.client === client.name)?.figures ?? [];
  const moved = own.find(({ what }) => what === 'Tax');
  const price = rows[0]?.Price;
  if (kind !== 'refund' || !moved?.currency || typeof price !== 'number') return [];
  const { currency } = moved;
  const net = sizeOf(amountOf(decimal(price), currency));
  const tax = minorUnits(moved.before - moved.after);
  const [shownNet, shownTax, total] = [net, tax, plus(net, tax)].map(each => moneyText(each, currency));
  return [`Net ${shownNet}, ${settings.taxName} ${shownTax}, total ${total}.`];
}

function planRows(change: Change, ground: Ground, refuse: RefuseChange): PlannedRows | undefined {
  switch (change.kind) {
    case 'correct':
      return change.way === 'add' ? planGift(change, ground, refuse) : planTaking(change, ground, refuse);
    case 'refund':
    case 'transfer':
      return planTaking(change, ground, refuse);
    case 'settle':
      return planSettlement(change, ground, refuse);
  }
}

/** A correction that adds hours; an amount is moved back from earned revenue. */
function planGift(change: Change, { ledger }: Ground, refuse: RefuseChange): PlannedRows | undefined {
  const { amount, client, hours } = change;
  const { currency } = client.terms;
  const price = amount && amountOf(amount, currency);
  if (price && !isCountable(price))
    return void refuse('amount', 'That is too much to be counted. Correct it.');
  const row = givingRow(
    change,
    ledger.numbers.highest + 1,
    'Correction',
    price ? amountNumber(price, currency) : '',
  );
  const worth = price ? `, worth ${moneyText(price, currency)} that were earned` : '';
  return { rows: [row], says: [`${client.name} gets ${hoursText(hours)}${worth}.`] };
}

/** Hours that no block covers are invoiced, taken from the next block, or forgiven. */
function planSettlement(change: Change, ground: Ground, refuse: RefuseChange): PlannedRows | undefined {
  const settled = settleOne(ground.ledger, change.client);
  if (overageOf(settled) === 0)
    return void refuse('client', `${change.client.name} has no hours that no block covers. Choose another.`);
  if (change.way === 'next') return planNext(change, settled, refuse);
  const planned =
    change.way === 'invoice' ? planInvoice(change, ground, refuse) : planForgiving(change, ground, settled);
  return planned && coversAll(planned, change, ground, refuse) ? planned : undefined;
}

/** What happens anyway: nothing is written, and the page says when it will be. */
function planNext(
  { client }: Change,
  { account }: SettledClient,
  refuse: RefuseChange,
): PlannedRows | undefined {
  if (account.toInvoice.total > 0)
    return void refuse(
      'way',
      `Overage of ${client.name} is invoiced, so no later block covers it. Choose another way, or change Overage in Clients.`,
    );
  const waiting = hoursText(account.waiting.total);
  const sold = account.opened
    .filter(({ state }) => state === 'sold')
    .sort((a, b) => a.firstUsable - b.firstUsable);
  const [next] = sold;
  if (!next)
    return {
      rows: [],
      says: [
        `The next block that you sell to ${client.name} gives back ${waiting} first. Nothing needs to be written.`,
      ],
    };
  const when = next.firstUsable >= never ? 'once it is paid' : `on ${dateText(next.firstUsable)}`;
  return {
    rows: [],
    says: [
      `${next.block.number} can be used ${when}; it then gives back ${waiting} first. Nothing needs to be written.`,
    ],
  };
}

function planInvoice(change: Change, { ledger }: Ground, refuse: RefuseChange): PlannedRows | undefined {
  const { client, hours, amount } = change;
  const { currency, normalRate } = client.terms;
  const price = amount ? amountOf(amount, currency) : priceOf(hours, normalRate, decimal(0), currency);
  if (!isCountable(price)) return void refuse('amount', 'That is too much to be counted. Correct it.');
  const row = givingRow(
    change,
    ledger.numbers.highest + 1,
    'Overage invoice',
    amount ? amountNumber(price, currency) : '',
  );
  return {
    rows: [row],
    says: [
      `${hoursText(hours)} are invoiced to ${client.name} for ${moneyText(price, currency)}, net of tax.`,
    ],
  };
}

/** Free hours give back what waits; what is to be invoiced no block covers, so it is invoiced at nothing. */
function planForgiving(change: Change, { ledger }: Ground, { account }: SettledClient): PlannedRows {
  const isInvoiced = account.toInvoice.total > 0;
  const count = ledger.numbers.highest + 1;
  const row = isInvoiced
    ? givingRow(change, count, 'Overage invoice', 0)
    : givingRow(change, count, 'Goodwill', '');
  return {
    rows: [row],
    says: [`${hoursText(change.hours)} are forgiven: ${change.client.name} owes nothing for them.`],
  };
}

/** Hours beyond what was open on that day would be left over, as free time or as an invoice of nothing. */
function coversAll(
  { rows }: PlannedRows,
  change: Change,
  { ledger, blocks }: Ground,
  refuse: RefuseChange,
): boolean {
  const after = settleOne(withBlockRows(ledger, blocks, rows), change.client);
  const own = after.account.opened.find(({ block }) => block.number === rows[0]?.Block);
  if (own?.left === 0) return true;
  const open = hoursText(minus(change.hours, own?.left ?? noTime));
  refuse('hours', `Only ${open} are open. Type no more than that.`);
  return false;
}
