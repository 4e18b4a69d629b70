import { issueText } from '../model/issue';
import type { Ledger } from '../model/ledger';
import type { RateTier } from '../model/settings';
import { newestPurchase } from '../rules/standing';
import { isoDate } from '../units/calendar-date';
import type { Currency, MinorUnits } from '../units/money';
import type { Seconds } from '../units/seconds';
import type { OfferedSale } from './offered-sale';
import { type Buyer, buyerNamed, type Market } from './read-sale';
import type { SaleProblem } from './typed-sale';

/** What *Sell a block* opens with; plain values, as a page can take them. */
export interface SaleForm extends Market {
  readonly today: string;
  readonly taxName: string;
  readonly rateCards: readonly (readonly [Currency, readonly RateTier[]])[];
  /** The client of the row that is selected; blank where there is none. */
  readonly selected: string;
  /** What a mail has offered that client, where its row of Notices is selected. */
  readonly offered?: OfferedByMail;
}

/** The offers of a mail, the one that it proposed first; none where they hold no longer. */
interface OfferedByMail {
  /** Of its notice, which the sale answers. */
  readonly key: string;
  readonly sizes: readonly OfferedSale[];
  /** The last day on which its prices hold, or held. */
  readonly until: string;
}

/** What the page hears of a sale: the block, or what to mend first. */
export type SaleAnswer = { readonly sold: SoldBlock } | { readonly problems: readonly SaleProblem[] };

export interface SoldBlock {
  readonly number: string;
  readonly client: string;
  readonly hours: Seconds;
  readonly price: MinorUnits;
  readonly currency: Currency;
  /** The client's balance now; nothing where a row keeps it from being told. */
  readonly left: Seconds | null;
  /** Hours that are sold and not usable yet. */
  readonly later: Seconds;
}

/** Everybody in Clients, with the terms and the size of block that a sale begins with. */
export function saleForm(ledger: Ledger, selected: string): SaleForm {
  const { settings } = ledger;
  const clients = buyersOf(ledger);
  return {
    clients,
    terms: settings.terms,
    today: isoDate(settings.today),
    taxName: settings.taxName,
    rateCards: [...settings.rateCards],
    selected: buyerNamed(selected, { clients })?.name ?? '',
  };
}

function buyersOf({ clients, blocks, broken, settings }: Ledger): Buyer[] {
  const listed = [...clients.values()].filter(({ row }) => row > 0);
  return listed.map(({ key, name, terms: { normalRate, currency, tax } }) => {
    const own = blocks.filter(({ clientKey }) => clientKey === key);
    const newest = newestPurchase(own, settings.today);
    const unread = (broken.get(key) || []).find(({ tab }) => tab === 'Clients');
    return {
      name,
      terms: { normalRate, currency, tax },
      ...(newest && { newest: newest.hours }),
      ...(unread && { problem: issueText(unread) }),
    };
  });
}
