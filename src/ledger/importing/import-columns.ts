import { foldName } from '../units/names';

/** What a column of the file can be: the columns of Clients, then those of an opening balance. */
export const importFields = [
  'Client',
  'Active',
  'Contact',
  'First name',
  'Last name',
  'Email',
  'Copy to',
  'Language',
  'Normal rate',
  'Currency',
  'Tax (%)',
  'Note',
  'Hours',
  'Value',
  'Money paid ahead',
  'Money owed',
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
    'opening hours',
    'hours remaining',
    'remaining hours',
    'balance (h)',
    'hours balance',
  ],
  Value: ['opening value', 'amount', 'value left', 'prepaid', 'money'],
  Date: ['as of', 'opening date', 'balance date'],
  Expires: ['expiry', 'expiry date', 'expires on', 'valid until', 'ends'],
};

/** Hours, money that was paid ahead, or money that is owed: nobody can tell by the header. */
const unknownUnit = /^(open(ing)? |account |current |outstanding )?balance$|^remaining$|^credit$/;

/** Columns of which a person has to say what they hold, as far as nobody has. */
export function askedColumns(headers: readonly string[], fields: readonly string[]): string[] {
  return headers.filter((header, at) => fields[at] === '' && unknownUnit.test(foldName(header)));
}

const activity = /^(status|state|archived|paused|inactive)$/;

/** Columns that may say who is active, and are not taken for it. */
export function untakenStates(headers: readonly string[], fields: readonly string[]): string[] {
  return fields.includes('Active') ? [] : headers.filter(header => activity.test(foldName(header)));
}

/** Headers of a log of work, which is no list of clients. */
const ofWork =
  /^(user|who|person|member|employee|task|duration|start|end|start (date|time)|description|what was done|billable\??)$/;

export function isWorkLog(headers: readonly string[]): boolean {
  const folded = headers.map(foldName);
  const hasDay = folded.some(header => /^(date|day|start( date)?|datum|fecha|data)$/.test(header));
  return hasDay && folded.some(header => ofWork.test(header) && header !== 'date');
}

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
