import fc from 'fast-check';
import { type Block, blockNumber } from '../../../src/ledger/model/block';
import type { Ledger } from '../../../src/ledger/model/ledger';
import { isBilled, paidInFull, taxOfRow } from '../../../src/ledger/rules/receivables';
import { decimal } from '../../../src/ledger/units/decimal';
import type { Currency, MinorUnits } from '../../../src/ledger/units/money';
import { ledgerOf } from '../builders';
import { type AnyClient, anyClient, dayAfter, days } from '../rules/any-client';

const base = ledgerOf({ clients: [{ Client: 'Acme' }, { Client: 'Bolt' }, { Client: 'Cox' }] });
const keys = ['acme', 'bolt', 'cox'];
const currencies = ['USD', 'JPY', 'KWD'] as Currency[];

const anyMoney = fc.record({
  typed: fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: undefined }),
  currency: fc.nat(5),
  tax: fc.option(fc.nat(50_000), { nil: undefined, freq: 2 }),
  /** Whether a minus row has no hours: an allowance, or a bare write-off. */
  isBare: fc.nat(4).map(each => each === 0),
  payments: fc.array(fc.record({ day: fc.nat(days + 10), amount: fc.integer({ min: 1, max: 300_000 }) }), {
    maxLength: 3,
  }),
});

interface TypedMoney {
  readonly typed: number | undefined;
  readonly currency: number;
  readonly tax: number | undefined;
  readonly isBare: boolean;
  readonly payments: readonly { readonly day: number; readonly amount: number }[];
}

/** As reading a row taxes it, frozen or not, and tells when it is paid in full. */
function taxed(block: Block, share: number, { tax }: TypedMoney): Block {
  const typedTax = tax === undefined ? undefined : decimal(tax);
  const own = { ...block, typedTax };
  const whole = { ...own, tax: taxOfRow(own, block.price, decimal(share)) };
  return isBilled(whole) ? { ...whole, paidOn: paidInFull(whole) } : whole;
}

/** Money on rows of every kind: minus rows with and without hours and a typed amount, and payments in parts. */
function withMoney(block: Block, { typed, currency, isBare, payments }: TypedMoney): Block {
  const own = { ...block, currency: currencies[currency] ?? ('USD' as Currency) };
  if (block.hours > 0) {
    const price = Math.min(block.price, 1e9) as MinorUnits;
    if (!isBilled({ ...own, price })) return { ...own, price };
    const parts = payments.map(({ day, amount }, index) => {
      return { row: 100 + index, date: dayAfter(day), amount: amount as MinorUnits };
    });
    return { ...own, price, payments: parts.sort((a, b) => a.date - b.date) };
  }
  if (typed === undefined || !['Refund', 'Write-off', 'Transfer', 'Opening'].includes(block.kind)) return own;
  const isFree = isBare && (block.kind === 'Write-off' || block.kind === 'Refund');
  const hours = isFree ? (0 as typeof block.hours) : block.hours;
  return { ...own, hours, price: (0 - typed) as MinorUnits, typedPrice: decimal(0 - typed) };
}

/** Some minus transfers have their other row with another client, of the same amount. */
function moved(blocks: readonly Block[]): Block[] {
  const all = [...blocks];
  for (const [at, out] of blocks.entries()) {
    if (out.kind !== 'Transfer' || out.hours > 0 || out.price === 0) continue;
    const into = all.findIndex(
      each =>
        each.kind === 'Transfer' &&
        each.hours > 0 &&
        each.clientKey !== out.clientKey &&
        each.currency === out.currency &&
        each.movedWith === undefined,
    );
    const other = all[into];
    if (!other) continue;
    const pair = ({ number, date, currency, clientKey }: Block) => {
      return { number, date, currency, client: base.clients.get(clientKey)?.name ?? '' };
    };
    all[at] = { ...out, movedWith: pair(other) };
    all[into] = { ...other, price: (0 - out.price) as MinorUnits, movedWith: pair(out) };
  }
  return all;
}

/** A firm of up to three clients, with anything that may stand in its tabs over two months. */
export const anyLedger: fc.Arbitrary<Ledger> = fc
  .record({
    clients: fc.array(anyClient, { minLength: 1, maxLength: 3 }),
    money: fc.array(anyMoney, { minLength: 30, maxLength: 30 }),
    tax: fc.constantFrom(0, 0.19, 0.077),
    expiredHours: fc.constantFrom('keep' as const, 'breakage' as const),
    unpaidBlocks: fc.constantFrom('use' as const, 'wait' as const),
    cashSide: fc.constantFrom('bank and receivable' as const, 'clearing account' as const, 'none' as const),
  })
  .map(({ clients, money, tax, ...rules }) => {
    const renumbered = (text: string, client: number) =>
      text === '' ? '' : blockNumber(Number(text.slice(2)) + client * 20);
    const own = <Row>(list: (any: AnyClient) => readonly Row[]) =>
      clients.flatMap((any, client) => list(any).map(row => ({ row, client })));
    return {
      ...base,
      settings: { ...base.settings, ...rules },
      clients: new Map(
        clients.map(({ terms }, client) => {
          const key = keys[client] as string;
          return [
            key,
            { ...(base.clients.get(key) as never as object), terms: { ...terms, tax: decimal(tax) } },
          ];
        }),
      ) as unknown as Ledger['clients'],
      blocks: moved(
        own(({ blocks }) => blocks).map(({ row, client }, index) => {
          const typed = money[index % money.length] as TypedMoney;
          return {
            ...taxed(withMoney(row, typed), tax, typed),
            number: renumbered(row.number, client),
            order: row.order + client * 20,
            reference: renumbered(row.reference, client),
            clientKey: keys[client] as string,
          };
        }),
      ),
      entries: own(({ entries }) => entries).map(({ row, client }) => ({
        ...row,
        clientKey: keys[client] as string,
      })),
    };
  });
