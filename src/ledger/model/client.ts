import type { CalendarDate } from '../units/calendar-date';
import type { Language } from '../units/language';
import type { ClientTerms, renewalChoices } from './settings';

export interface Client {
  /** The folded name, by which everything of a client is found. */
  readonly key: string;
  /** As written in Clients, or where it first occurs. */
  readonly name: string;
  /** In Clients; 0 for a name that is only in Blocks or Time. */
  readonly row: number;
  readonly active: boolean;
  readonly contact: string;
  readonly email: string;
  readonly copyTo: string;
  /** For papers; several lines. */
  readonly address?: string;
  readonly taxId?: string;
  /** In which it is written to. */
  readonly language: Language;
  /** As typed in Clients, or written when an agreement was marked as signed. */
  readonly agreementSigned?: CalendarDate | undefined;
  /** Whether a draft of the next block is written as soon as the client is low. */
  readonly renewal?: (typeof renewalChoices)[number];
  /** Whether it gets the account of each month; blank: as Settings says. */
  readonly monthlyStatement?: boolean | undefined;
  readonly terms: ClientTerms;
}

/** A client that is not in Clients: only the terms of Settings hold, and nothing can be mailed. */
export function unlistedClient(key: string, name: string, terms: ClientTerms): Client {
  const mail = { contact: '', email: '', copyTo: '', language: 'en' as const };
  return { key, name, row: 0, active: true, ...mail, terms };
}
