import type { Block } from '../block';
import type { Client } from '../client';
import type { Step } from '../rules/replay';
import { settleClient } from '../rules/settle';
import type { Settings } from '../settings';
import type { TimeEntry } from '../time-entry';
import type { CalendarDate } from '../units/calendar-date';
import { hoursOf, hoursText, type Seconds } from '../units/seconds';
import type { SheetCell } from './sheet-cell';

const headers = ['Date', 'What', 'Worked', 'Charged', 'Block', 'Drawn', 'Left after'];

interface Explained {
  readonly client: Client;
  readonly blocks: readonly Block[];
  readonly entries: readonly TimeEntry[];
  readonly settings: Settings;
}

/** Every event of a client up to a date, so that a balance can be read down to it: the last "left after". */
export function explainRows(
  { client, blocks, entries, settings }: Explained,
  asOf: CalendarDate,
): SheetCell[][] {
  const rows: SheetCell[][] = [headers];
  let lastEntry: unknown;
  const tell = (step: Step) => {
    // Worked and charged stand once an entry, however many blocks it draws from, so that the columns add up.
    const first = step.entry !== undefined && step.entry !== lastEntry;
    lastEntry = step.entry;
    rows.push([
      { date: step.date },
      describe(step),
      first ? hoursCell(step.entry?.entry.worked) : '',
      first ? hoursCell(step.entry?.charged) : '',
      blockCell(step, client),
      step.kind === 'usable' ? '' : hoursOf(step.drawn as Seconds),
      hoursOf(step.left as Seconds),
    ]);
  };
  const mine = <Row extends { clientKey: string }>(all: readonly Row[]) =>
    all.filter(row => row.clientKey === client.key);
  settleClient(client, { blocks: mine(blocks), entries: mine(entries) }, settings, asOf, tell);
  return rows;
}

function describe(step: Step): string {
  switch (step.kind) {
    case 'work':
      return step.entry?.entry.what || step.entry?.entry.workType.name || 'Work';
    case 'uncovered':
      return step.entry ? describe({ ...step, kind: 'work' }) : `${step.block?.kind}: more than was left`;
    case 'usable':
      return usableText(step);
    case 'gives back':
      return 'Covers hours that were waiting';
    case 'takes out':
      return `Taken out (row ${step.row} of Blocks)`;
    case 'expires':
      return 'Expired unused';
    case 'invoices':
      return 'Overage invoiced';
  }
}

function usableText({ block, drawn }: Step): string {
  const hours = hoursText(drawn as Seconds);
  switch (block?.kind) {
    case 'Opening':
      return `${hours} brought forward`;
    case 'Goodwill':
      return `${hours} free`;
    case 'Correction':
      return `${hours} added as a correction`;
    case 'Transfer':
      return `${hours} moved here`;
    default:
      return `${hours} bought`;
  }
}

function blockCell({ kind, block, entry }: Step, { terms }: Client): string {
  if (kind !== 'uncovered') return block?.number ?? '';
  return entry && terms.overage === 'invoice' ? 'to invoice' : 'waiting';
}

function hoursCell(time: Seconds | undefined): SheetCell {
  return time === undefined ? '' : hoursOf(time);
}
