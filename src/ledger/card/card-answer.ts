import type { ClientCard } from './client-card';

/** What the card's page has before it, and asks about; plain texts, as it sends them. */
export interface CardSeen {
  /** Where the cursor was. */
  readonly tab: string;
  readonly row: number;
  /** Whom the card shows, and under which stamp of the ledger. */
  readonly client: string;
  readonly stamp: string;
  /** The mark of care under which the card was made. */
  readonly care: string;
  /** Which of the two a card that stands is held against this time; the page asks for them in turn. */
  readonly asks: 'ledger' | 'care';
  /** A client chosen by hand, who is shown wherever the cursor stands. */
  readonly chosen: string;
}

/** What the page hears: that nothing has changed, or what it is to show. */
export type CardAnswer = CardSame | CardNews;

interface CardSame {
  readonly same: true;
  readonly tab: string;
  readonly row: number;
}

export interface CardNews {
  readonly same: false;
  readonly tab: string;
  readonly row: number;
  readonly stamp: string;
  readonly care: string;
  /** Whom the row names; blank where it names nobody. */
  readonly client: string;
  readonly card: ClientCard | null;
  /** Everybody, to choose from; nothing where the page knows them already. */
  readonly names: readonly string[] | null;
  /** Why there is no card. */
  readonly said: string;
}
