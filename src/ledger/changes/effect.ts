import type { Ledger } from '../ledger';
import { moneyOf } from '../reports/money';
import { balanceOf, overageOf, type SettledClient, settleOne } from '../rules/settle';
import type { Currency } from '../units/money';
import { type ClientMoney, clientMoney } from './client-money';

/** One figure before and after a change: seconds, or minor units of a currency. */
export interface Effect {
  readonly what: string;
  readonly currency: Currency | null;
  readonly before: number;
  readonly after: number;
}

/** What a change does to one client; plain values, as a page can take them. */
export interface ClientEffect {
  readonly client: string;
  readonly figures: readonly Effect[];
}

/**
 * What rows do to the clients whose keys are given: their ledger settled without and with them, as of today.
 *
 * Nothing is worked out in a second way, so what is shown before writing is what stands there afterwards.
 */
export function effectOn(before: Ledger, after: Ledger, keys: readonly string[]): ClientEffect[] {
  return keys.flatMap(key => {
    const [was, is] = [before.clients.get(key), after.clients.get(key)];
    if (!was || !is) return [];
    const [settledWas, settledIs] = [settleOne(before, was), settleOne(after, is)];
    const hours = hoursEffects(settledWas, settledIs);
    return [{ client: is.name, figures: [...hours, ...moneyEffects(settledWas, settledIs, after)] }];
  });
}

function hoursEffects(before: SettledClient, after: SettledClient): Effect[] {
  const figure = (what: string, read: (settled: SettledClient) => number): Effect => ({
    what,
    currency: null,
    before: read(before),
    after: read(after),
  });
  const unused = ({ account }: SettledClient) =>
    account.opened.reduce((sum, { state, left }) => sum + (state === 'expired' ? left : 0), 0);
  return [
    figure('Hours left', balanceOf),
    ...[
      figure('Not usable yet', ({ account }) => account.notYetUsable),
      figure('No block covers', overageOf),
      figure('Expired unused', unused),
    ].filter(isTold),
  ];
}

/** What is nothing before and after is not worth a line. */
function isTold({ before, after }: Effect): boolean {
  return before !== 0 || after !== 0;
}

const moneyWords: readonly (readonly [string, keyof Omit<MoneyFigures, 'currency'>])[] = [
  ['Value of hours left', 'value'],
  ['Owed in work', 'deferred'],
  ['Earned', 'revenue'],
  ['Received', 'cash'],
  ['Still to be paid', 'receivable'],
];

interface MoneyFigures extends ClientMoney {
  readonly value: number;
}

function moneyEffects(before: SettledClient, after: SettledClient, { settings }: Ledger): Effect[] {
  const [was, is] = [before, after].map(each => moneyFigures(each, settings.unpaidBlocks));
  const currencies = new Set([was, is].flatMap(sums => [...(sums || new Map()).keys()]));
  return [...currencies].flatMap(currency => {
    const lines = moneyWords.map(([what, part]) => ({
      what,
      currency,
      before: was?.get(currency)?.[part] ?? 0,
      after: is?.get(currency)?.[part] ?? 0,
    }));
    return lines.filter(isTold);
  });
}

function moneyFigures(settled: SettledClient, unpaidBlocks: 'use' | 'wait'): Map<Currency, MoneyFigures> {
  const values = new Map(moneyOf(settled).map(({ currency, value }) => [currency, value]));
  const sums = clientMoney(settled, unpaidBlocks);
  return new Map(sums.map(sum => [sum.currency, { ...sum, value: values.get(sum.currency) ?? 0 }]));
}
