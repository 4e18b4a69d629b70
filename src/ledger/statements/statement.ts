import type { Client } from '../client';
import type { Ledger } from '../ledger';
import type { CalendarDate } from '../units/calendar-date';
import { monthsOf, type Period } from './period';
import { accountOf, type PeriodAccount } from './period-account';

/** Everything that a statement says; once issued it is kept as it is, so that it reprints identically. */
export interface Statement extends PeriodAccount {
  /** Blank until it is issued. */
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly client: string;
  readonly contact: string;
  readonly firm: string;
  readonly taxName: string;
  /** A month of it is still open, so its figures may change. */
  readonly provisional: boolean;
  /** The one it stands in place of, and what has become of its figures. */
  readonly corrects: { readonly number: string; readonly differences: readonly string[] } | undefined;
}

/** The statement as the ledger stands now; internal notes and names of staff are not even at hand here. */
export function draftStatement(
  ledger: Ledger,
  client: Client,
  period: Period,
  closedMonths: ReadonlySet<string>,
): Statement {
  const { settings } = ledger;
  return {
    number: '',
    issuedOn: settings.today,
    client: client.name,
    contact: client.contact,
    firm: settings.firmName,
    taxName: settings.taxName,
    provisional: monthsOf(period).some(month => !closedMonths.has(month)),
    corrects: undefined,
    ...accountOf(ledger, client, period),
  };
}
