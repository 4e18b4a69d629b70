import type { Ledger } from '../ledger';
import { standingOf } from '../notices/standing';
import { issueText } from '../reading/issue';
import { type RunOut, runOut } from '../rules/run-out';
import { balanceOf, overageOf, type SettledClient } from '../rules/settle';
import type { RateTier } from '../settings';
import type { CalendarDate } from '../units/calendar-date';
import type { Decimal } from '../units/decimal';
import type { Currency } from '../units/money';
import type { Seconds } from '../units/seconds';
import { type CurrencyFigures, moneyOf } from './money';

/** Worst first. */
export const states = ['used up', 'expired', 'low', 'expiring', 'fine', 'no block', 'inactive'] as const;
export type State = (typeof states)[number];

/** Everything that a cell shows of one client as of a date; plain values, so that a cache can keep it. */
export interface ClientFigures {
  readonly name: string;
  readonly balance: Seconds;
  readonly overage: Seconds;
  readonly used: Seconds;
  readonly money: readonly CurrencyFigures[];
  /** Where the hours of a client without blocks would be billed. */
  readonly currency: Currency;
  readonly normalRate: Decimal;
  /** The row of Clients that cannot be read, so that no price can be told. */
  readonly brokenTerms: string | undefined;
  readonly runOut: RunOut;
  readonly state: State;
  readonly lastNotice: CalendarDate | undefined;
  readonly rowsLeftOut: number;
  /** Why the figures may be wrong: the rows that could not be counted. */
  readonly broken: string | undefined;
}

/** What cells ask of the firm as a whole; plain values too. */
export interface FirmFigures {
  readonly currency: Currency;
  readonly normalRate: Decimal;
  readonly rateCards: readonly (readonly [Currency, readonly RateTier[]])[];
}

export function firmFigures({ settings: { terms, rateCards } }: Ledger): FirmFigures {
  return { currency: terms.currency, normalRate: terms.normalRate, rateCards: [...rateCards] };
}

export function figuresOf(settled: SettledClient, ledger: Ledger): ClientFigures {
  const { client, account, entries, asOf } = settled;
  const balance = balanceOf(settled);
  const broken = ledger.broken.get(client.key) ?? [];
  const weeks = ledger.settings.paceWeeks;
  return {
    name: client.name,
    balance,
    overage: overageOf(settled),
    used: account.charged as Seconds,
    money: moneyOf(settled),
    currency: client.terms.currency,
    normalRate: client.terms.normalRate,
    brokenTerms: brokenText(broken.filter(({ tab }) => tab === 'Clients')),
    runOut: runOut(account, entries, balance, asOf, weeks),
    state: stateOf(settled, ledger),
    lastNotice: ledger.lastNotices.get(client.key),
    rowsLeftOut: new Set(broken.map(({ tab, row }) => `${tab} ${row}`)).size,
    broken: brokenText(broken),
  };
}

function stateOf(settled: SettledClient, { settings }: Ledger): State {
  if (!settled.client.active) return 'inactive';
  const { level, expiring } = standingOf(settled, settings);
  if (level) return level;
  if (expiring.length > 0) return 'expiring';
  return settled.account.opened.some(open => open.state !== 'later') ? 'fine' : 'no block';
}

/** The first row to mend, and how many more there are. */
function brokenText(broken: readonly Parameters<typeof issueText>[0][]): string | undefined {
  const [first, ...more] = broken;
  if (!first) return undefined;
  return issueText(first) + (more.length > 0 ? ` (${more.length} more: see Check workbook.)` : '');
}
