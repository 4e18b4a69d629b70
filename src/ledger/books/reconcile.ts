import { type AccountBook, accountOf } from '../model/accounts';
import type { Block } from '../model/block';
import type { JournalLine } from '../model/journal-line';
import type { Settings } from '../model/settings';
import { deferredByRow, deferredInBooks } from '../rules/deferred';
import type { SettledClient } from '../rules/settle';
import { minus, plus, sumOf } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { valueAt } from '../units/groups';
import { type Currency, type MinorUnits, noMoney } from '../units/money';

/** What one block of a client owes, by its hours and by the journals. */
export interface ReconciledBlock {
  readonly client: string;
  readonly block: string;
  /** In Blocks; 0 where no such row is there any more. */
  readonly row: number;
  readonly currency: Currency;
  readonly byHours: MinorUnits;
  readonly byJournals: MinorUnits;
}

export interface Reconciliation {
  /** By currency: what is owed in all, both ways. */
  readonly totals: readonly Omit<ReconciledBlock, 'client' | 'block' | 'row'>[];
  /** The rows that make the difference; none where it comes out even to the cent. */
  readonly differences: readonly ReconciledBlock[];
}

/** As of the end of the last month in Journal. */
export interface ReconciledMonth extends Reconciliation {
  readonly month: string;
  readonly title: string;
}

type BlockSums = { -readonly [Key in keyof ReconciledBlock]: ReconciledBlock[Key] };

/** Compares deferred revenue by block and client with the liability account of all journals. */
export function reconcile(
  settled: Iterable<SettledClient>,
  journals: readonly JournalLine[],
  settings: AccountBook & Pick<Settings, 'unpaidBlocks' | 'expiredHours'>,
  asOf: CalendarDate,
): Reconciliation {
  const owed = new Map<string, BlockSums>();
  const at = (client: string, block: string, currency: Currency): BlockSums => {
    const key = `${client}\t${block}\t${currency}`;
    const none = { byHours: noMoney, byJournals: noMoney };
    return valueAt(owed, key, (): BlockSums => ({ client, block, row: 0, currency, ...none }));
  };
  const addHours = (client: string, { number, currency, row }: Block, value: MinorUnits) => {
    const each = at(client, number, currency);
    each.row = row;
    each.byHours = plus(each.byHours, value);
  };
  for (const { client, account, blocks } of settled) {
    for (const open of account.opened)
      addHours(client.name, open.block, deferredInBooks(open, settings, asOf));
    for (const row of blocks) {
      const value = deferredByRow(row, account, asOf);
      if (value !== 0) addHours(client.name, row, value);
    }
  }
  for (const { client, block, currency, code, amount } of journals) {
    if (code !== accountOf(settings, 'deferred', currency).code) continue;
    const each = at(client, block, currency);
    each.byJournals = minus(each.byJournals, amount);
  }
  const all = [...owed.values()];
  const differences = all.filter(({ byHours, byJournals }) => byHours !== byJournals);
  return { totals: totalsOf(all), differences };
}

function totalsOf(all: readonly ReconciledBlock[]): Reconciliation['totals'] {
  return [...new Set(all.map(({ currency }) => currency))].sort().map(currency => {
    const own = all.filter(each => each.currency === currency);
    const sum = (figure: 'byHours' | 'byJournals') => sumOf(own.map(each => each[figure]));
    return { currency, byHours: sum('byHours'), byJournals: sum('byJournals') };
  });
}
