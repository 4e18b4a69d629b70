/** The rows of a book by client, as the SQL gives them to the library. */

import { groupsOf, remembering, valueAt } from '../../src/ledger/units/groups';
import { foldName } from '../../src/ledger/units/names';
import type { GivenClient } from '../../src/warehouse/read-client';
import type { Row, Table } from '../../src/warehouse/tables';

export type BookRows = Readonly<Record<Table, readonly Row[]>>;

interface Rows {
  clients: Row[];
  blocks: Row[];
  time: Row[];
}

/** Every client with its rows, and with the other sides of its transfers. */
export function givenClients({
  clients,
  blocks,
  time,
}: Omit<BookRows, 'settings' | 'work_types'>): GivenClient[] {
  const keyOf = remembering(foldName);
  const given = new Map<string, Rows>();
  const add = (rows: readonly Row[], name: keyof Rows) => {
    for (const row of rows)
      if (typeof row.client === 'string')
        valueAt(given, keyOf(row.client), () => ({ clients: [], blocks: [], time: [] }))[name].push(row);
  };
  add(clients, 'clients');
  add(blocks, 'blocks');
  add(time, 'time');
  const all = [...given].map(([key, own]) => ({ key, ...own }));
  const byKey = new Map(all.map(each => [each.key, { ...each }]));
  const moves = groupsOf(blocks, row => moveOf(row));
  return all.map(each => {
    const others = each.blocks
      .flatMap(row => moves.get(moveOf(row) ?? '') ?? [])
      .filter(row => keyOf(String(row.client)) !== each.key);
    if (others.length === 0) return each;
    const partners = new Set(others.map(row => keyOf(String(row.client))));
    return {
      ...each,
      blocks: [...each.blocks, ...new Set(others)],
      clients: [...each.clients, ...[...partners].flatMap(key => byKey.get(key)?.clients ?? [])],
    };
  });
}

function moveOf({ kind, reference, client }: Row): string | undefined {
  const isMove =
    typeof client === 'string' &&
    String(kind ?? '')
      .trim()
      .toLowerCase() === 'transfer';
  return isMove ? foldName(String(reference ?? '')) : undefined;
}
