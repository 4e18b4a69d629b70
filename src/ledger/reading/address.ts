import type { Client } from '../model/client';
import { quoted } from '../sheet/cell';

/** To whom a client's mails go, or why they cannot go. */
export interface Recipients {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly problem: string | undefined;
}

/** Google takes no message to more. */
const mostRecipients = 50;
/** A part of a domain neither begins nor ends with a hyphen. */
const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?';
const addressPattern = new RegExp(`^[^\\s@<>()[\\]\\\\,;:"]+@(?:${label}\\.)+${label}$`, 'u');
/** Of control, of direction, of no width: a mail server takes none, and nobody sees them in the cell. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

export function recipientsOf(client: Client): Recipients {
  const [to, cc] = [addresses(client.email), addresses(client.copyTo)];
  return { to, cc, problem: problemOf(client, to, cc) };
}

/** Whether a text is one mail address. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && addressPattern.test(text) && text.replace(unseen, '') === text;
}

/** All of them as one text, as Notices shows it. */
export function addressText({ to, cc }: Recipients): string {
  return [...to, ...cc].join(', ');
}

/** Addresses stand in one cell with commas, semicolons or line breaks between them. */
function addresses(cell: string): string[] {
  const parts = cell.split(/[,;\n]/).map(part => part.trim());
  return parts.filter(part => part !== '');
}

function problemOf({ name, row }: Client, to: readonly string[], cc: readonly string[]): string | undefined {
  const all = [...to, ...cc];
  const wrong = all.find(address => !isAddress(address));
  if (row === 0) return `${quoted(name)} is not in Clients, so there is no address. Add it there.`;
  if (to.length === 0) return `No Email in Clients row ${row}. Type the address there.`;
  if (wrong) return wrongAddress(wrong, row);
  if (all.length > mostRecipients)
    return `More than ${mostRecipients} addresses in Clients row ${row}. Take some out.`;
  return undefined;
}

function wrongAddress(found: string, row: number): string {
  const seen = found.replace(unseen, '');
  const place = `"${seen.slice(0, 60)}" in Clients row ${row}`;
  if (seen === found) return `${place} is no mail address. Correct it there.`;
  return `${place} holds a character that nobody sees. Clear the cell and type the address anew.`;
}
