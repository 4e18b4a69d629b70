/** Where a form's responses hold what, by the headers that Google makes of its questions. */
import { type Cell, cellText } from '../sheet/cell';
import { columnsOf, fieldsOf, isTimestamp, type LogColumns } from './log-fields';

/** What is read of a response; what the form does not ask is missing. */
export interface FormColumns {
  readonly timestamp: number;
  readonly client: number;
  readonly hours: number;
  readonly date?: number | undefined;
  readonly who?: number | undefined;
  readonly what?: number | undefined;
  readonly workType?: number | undefined;
}

/** The headers of a form's responses are its first row, but somebody may have put a title above. */
const headerSearch = 20;

/** Where the header row of a tab of responses stands, and its columns, both from 0; else which of them it lacks. */
export function formColumns(
  rows: readonly (readonly Cell[])[],
): { readonly header: number; readonly columns: FormColumns } | { readonly lacks: string } {
  const texts = rows.slice(0, headerSearch).map(row => row.map(cellText));
  const header = texts.findIndex(row => row.some(isTimestamp));
  if (header < 0) return { lacks: 'Timestamp' };
  const headers = texts[header] ?? [];
  const columns = columnsOf(fieldsOf(headers));
  const hours = columns.hours ?? columns.duration ?? columns['decimal duration'];
  if (columns.client === undefined) return { lacks: 'Client' };
  if (hours === undefined) return { lacks: 'Hours' };
  const timestamp = headers.findIndex(isTimestamp);
  return { header, columns: { timestamp, client: columns.client, hours, ...asked(headers, columns) } };
}

/** What a form need not ask. */
function asked(headers: readonly string[], columns: LogColumns): Partial<FormColumns> {
  const workType = headers.findIndex(header => header.toLowerCase() === 'work type');
  return {
    date: columns.date,
    who: columns.person ?? columns['full name'] ?? columns.email,
    what: columns.description,
    workType: workType < 0 ? undefined : workType,
  };
}
