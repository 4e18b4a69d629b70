import type { Client } from '../client';

/** To whom a client's mails go, or why they cannot go. */
export interface Recipients {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly problem: string | undefined;
}

/** Google takes no message to more. */
const mostRecipients = 50;

/** Addresses stand in one cell with commas, semicolons or blanks between them. */
export function recipientsOf({ name, email, copyTo, row }: Client): Recipients {
  const [to, cc] = [addresses(email), addresses(copyTo)];
  const wrong = [...to, ...cc].find(address => !isAddress(address));
  const place = row > 0 ? `Clients row ${row}` : 'Clients';
  if (row === 0)
    return { to, cc, problem: `"${name}" is not in Clients, so there is no address. Add it there.` };
  if (to.length === 0) return { to, cc, problem: `No Email in ${place}. Type the address there.` };
  if (wrong)
    return { to, cc, problem: `"${wrong.slice(0, 60)}" in ${place} is no mail address. Correct it there.` };
  const tooMany = to.length + cc.length > mostRecipients;
  return {
    to,
    cc,
    problem: tooMany ? `More than ${mostRecipients} addresses in ${place}. Take some out.` : undefined,
  };
}

function addresses(cell: string): string[] {
  return cell
    .split(/[,;\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

function isAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)+$/.test(text)
  );
}
