import { type BookedClient, bookedClients, type ClientMoney } from '../books/client-money';
import type { Ledger } from '../model/ledger';
import { moneyOf } from '../rules/money';
import { balanceOf, overageOf, type SettledClient } from '../rules/settle';
import type { Currency } from '../units/money';

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
  return effectsBetween(bookedClients(before, keys), bookedClients(after, keys));
}

/** The same of clients that are booked already. */
export function effectsBetween(
  was: ReadonlyMap<string, BookedClient>,
  is: ReadonlyMap<string, BookedClient>,
): ClientEffect[] {
  return [...is].flatMap(([key, now]) => {
    const then = was.get(key);
    if (!then) return [];
    const figures = [...hoursEffects(then.settled, now.settled), ...moneyEffects(then, now)];
    return [{ client: now.settled.client.name, figures }];
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

type MoneyPart = keyof ClientMoney | 'value';

const moneyWords: readonly (readonly [string, MoneyPart])[] = [
  ['Value of hours left', 'value'],
  ['Owed in work', 'deferred'],
  ['Earned', 'revenue'],
  ['Received', 'cash'],
  ['Still to be paid', 'receivable'],
];
/** Told only where the change moves them. */
const rareWords: typeof moneyWords = [
  ['Tax', 'tax'],
  ['From and to others', 'moved'],
  ['Will not be paid', 'badDebts'],
];

function moneyEffects(before: BookedClient, after: BookedClient): Effect[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(currency => {
    const line = ([what, part]: readonly [string, MoneyPart]): Effect => ({
      what,
      currency,
      before: was.get(currency)?.[part] ?? 0,
      after: is.get(currency)?.[part] ?? 0,
    });
    const rare = rareWords.map(line).filter(each => each.before !== each.after);
    return [...moneyWords.map(line).filter(isTold), ...rare];
  });
}

/** By currency; of a block that waits for its payment the books say nothing yet, but its hours have a value. */
function partsOf({ settled, money }: BookedClient): Map<Currency, Partial<Record<MoneyPart, number>>> {
  const parts = new Map<Currency, Partial<Record<MoneyPart, number>>>(money);
  for (const { currency, value } of moneyOf(settled)) parts.set(currency, { ...parts.get(currency), value });
  return parts;
}
