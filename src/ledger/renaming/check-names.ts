import { quoted } from '../sheet/cell';
import { appearance, foldName, visibleName } from '../units/names';
import type { RenameField, RenameProblem, Renaming, TypedRename } from './rename-form';

/** The fields of the other dialogs hold no longer name. */
const longestName = 200;

/** What is known of the names in the workbook. */
export interface KnownNames {
  /** Clients by folded name, as they are written. */
  readonly clients: ReadonlyMap<string, { readonly name: string }>;
  /** A renaming that stopped half way: its names are where nobody else would be allowed to have them. */
  readonly unfinished: Renaming | undefined;
  /** Where a folded name stands already, such as `row 4 of Blocks`. */
  readonly placeOf: (key: string) => string | undefined;
}

/** The names of a renaming, or what is to be mended first. */
export function checkNames(
  typed: TypedRename,
  { clients, unfinished, placeOf }: KnownNames,
): Renaming | readonly RenameProblem[] {
  const refused = (field: RenameField, message: string) => [{ field, message }];
  const to = visibleName(typed.name);
  const [fromKey, toKey] = [foldName(typed.client), foldName(to)];
  if (fromKey === '') return refused('client', 'Choose the client to rename.');
  if (unfinished && isSame(unfinished, fromKey, to)) return unfinished;
  const known = clients.get(fromKey);
  if (!known && !placeOf(fromKey))
    return refused('client', `No client is called ${quoted(typed.client)}. Choose one from the list.`);
  if (unfinished)
    return refused(
      'name',
      `Renaming ${quoted(unfinished.from)} to ${quoted(unfinished.to)} stopped half way. Do that once more first: it goes on where it stopped. Then give any name.`,
    );
  if (toKey === '') return refused('name', 'Type the new name.');
  if (to.length > longestName)
    return refused('name', `This name has ${to.length} characters. Make it ${longestName} or fewer.`);
  const place = toKey === fromKey ? undefined : placeOf(toKey);
  if (place)
    return refused(
      'name',
      `${quoted(to)} is another client already: see ${place}. To rename is not to make one client of two, for their hours and money would be mixed. Choose another name; hours go from one client to another with Blocks > Transfer.`,
    );
  return { from: known ? known.name : typed.client.trim(), to };
}

function isSame(unfinished: Renaming, fromKey: string, to: string): boolean {
  return foldName(unfinished.from) === fromKey && unfinished.to === to;
}

/** A word about other clients whose names look like the new one. */
export function lookalikeWords({ from, to }: Renaming, clients: KnownNames['clients']): string[] {
  const [fromKey, toKey] = [foldName(from), foldName(to)];
  const seen = appearance(to);
  const others = [...clients].filter(
    ([key, { name }]) => key !== fromKey && key !== toKey && appearance(name) === seen,
  );
  return others.map(
    ([, { name }]) =>
      `${quoted(to)} looks like the client ${quoted(name)} but is spelt with other letters, so they stay two clients. If that is not meant, type the name anew.`,
  );
}
