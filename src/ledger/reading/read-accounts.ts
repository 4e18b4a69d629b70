import { type Accounts, accountSettings, type BookAccount } from '../model/accounts';
import { cellText, parser } from '../sheet/cell';
import type { Take } from './read-settings';

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
