import { type Block, isPurchase } from '../model/block';
import type { Ledger } from '../model/ledger';
import { minus, negative, plus } from '../units/amounts';
import { decimal } from '../units/decimal';
import { type Currency, type MinorUnits, noMoney, priceOf } from '../units/money';
import { foldName } from '../units/names';
import { noTime, type Seconds } from '../units/seconds';
import type { Taking } from './account';
import { deferredByRow, deferredInBooks } from './deferred';
import { deferredRevenue, type OpenBlock } from './open-block';
import { type SettledClient, settleOne } from './settle';

/** One client's figures in one currency; currencies are never added up together. */
export interface CurrencyFigures {
  readonly currency: Currency;
  /** Hours left in its usable blocks. */
  readonly left: Seconds;
  /** Hours that work drew from its blocks. */
  readonly worked: Seconds;
  /** Deferred revenue of its usable blocks: what is still owed in work. */
  readonly value: MinorUnits;
  /** What the books owe in work: of all its blocks, expired ones too where their hours are kept. */
  readonly deferred: MinorUnits;
  /** What hours are worth that ended unused. */
  readonly expired: MinorUnits;
  /** Revenue from work and minus corrections. */
  readonly earned: MinorUnits;
  /** Normal rate × hours drawn by work − what that work earned, rounded a block. */
  readonly saved: MinorUnits;
}

type BookRules = Parameters<typeof deferredInBooks>[1];
/** Where nobody asks what the books owe. */
const usualRules: BookRules = { unpaidBlocks: 'use', expiredHours: 'keep' };

/** A row a currency, in the order in which the blocks stand; none for a client without blocks. */
export function moneyOf(
  { account, asOf, blocks }: SettledClient,
  rules: BookRules = usualRules,
): CurrencyFigures[] {
  const figures = new Map<Currency, CurrencyFigures>();
  const sumOf = (currency: Currency) => figures.get(currency) || noFigures(currency);
  const owe = (currency: Currency, owed: MinorUnits) => {
    const sum = sumOf(currency);
    if (owed !== 0) figures.set(currency, { ...sum, deferred: plus(sum.deferred, owed) });
  };
  for (const open of account.opened) {
    const { currency } = open.block;
    owe(currency, deferredInBooks(open, rules, asOf));
    if (open.state === 'later') continue;
    const sum = sumOf(currency);
    const deferred = deferredRevenue(open);
    const isUsable = open.state === 'usable';
    figures.set(currency, {
      currency,
      left: plus(sum.left, isUsable ? open.left : noTime),
      worked: plus(sum.worked, open.drawn.work),
      value: plus(sum.value, isUsable ? deferred : noMoney),
      deferred: sum.deferred,
      expired: plus(sum.expired, open.state === 'expired' ? deferred : noMoney),
      earned: plus(sum.earned, plus(open.value.work, open.value.correction)),
      saved: plus(sum.saved, savedOn(open)),
    });
  }
  for (const row of blocks) owe(row.currency, deferredByRow(row, account, asOf));
  return [...figures.values()];
}

export function noFigures(currency: Currency): CurrencyFigures {
  const money = { value: noMoney, deferred: noMoney, expired: noMoney, earned: noMoney, saved: noMoney };
  return { currency, left: noTime, worked: noTime, ...money };
}

/** What the prepayment saved on one block; free hours and corrections save nothing. */
function savedOn({ block, drawn, value }: OpenBlock): MinorUnits {
  if (!isPurchase(block)) return noMoney;
  return minus(priceOf(drawn.work, block.normalRate, decimal(0), block.currency), value.work);
}

/** The amount that a run writes into a row without one. */
export interface DrawnPrice {
  readonly block: Block;
  readonly price: MinorUnits;
}

/** The value in `currency` of what a row took; nothing where it took from a block of another one. */
function drawnValue({ value, from }: Taking, { currency }: Pick<Block, 'currency'>): MinorUnits | undefined {
  const isForeign = [...from].some(({ block }) => block.currency !== currency);
  return isForeign ? undefined : value;
}

/**
 * What the hours of refunds and transfers without an amount have drawn.
 *
 * Written in once, it never follows a later replay; so a row waits while its client has rows that cannot be counted,
 * while hours of it are not covered, and while it draws from a block whose own amount is not known yet.
 */
export function drawnPrices(ledger: Ledger): DrawnPrice[] {
  const open = ledger.blocks.filter(({ pricedByDraw, hours }) => pricedByDraw && hours < 0);
  const settled = new Map<string, SettledClient>();
  return open.flatMap(block => {
    const client = ledger.clients.get(block.clientKey);
    if (!client || ledger.fatal.length > 0 || ledger.broken.has(client.key)) return [];
    const account = settled.get(client.key) || settleOne(ledger, client);
    settled.set(client.key, account);
    const value = settledValue(block, account);
    return value === undefined ? [] : priced(block, value, ledger);
  });
}

function settledValue(block: Block, { account }: SettledClient): MinorUnits | undefined {
  const taking = account.takings.get(block);
  if (!taking || taking.drawn + block.hours !== 0) return undefined;
  if ([...taking.from].some(({ block: { pricedByDraw } }) => pricedByDraw)) return undefined;
  return drawnValue(taking, block);
}

/** A transfer's amount stands in both rows. */
function priced(block: Block, value: MinorUnits, { blocks }: Ledger): DrawnPrice[] {
  const own = { block, price: negative(value) };
  if (block.kind !== 'Transfer') return [own];
  const partner = blocks.find(
    ({ kind, hours, reference, pricedByDraw }) =>
      kind === 'Transfer' && hours > 0 && pricedByDraw && foldName(reference) === foldName(block.reference),
  );
  return partner ? [own, { block: partner, price: value }] : [];
}
