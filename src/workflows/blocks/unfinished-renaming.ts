import type { Issue } from '../../ledger/model/issue';
import type { Renaming } from '../../ledger/renaming/rename-form';
import { quoted } from '../../ledger/sheet/cell';
import { plainJson, readJson } from '../../ledger/units/plain-json';
import type { PropertyStore } from '../../workbook/ports';

/** The renaming that a run has begun and not ended. */
export function readUnfinished(store: PropertyStore): Renaming | undefined {
  const { from, to } = Object(readJson(store.read().renaming || '')) as Partial<Renaming>;
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined;
}

/** The property that remembers which renaming is under way. */
export function keptRenaming({ from, to }: Renaming): Record<string, string> {
  return { renaming: plainJson({ from, to }) };
}

export function unfinishedIssues(store: PropertyStore): Issue[] {
  const unfinished = readUnfinished(store);
  if (!unfinished) return [];
  const message = `Renaming ${quoted(unfinished.from)} to ${quoted(unfinished.to)} stopped half way, so the figures of both may be wrong. Choose Blocks > Rename client with the same names: it goes on where it stopped.`;
  return [{ tab: 'Clients', row: 1, message }];
}
