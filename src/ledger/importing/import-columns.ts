import { foldName } from '../units/names';

/** What a column of the file can be: the columns of Clients, then those of an opening balance. */
export const importFields = [
  'Client',
  'Contact',
  'Email',
  'Copy to',
  'Language',
  'Normal rate',
  'Currency',
  'Tax (%)',
  'Note',
  'Hours',
  'Value',
  'Date',
  'Expires',
] as const;
export type ImportField = (typeof importFields)[number];

/** How other programs call them, folded; the field's own name counts too. */
const otherNames: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  Client: [
    'name',
    'client name',
    'customer',
    'customer name',
    'company',
    'organisation',
    'organization',
    'account',
  ],
  Contact: ['contact name', 'contact person', 'primary contact', 'person'],
  Email: ['e-mail', 'mail', 'email address', 'e-mail address', 'main email'],
  'Copy to': ['cc'],
  'Normal rate': ['rate', 'hourly rate', 'rate an hour', 'price an hour', 'billing rate'],
  'Tax (%)': ['tax', 'tax rate', 'vat', 'vat (%)', 'vat %', 'tax %'],
  Note: ['notes', 'comment', 'remark'],
  Hours: [
    'hours left',
    'balance',
    'opening hours',
    'opening balance',
    'hours remaining',
    'remaining hours',
    'remaining',
  ],
  Value: ['opening value', 'amount', 'value left', 'prepaid', 'money'],
  Date: ['as of', 'opening date', 'balance date'],
  Expires: ['expiry', 'expiry date', 'expires on', 'valid until', 'ends'],
};

/** The field of each column by its header; nothing for one that is not known or comes a second time. */
function guessFields(headers: readonly string[]): (ImportField | '')[] {
  const taken = new Set<string>();
  return headers.map(header => {
    const folded = foldName(header);
    const field = importFields.find(each => foldName(each) === folded || otherNames[each]?.includes(folded));
    if (!field || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}

/** The fields that a page has chosen, as far as they make sense; each only once. */
export function chosenFields(given: unknown, headers: readonly string[]): (ImportField | '')[] {
  if (!Array.isArray(given)) return guessFields(headers);
  const taken = new Set<unknown>();
  return headers.map((_, index) => {
    const field = importFields.find(each => each === given[index]);
    if (!field || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}
