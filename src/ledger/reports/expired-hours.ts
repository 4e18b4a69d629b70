import type { Ledger } from '../model/ledger';
import type { Settings } from '../model/settings';
import { deferredRevenue } from '../rules/open-block';
import { settleLedger } from '../rules/settle';
import { isoDate } from '../units/calendar-date';
import type { Currency, MinorUnits } from '../units/money';
import type { Seconds } from '../units/seconds';

/** A block that ended with hours in it. */
export interface ExpiredBlock {
  readonly client: string;
  readonly block: string;
  /** Of Blocks. */
  readonly row: number;
  /** Its last day. */
  readonly ended: string;
  readonly hours: Seconds;
  readonly value: MinorUnits;
  readonly currency: Currency;
}

/** Unused hours that are not in any balance, and never forgotten; what ended last comes first. */
export interface ExpiredHours {
  readonly setting: Settings['expiredHours'];
  readonly blocks: readonly ExpiredBlock[];
}

export function expiredHours(ledger: Ledger): ExpiredHours {
  const { today, expiredHours: setting } = ledger.settings;
  const blocks = [...settleLedger(ledger, today).values()].flatMap(({ client, account }) =>
    account.opened
      .filter(({ state, left }) => state === 'expired' && left > 0)
      .map(open => ({
        client: client.name,
        block: open.block.number,
        row: open.block.row,
        ended: isoDate(open.expires),
        hours: open.left,
        value: deferredRevenue(open),
        currency: open.block.currency,
      })),
  );
  return {
    setting,
    blocks: blocks.sort((a, b) => (a.ended < b.ended ? 1 : a.ended > b.ended ? -1 : a.row - b.row)),
  };
}
