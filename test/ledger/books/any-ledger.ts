import fc from 'fast-check';
import { type Block, blockNumber } from '../../../src/ledger/model/block';
import type { Ledger } from '../../../src/ledger/model/ledger';
import { taxOfRow } from '../../../src/ledger/rules/receivables';
import { decimal } from '../../../src/ledger/units/decimal';
import type { Currency, MinorUnits } from '../../../src/ledger/units/money';
import { ledgerOf } from '../builders';
import { type AnyClient, anyClient } from '../rules/any-client';

const base = ledgerOf({ clients: [{ Client: 'Acme' }, { Client: 'Bolt' }, { Client: 'Cox' }] });
const keys = ['acme', 'bolt', 'cox'];
const currencies = ['USD', 'JPY', 'KWD'] as Currency[];

const anyMoney = fc.record({
  typed: fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: undefined }),
  currency: fc.nat(5),
});

interface TypedMoney {
  readonly typed: number | undefined;
  readonly currency: number;
}

/** As reading a row taxes it. */
function taxed(block: Block, share: number): Block {
  return { ...block, tax: taxOfRow(block, block.price, decimal(share)) };
}

/** Money on rows of every kind: minus rows with and without a typed amount. */
function withMoney(block: Block, { typed, currency }: TypedMoney): Block {
  const own = currencies[currency] ?? ('USD' as Currency);
  if (block.hours > 0 || typed === undefined || !['Refund', 'Write-off', 'Transfer'].includes(block.kind))
    return { ...block, currency: own, price: Math.min(block.price, 1e9) as MinorUnits };
  return { ...block, currency: own, price: -typed as MinorUnits, typedPrice: decimal(-typed) };
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
      blocks: own(({ blocks }) => blocks).map(({ row, client }, index) => ({
        ...taxed(withMoney(row, money[index % money.length] as TypedMoney), tax),
        number: renumbered(row.number, client),
        order: row.order + client * 20,
        reference: renumbered(row.reference, client),
        clientKey: keys[client] as string,
      })),
      entries: own(({ entries }) => entries).map(({ row, client }) => ({
        ...row,
        clientKey: keys[client] as string,
      })),
    };
  });
