import type { Block, Kind } from '../model/block';
import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import type { Settings } from '../model/settings';
import type { TimeEntry } from '../model/time-entry';
import type { Step } from '../rules/account';
import { needWholeLedger } from '../rules/archive';
import { settleClient } from '../rules/settle';
import type { SheetCell } from '../sheet/sheet-cell';
import type { CalendarDate } from '../units/calendar-date';
import { hoursOf, hoursText } from '../units/seconds';

const headers = ['Date', 'What', 'Worked', 'Charged', 'Block', 'Drawn', 'Left after'];

interface ExplainInput {
  readonly client: Client;
  readonly blocks: readonly Block[];
  readonly entries: readonly TimeEntry[];
  readonly settings: Settings;
  readonly archive?: Ledger['archive'];
}

/** Every event of a client up to a date, so that a balance can be read down to it: the last "left after". */
export function explainRows(
  { client, blocks, entries, settings, archive }: ExplainInput,
  asOf: CalendarDate,
): SheetCell[][] {
  needWholeLedger({ archive });
  const rows: SheetCell[][] = [headers];
  let lastEntry: unknown;
  const tell = (step: Step) => {
    const { date, kind, entry, drawn, left } = step;
    // Worked and charged stand once an entry, however many blocks it draws from, so that the columns add up.
    const isFirst = entry && entry !== lastEntry;
    lastEntry = entry;
    rows.push([
      { date },
      describe(step),
      isFirst ? hoursOf(entry.entry.worked) : '',
      isFirst ? hoursOf(entry.charged) : '',
      blockCell(step, client),
      kind === 'usable' ? '' : hoursOf(drawn),
      hoursOf(left),
    ]);
  };
  const isOwn = ({ clientKey }: { clientKey: string }) => clientKey === client.key;
  const own = { blocks: blocks.filter(isOwn), entries: entries.filter(isOwn) };
  settleClient(client, own, settings, asOf, { tell });
  return rows;
}

/** What a block's hours are to the client when they become usable; `bought` otherwise. */
const arrivals: Partial<Record<Kind, string>> = {
  Opening: 'brought forward',
  Goodwill: 'free',
  Correction: 'added as a correction',
  Transfer: 'moved here',
};

function describe({ kind, entry, block, row, drawn }: Step): string {
  if (entry) return entry.entry.what || entry.entry.workType.name || 'Work';
  const blockKind = (block as Block).kind;
  const words: Record<Step['kind'], string> = {
    work: 'Work',
    uncovered: `${blockKind}: more than was left`,
    usable: `${hoursText(drawn)} ${arrivals[blockKind] || 'bought'}`,
    'gives back': 'Covers hours that were waiting',
    'takes out': `Taken out (row ${row} of Blocks)`,
    expires: 'Expired unused',
    invoices: 'Overage invoiced',
  };
  return words[kind];
}

function blockCell({ kind, block, entry }: Step, { terms }: Client): string {
  if (kind !== 'uncovered') return block ? block.number : '';
  return entry && terms.overage === 'invoice' ? 'to invoice' : 'waiting';
}
