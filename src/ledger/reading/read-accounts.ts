import {
  type AccountBook,
  type AccountRole,
  type Accounts,
  accountSettings,
  type BookAccount,
} from '../model/accounts';
import { cellText, parser } from '../sheet/cell';
import { type Currency, currencyOf } from '../units/money';
import { foldName } from '../units/names';
import type { Take } from './values';

/** Reads a code and a name: journals need the one, people the other. */
export const readAccount = parser(
  'Type a code and a name, such as 2400 Deferred revenue.',
  (cell): BookAccount | undefined => {
    const [, code, name] = /^(\S{1,20})\s+(\S.{0,99})$/.exec(cellText(cell).replace(/\s+/g, ' ')) || [];
    return code && name && /\d/.test(code) ? { code, name } : undefined;
  },
);

/** The account of every role. */
export function readAccounts(take: Take): Accounts {
  const accounts = accountSettings.map(({ role, name }) => [role, take(name, readAccount)]);
  return Object.fromEntries(accounts);
}

/** Of the name of a setting such as `Account: Bank EUR`; nothing for any other. */
export function accountInCurrency(
  name: string,
): { readonly setting: string; readonly role: AccountRole; readonly currency: Currency } | undefined {
  const [, general = '', code = ''] = /^(.*) ([a-z]{3})$/i.exec(name.trim()) || [];
  const found = accountSettings.find(each => foldName(each.name) === foldName(general));
  const currency = currencyOf(code.toUpperCase());
  return found && currency && { setting: found.name, role: found.role, currency };
}

/** The accounts that a currency has for itself, from the names of the settings that are there. */
export function readAccountsIn(names: readonly string[], take: Take): AccountBook['accountsIn'] {
  const own = new Map<Currency, Partial<Accounts>>();
  for (const name of names) {
    const found = accountInCurrency(name);
    if (!found) continue;
    const { role, currency } = found;
    own.set(currency, { ...own.get(currency), [role]: take(name, readAccount) });
  }
  return own;
}
