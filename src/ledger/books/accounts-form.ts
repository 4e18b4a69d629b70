import { accountSettings } from '../model/accounts';
import { type ClientTerms, cashSides, type Settings } from '../model/settings';
import { readAccount } from '../reading/read-accounts';
import { choiceOf, readShare, readText } from '../reading/values';
import { type Cell, isProblem, type Parse, type Problem } from '../sheet/cell';

/** The settings that the books depend on; each is a field of *Set up accounts*, under its own name. */
export const bookSettings: readonly string[] = [
  'Cash side',
  'Expired hours',
  'Tax (%)',
  'Tax name',
  'Xero tax rate',
  ...accountSettings.map(({ name }) => name),
];

export type TypedAccounts = Readonly<Record<string, string>>;

/** What *Set up accounts* opens with. */
export interface AccountsForm {
  readonly typed: TypedAccounts;
  /** For the test journal. */
  readonly terms: ClientTerms;
  /** Months whose lines keep the codes that they have. */
  readonly closed: number;
}

export interface SettingProblem {
  readonly setting: string;
  readonly message: string;
}

export type BookRules = Pick<
  Settings,
  'cashSide' | 'expiredHours' | 'accounts' | 'xeroTaxRate' | 'taxName'
> & {
  readonly tax: ClientTerms['tax'];
};

/** Reads the fields by the same rules as Settings; what cannot be read is told beside its field. */
export function readBookRules(typed: TypedAccounts): BookRules | readonly SettingProblem[] {
  const problems: SettingProblem[] = [];
  const take = <T>(setting: string, parse: Parse<T>): T => {
    const cell: Cell = typed[setting] ?? '';
    const value: T | undefined | Problem = parse(setting, cell);
    if (value !== undefined && !isProblem(value)) return value;
    const message = isProblem(value) ? value.problem : 'This cannot be blank.';
    problems.push({ setting, message });
    return undefined as T;
  };
  const rules = {
    cashSide: take('Cash side', choiceOf(cashSides)),
    expiredHours: take('Expired hours', choiceOf(['keep', 'breakage'] as const)),
    tax: take('Tax (%)', readShare),
    taxName: take('Tax name', readText),
    xeroTaxRate: take('Xero tax rate', readText),
    accounts: Object.fromEntries(accountSettings.map(({ role, name }) => [role, take(name, readAccount)])),
  };
  return problems.length > 0 ? problems : (rules as BookRules);
}

export function isBookRules(read: BookRules | readonly SettingProblem[]): read is BookRules {
  return !Array.isArray(read);
}
