import { inOrder } from '../reading/typed-fields';
import { type NewRow, withBlockRows } from '../reading/with-rows';
import { amountNumber, amountOf, isCountable, moneyText } from '../units/money';
import { hoursText } from '../units/seconds';
import type { ChangePreview } from './change-form';
import { givingRow } from './change-rows';
import { effectOn } from './effect';
import type { Ground, PlannedRows } from './ground';
import { planSettlement } from './plan-settlement';
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
  const preview = { says: planned.says, effects, writes: planned.rows.length > 0 };
  return { rows: planned.rows, preview };
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
