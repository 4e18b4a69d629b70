import type { UnpaidBlock } from '../books/unpaid';
import type { OpenCare } from '../model/care';
import type { Ledger } from '../model/ledger';
import type { NoticeRow } from '../model/notice-row';
import type { TabName } from '../model/tab-names';
import type { BurnDown } from '../pictures/burn-down';
import type { State } from '../reports/figures';
import type { SettledClient } from '../rules/settle';
import type { Currency, MinorUnits } from '../units/money';

/** A row of the workbook to which a line of the card leads. */
export interface CardPlace {
  readonly tab: TabName;
  readonly row: number;
}

/** One line of a section: what it says, what stands muted below it, and a word of state. */
export interface CardLine {
  readonly text: string;
  readonly aside?: string;
  /** Such as `expiring`; it gets the colour of that state. */
  readonly state?: string;
  readonly go?: CardPlace;
  /** The number of a block that is to be paid: its payment request. */
  readonly toPay?: string;
}

/** A part of the card under a title of its own; the page shows whatever sections there are. */
export interface CardSection {
  readonly title: string;
  readonly lines: readonly CardLine[];
}

/** The one figure that matters, with how much of its bar is filled. */
export interface CardHours {
  readonly left: string;
  /** Such as `of 20 h`; blank for a client that never bought. */
  readonly of: string;
  /** From 0 to 1. */
  readonly share: number;
}

/** Money in one currency; the page writes it as its reader does. */
interface CardMoney {
  readonly currency: Currency;
  readonly value: MinorUnits;
  readonly saved: MinorUnits;
}

/** A client at a glance; plain values, as a cache keeps them and a page takes them. */
export interface ClientCard {
  readonly name: string;
  /** Nothing where a row that cannot be counted may make it wrong. */
  readonly state: State | '';
  readonly hours: CardHours | null;
  readonly money: readonly CardMoney[];
  /** Nothing where nothing has happened yet, or a row cannot be counted. */
  readonly burnDown: BurnDown | null;
  /** Pace and run-out, and what a person should know before trusting the figures. */
  readonly notes: readonly CardLine[];
  readonly sections: readonly CardSection[];
}

/** What every part of the card is made of. */
export interface CardFacts {
  readonly settled: SettledClient;
  readonly ledger: Ledger;
  /** All rows of Notices. */
  readonly notices: readonly NoticeRow[];
  /** Of all clients. */
  readonly care: OpenCare;
  /** Of all clients. */
  readonly unpaid: readonly UnpaidBlock[];
}
