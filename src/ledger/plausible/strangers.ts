import type { Client } from '../model/client';
import type { Issue, Mend } from '../model/issue';
import type { TabName } from '../model/tab-names';
import { groupsOf } from '../units/groups';
import { shortened } from '../units/plain-json';
import { nearestName } from './near-names';

/** A name in Blocks or Time that is not in Clients, with every row that has it, in the order in which they were read. */
export interface Stranger {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly { readonly tab: TabName; readonly row: number }[];
}

/** A firm that has not filled Clients yet asks about none of its names. */
const mostCompared = 200_000;

/** Of each such name: was a client renamed in Clients, or is it a slip? Else it is to be added. */
export function strangerIssues(
  strangers: readonly Stranger[],
  clients: ReadonlyMap<string, Client>,
  used: ReadonlySet<string>,
): Issue[] {
  if (strangers.length === 0) return [];
  const listed = [...clients.values()].filter(({ row }) => row > 0);
  const compared = strangers.length * listed.length <= mostCompared ? listed : [];
  const idle = compared.filter(({ key }) => !used.has(key));
  return strangers.flatMap(stranger => {
    const [first] = stranger.rows;
    if (!first) return [];
    const near = nearestName(
      stranger.name,
      compared.map(({ name }) => name),
    );
    const meant = compared.find(({ name }) => name === near);
    // A client without a row of its own, and rows without their client: one was renamed.
    const isSold = stranger.rows.some(({ tab }) => tab === 'Blocks');
    const renamed = meant ? meant : isSold && idle.length === 1 ? idle[0] : undefined;
    const words =
      renamed && !used.has(renamed.key)
        ? renamedWords(stranger, renamed)
        : meant
          ? meantWords(stranger, meant)
          : { message: `${unknown(stranger)} Its rows count; add it there, or correct the name.`, mends: [] };
    return [{ ...first, header: 'Client', ...words }];
  });
}

/** In a message: anything may stand in a cell. */
const short = (name: string) => shortened(name, 40);

function unknown({ name }: Stranger): string {
  return `Client "${short(name)}" is not in Clients.`;
}

function meantWords(stranger: Stranger, { name }: Client): Pick<Issue, 'message' | 'mends'> {
  const message = `${unknown(stranger)} Did you mean ${short(name)}? Its rows count; correct the name, or add it there.`;
  return { message, mends: writeEverywhere(stranger, name) };
}

function renamedWords(stranger: Stranger, { name, row }: Client): Pick<Issue, 'message' | 'mends'> {
  const message = `${unknown(stranger)} Was it renamed to ${short(name)} in row ${row} of Clients? Put the old name back there, then choose Blocks > Rename client, which changes it everywhere; else add it to Clients.`;
  const back = {
    label: `Put ${stranger.name} back`,
    cells: [{ tab: 'Clients' as const, row, header: 'Client', value: stranger.name }],
  };
  return { message, mends: [back] };
}

/** A button for each tab in which the name stands, for one of a kind is written at once. */
function writeEverywhere({ rows }: Stranger, value: string): Mend[] {
  return [...groupsOf(rows, ({ tab }) => tab)].map(([tab, own]) => {
    const where = own.length > 1 ? ` in ${own.length} rows of ${tab}` : ` in ${tab}`;
    return {
      label: `Write ${value}${where}`,
      cells: own.map(({ row }) => ({ tab, row, header: 'Client', value })),
    };
  });
}
