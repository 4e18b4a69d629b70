import { issueText } from '../model/issue';
import type { PassingLedger } from '../model/ledger';
import type { RateTier } from '../model/settings';
import type { AgreementState } from '../model/signing';
import { type Renewals, renewalsOf } from '../notices/outcome';
import { agreementOf } from '../reading/agreement-states';
import { hoursShare } from '../rules/hours-share';
import { type CurrencyFigures, moneyOf } from '../rules/money';
import { type RunOut, runOut } from '../rules/run-out';
import { balanceOf, overageOf, type SettledClient } from '../rules/settle';
import { marginsOf, type Standing, standingOf } from '../rules/standing';
import { unpaidWork } from '../rules/unpaid-work';
import type { CalendarDate } from '../units/calendar-date';
import { type Decimal, decimalNumber } from '../units/decimal';
import type { Currency } from '../units/money';
import type { Seconds } from '../units/seconds';

/** Worst first; `check`: a row left out, or one that is hardly meant so, may change the figure beside it. */
export const states = [
  'check',
  'used up',
  'expired',
  'low',
  'expiring',
  'fine',
  'no block',
  'inactive',
] as const;
export type State = (typeof states)[number];

/** Everything that a cell shows of one client as of a date; plain values, so that a cache can keep it. */
export interface ClientFigures {
  readonly name: string;
  readonly balance: Seconds;
  /** From 0 to 1: what is left of the open blocks, or of the newest purchase. */
  readonly share: number;
  readonly overage: Seconds;
  readonly used: Seconds;
  /** Of the overage, what waits for an invoice. */
  readonly toInvoice: Seconds;
  readonly money: readonly CurrencyFigures[];
  /** Where the hours of a client without blocks would be billed. */
  readonly currency: Currency;
  readonly normalRate: Decimal;
  /** The row of Clients that cannot be read, so that no price can be told. */
  readonly brokenTerms: string | undefined;
  readonly runOut: RunOut;
  readonly state: State;
  readonly lastNotice: CalendarDate | undefined;
  /** Of the purchases that a notice went out about. */
  readonly renewals: Renewals;
  readonly rowsLeftOut: number;
  readonly agreement: AgreementState | '';
  readonly watch: Watch;
  /** Why the figures may be wrong: the rows that could not be counted. */
  readonly broken: string | undefined;
}

/** By what a few typed hours are judged without reading the tabs. */
interface Watch {
  /** In Clients, not only in Blocks or Time. */
  readonly isListed: boolean;
  /** Hours down to each level; none for a client of whom nothing is told. */
  readonly margins: readonly number[];
  readonly roundUpTo: Seconds;
  readonly minimum: Seconds;
  /** Hours of the newest purchase. */
  readonly newest?: Seconds | undefined;
}

/** What cells ask of the firm as a whole; plain values too. */
export interface FirmFigures {
  readonly currency: Currency;
  readonly normalRate: Decimal;
  readonly rateCards: readonly (readonly [Currency, readonly RateTier[]])[];
  /** Of all work types. */
  readonly highestMultiplier: number;
  /** Why no client's state can be told: something by which it is told is gone. */
  readonly stateless?: string | undefined;
}

export function firmFigures({
  settings: { terms, rateCards },
  workTypes,
  missing,
}: PassingLedger): FirmFigures {
  const multipliers = [...workTypes.values()].map(type => (type ? decimalNumber(type.multiplier) : 1));
  const gone = missing.find(({ stops }) => stops === 'state');
  return {
    ...(gone && { stateless: issueText(gone.issue) }),
    currency: terms.currency,
    normalRate: terms.normalRate,
    rateCards: [...rateCards],
    highestMultiplier: Math.max(1, ...multipliers),
  };
}

export function figuresOf(settled: SettledClient, ledger: PassingLedger): ClientFigures {
  const { client, account, entries, asOf } = settled;
  const balance = balanceOf(settled);
  const broken = ledger.broken.get(client.key) ?? [];
  const weeks = ledger.settings.paceWeeks;
  const standing = standingOf(settled, ledger.settings);
  return {
    name: client.name,
    balance,
    share: hoursShare(settled, ledger.settings).share,
    overage: overageOf(settled),
    used: account.charged,
    money: moneyOf(settled, ledger.settings),
    toInvoice: account.toInvoice.total,
    currency: client.terms.currency,
    normalRate: client.terms.normalRate,
    brokenTerms: brokenText(broken.filter(({ tab }) => tab === 'Clients')),
    runOut: runOut(account, entries, balance, asOf, weeks),
    state: stateOf(settled, standing, ledger),
    lastNotice: ledger.lastNotices.get(client.key),
    renewals: renewalsOf(ledger.sentNotices.get(client.key) ?? [], settled, ledger.settings.remindAfter),
    rowsLeftOut: new Set(broken.map(({ tab, row }) => `${tab} ${row}`)).size,
    agreement: agreementOf(settled, ledger.agreements),
    watch: watchOf(settled, standing),
    broken: brokenText(broken),
  };
}

function stateOf(settled: SettledClient, standing: Standing, ledger: PassingLedger): State {
  const { client, account } = settled;
  const { level, expiring } = standing;
  if (!client.active) return 'inactive';
  if (isSpoilt(settled, standing, ledger)) return 'check';
  if (level) return level;
  if (expiring.length > 0) return 'expiring';
  const isKnown = account.opened.some(open => open.state !== 'later' && open.state !== 'lapsed');
  return isKnown ? 'fine' : 'no block';
}

/** More work makes nobody worse than used up; a block that was left out may make anybody better. */
function isSpoilt(settled: SettledClient, { level }: Standing, { broken, doubtful }: PassingLedger): boolean {
  const { key } = settled.client;
  if (doubtful.has(key) || unpaidWork(settled) !== undefined) return true;
  const isWorst = level === 'used up' || level === 'expired';
  return (broken.get(key) ?? []).some(({ tab }) => !isWorst || tab === 'Blocks');
}

function watchOf({ client: { row, active, terms } }: SettledClient, standing: Standing): Watch {
  const { roundUpTo, minimum } = terms;
  const newest = standing.newest?.hours;
  return { isListed: row > 0, margins: active ? marginsOf(standing) : [], roundUpTo, minimum, newest };
}

/** The first row to mend, and how many more there are. */
function brokenText(broken: readonly Parameters<typeof issueText>[0][]): string | undefined {
  const [first, ...more] = broken;
  if (!first) return undefined;
  return issueText(first) + (more.length > 0 ? ` (${more.length} more: see Check workbook.)` : '');
}
