import type { Ledger } from '../model/ledger';
import type { Settings } from '../model/settings';
import { isAddress } from '../reading/address';
import { readRate } from '../reading/terms';
import { type FieldProblem, inOrder, type TypedFields, take } from '../reading/typed-fields';
import { readCurrency, readShare } from '../reading/values';
import { decimalNumber } from '../units/decimal';
import { foldName } from '../units/names';

/** What a firm says of itself before its first mail, in the order in which it stands on the page. */
export const firmFields = ['firmName', 'officeEmail', 'normalRate', 'currency', 'tax'] as const;
type FirmField = (typeof firmFields)[number];
export type TypedFirm = TypedFields<FirmField>;
export type FirmProblem = FieldProblem<FirmField>;

export const firstClientFields = ['client', 'email'] as const;
type FirstClientField = (typeof firstClientFields)[number];
export type TypedFirstClient = TypedFields<FirstClientField>;
export type FirstClientProblem = FieldProblem<FirstClientField>;

/** What ticks itself as soon as it is done, wherever it was done. */
export const firstSteps = ['firm', 'client', 'block', 'hour', 'notices'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** What *Get started* shows; plain values, as a page can take them. */
export interface GetStarted {
  /** Whether set up has been here. */
  readonly stands: boolean;
  /** What set up would make, or what it asks first, in sentences. */
  readonly plan: readonly string[];
  readonly asks: boolean;
  readonly firm: TypedFirm;
  /** As `2026-11-23`. */
  readonly today: string;
  readonly done: Readonly<Record<FirstStep, boolean>>;
  /** To whom the first block is sold, and whose first hour is typed. */
  readonly client: string;
  /** What the client has; blank where nothing is sold yet. */
  readonly left: string;
}

/** A cell of Settings, by the setting's name. */
export interface FirmCell {
  readonly name: string;
  readonly value: string | number;
  readonly format: string;
}

/** Reads the firm's fields by the same rules as Settings; blank ones are left for later. */
export function readFirm(
  typed: TypedFirm,
): readonly FirmCell[] | { readonly problems: readonly FirmProblem[] } {
  const problems: FirmProblem[] = [];
  const refuse = (field: FirmField, message: string) => void problems.push({ field, message });
  const text = (field: FirmField) => typed[field].trim();
  if (
    text('officeEmail') !== '' &&
    !text('officeEmail')
      .split(',')
      .every(each => isAddress(each.trim()))
  )
    refuse('officeEmail', 'Type a mail address, such as office@firm.com.');
  const rate = take(typed, 'normalRate', 'Normal rate', readRate, refuse);
  const currency = take(typed, 'currency', 'Currency', readCurrency, refuse);
  const tax = take(typed, 'tax', 'Tax (%)', readShare, refuse);
  if (problems.length > 0) return { problems: inOrder(problems, firmFields) };
  return [
    { name: 'Firm name', value: text('firmName'), format: '@' },
    { name: 'Office manager email', value: text('officeEmail'), format: '@' },
    ...(rate ? [{ name: 'Normal rate', value: decimalNumber(rate), format: '#,##0.00' }] : []),
    ...(currency ? [{ name: 'Currency', value: currency, format: '@' }] : []),
    ...(tax ? [{ name: 'Tax (%)', value: decimalNumber(tax), format: '0.00%' }] : []),
  ];
}

/** What of the first client must be mended; a name that stands in Clients already is not written twice. */
export function firstClientProblems(
  typed: TypedFirstClient,
  names: ReadonlySet<string>,
): readonly FirstClientProblem[] {
  const [name, email] = [typed.client.trim(), typed.email.trim()];
  const problems: FirstClientProblem[] = [];
  if (name === '') problems.push({ field: 'client', message: 'Type the name of the client.' });
  else if (names.has(foldName(name)))
    problems.push({ field: 'client', message: 'This client stands in Clients already.' });
  if (email !== '' && !isAddress(email))
    problems.push({
      field: 'email',
      message: 'Type one mail address, such as pat@client.com, or leave it blank.',
    });
  return problems;
}

/** What must stand before any mail leaves: its reader asks who writes, and somebody must hear where it fails. */
function senderLacks({ firmName, officeManagerEmail }: Settings): readonly string[] {
  return [
    ...(firmName === '' ? ['Firm name'] : []),
    ...(officeManagerEmail === '' ? ['Office manager email'] : []),
  ];
}

/** The same in a sentence; blank where nothing is missing. */
export function senderLacksText(settings: Settings): string {
  const lacks = senderLacks(settings);
  return lacks.length === 0
    ? ''
    : `No mail leaves before ${lacks.join(' and ')} ${lacks.length === 1 ? 'stands' : 'stand'} in Settings.`;
}

export function stepsDone(ledger: Ledger, isDaily: boolean): GetStarted['done'] {
  return {
    firm: senderLacks(ledger.settings).length === 0,
    client: [...ledger.clients.values()].some(({ row }) => row > 0),
    block: ledger.blocks.length > 0,
    hour: ledger.entries.length > 0,
    notices: isDaily,
  };
}

/** The firm as it stands in Settings, as it would be typed. */
export function firmOf({ firmName, officeManagerEmail, terms }: Settings): TypedFirm {
  return {
    firmName,
    officeEmail: officeManagerEmail,
    normalRate: String(decimalNumber(terms.normalRate)),
    currency: terms.currency,
    tax: `${Number((decimalNumber(terms.tax) * 100).toFixed(6))} %`,
  };
}
