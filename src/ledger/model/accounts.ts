/** What an account is for, whatever the firm calls it. */
const accountRoles = [
  'bank',
  'receivable',
  'clearing',
  'tax',
  'deferred',
  'opening',
  'service',
  'overage',
  'breakage',
  'differences',
  'badDebts',
] as const;
export type AccountRole = (typeof accountRoles)[number];

/** An account as the firm's accounting knows it. */
export interface BookAccount {
  readonly code: string;
  readonly name: string;
}

export type Accounts = Readonly<Record<AccountRole, BookAccount>>;

/** The accounts of the books; a currency may have some of its own. */
export interface AccountBook {
  readonly accounts: Accounts;
  readonly accountsIn?: ReadonlyMap<string, Partial<Accounts>> | undefined;
}

export function accountOf(
  { accounts, accountsIn }: AccountBook,
  role: AccountRole,
  currency: string,
): BookAccount {
  return accountsIn?.get(currency)?.[role] ?? accounts[role];
}

/** Code and name, in the order of the roles. */
const initial =
  '1000 Bank, 1100 Accounts receivable, 1090 Receipts clearing, 2200 Tax payable, 2400 Deferred revenue, ' +
  '3900 Opening balances, 4000 Service revenue, 4010 Overage revenue, 4020 Breakage revenue, ' +
  '4030 Refund differences, 6900 Bad debts';

/** The row of Settings in which each account stands, and what holds at first. */
export const accountSettings = initial.split(', ').map((text, index) => ({
  role: accountRoles[index] as AccountRole,
  name: `Account: ${text.slice('1000 '.length)}`,
  initial: text,
}));
