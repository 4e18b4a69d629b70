/** The options of `npm run local` that say what strikes the next call: `N kill`, `N sort Notices` and the like. */

import { parseReference } from '../engine/formula-references';
import type { Fault } from './faults';
import type { Edit } from './meanwhile';
import { deleteRow, insertAbove, renameTab, sortTab, typeInto } from './people';
import { unquoted } from './places';

export interface AtCall<What> {
  readonly at: number;
  readonly what: What;
}

/** `12 kill`; null where it is not so. */
export function readFault(text: string): AtCall<Fault> | null {
  const [, at, what] = /^([1-9]\d*) (kill|throw)$/.exec(text) ?? [];
  return at === undefined ? null : { at: Number(at), what: what as Fault };
}

/** `3 insert Notices!2`; null where it is not so. */
export function readMeanwhile(text: string): AtCall<Edit> | null {
  const [, at, verb = '', rest = ''] = /^([1-9]\d*) (\w+) (.+)$/s.exec(text) ?? [];
  const what = Object.hasOwn(verbs, verb) ? (verbs[verb]?.(rest) ?? null) : null;
  return what && { at: Number(at), what };
}

const verbs: Readonly<Record<string, (rest: string) => Edit | null>> = {
  /** By the first column, or by that of `Notices!C`. */
  sort(rest) {
    const place = rest.includes('!') ? parseReference(rest) : undefined;
    if (!place) return rest.includes('!') ? null : sortTab(unquoted(rest));
    return sortTab(place.tab ?? '', place.area.column);
  },
  insert: rest => atRow(rest, insertAbove),
  delete: rest => atRow(rest, deleteRow),
  type(rest) {
    const cut = rest.indexOf('=', rest.lastIndexOf('!', rest.indexOf('=')));
    const place = parseReference(rest.slice(0, cut));
    if (cut < 0 || place?.tab === undefined) return null;
    const texts = rest.slice(cut + 1).split('|');
    if (place.area.rows * place.area.columns !== texts.length) return null;
    return typeInto(rest.slice(0, cut), texts);
  },
  rename(rest) {
    const cut = rest.indexOf('=');
    const [from, to] = [unquoted(rest.slice(0, cut)), rest.slice(cut + 1)];
    return cut < 1 || to === '' ? null : renameTab(from, to);
  },
};

function atRow(text: string, edit: (tab: string, row: number) => Edit): Edit | null {
  const [, tab, row] = /^(.+)!([1-9]\d*)$/.exec(text) ?? [];
  return tab === undefined ? null : edit(unquoted(tab), Number(row));
}
