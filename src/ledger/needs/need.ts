import type { UnpaidBlock } from '../books/unpaid';
import type { Care } from '../model/care';
import type { Ledger } from '../model/ledger';
import type { NoticeRow } from '../model/notice-row';
import type { TabName } from '../model/tab-names';
import type { SettledClient } from '../rules/settle';
import type { CalendarDate } from '../units/calendar-date';

/** Why a client needs the firm, the worst first: money at risk before what can wait. */
export const needKinds = [
  'said yes',
  'to be paid',
  'not paid',
  'no answer',
  'expires',
  'overdue',
  'no contact',
  'small thing',
  'size',
  'agreement',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** One reason, with the row that it is about. */
export interface Need {
  readonly kind: NeedKind;
  readonly text: string;
  readonly tab: TabName;
  readonly row: number;
  /** The key of the notice that had no answer. */
  readonly notice?: string;
  /** The number of the block that is not paid. */
  readonly block?: string;
  /** Of two of a kind the heavier one comes first: days, or hours. */
  readonly weight: number;
}

/** What there is to know of everybody who may need the firm. */
export interface NeedsInput {
  readonly ledger: Ledger;
  readonly settled: ReadonlyMap<string, SettledClient>;
  readonly notices: readonly NoticeRow[];
  readonly care: Care;
  /** Of all clients; nothing where nobody has asked the books. */
  readonly unpaid?: readonly UnpaidBlock[];
  /** By folded name: the last day on which somebody asked for work, and after how many days to check in. */
  readonly asked: ReadonlyMap<string, CalendarDate>;
  readonly checkIns: ReadonlyMap<string, number>;
}
