import { accountSettings } from '../model/accounts';
import type { Issue } from '../model/issue';
import type { Ledger, MissingInput, SeenTab } from '../model/ledger';
import type { TabName } from '../model/tab-names';
import { type Cell, isBlank, isFormulaError } from '../sheet/cell';
import { foldHeader } from '../sheet/headers';
import { settingsList } from '../sheet/settings-list';
import { isFilled, isVital, mattersThere, type TabCells } from '../sheet/tab-cells';
import { tabs } from '../sheet/tabs';
import { foldName } from '../units/names';

type Stops = MissingInput['stops'] | 'nothing';

/** What is gone; `nothing`: a person should know, but no figure and no mail hangs on it. */
export interface GoneInput extends Pick<MissingInput, 'issue'> {
  readonly stops: Stops;
}

/** The one way to say that what is gone is to stay gone. */
const meant = 'if it is meant so, press "It is meant so" in Check workbook.';
const back = `Get it back with Ctrl+Z or File > Version history; ${meant}`;

/** Columns and settings alike. */
const ofState: readonly string[] =
  'Active|Warn at (h)|Warn at (%)|Warn before expiry (days)|Warn days before run-out'.split('|');
const ofMails: readonly string[] =
  'Email|Copy to|Notices|Remind after (days)|Quiet after (days)|Weekdays only|Days off|Payment reminders|Monthly statement|Payment terms (days)'.split(
    '|',
  );
const figureSettings: readonly string[] =
  'Normal rate|Currency|Tax (%)|Round up to (min)|Minimum (min)|Round per|Overage|Unpaid blocks|Expired hours'.split(
    '|',
  );
const bookSettings: readonly string[] = [
  'Cash side',
  'Xero tax rate',
  'Accrue overage',
  ...accountSettings.map(({ name }) => name),
];

/** Whether the books depend on a setting. */
export function isBooked(setting: string): boolean {
  return figureSettings.includes(setting) || bookSettings.includes(setting);
}

/** They count, for functions show them or doubt a row by them, but move nothing. */
const onlyShown: readonly string[] = ['What was done', 'Who', 'Note'];
const watched: readonly TabName[] = ['Clients', 'Blocks', 'Time', 'Work types', 'Settings', 'Notices'];

/** What a column or setting could change where it is gone. */
function stopsOf(tab: TabName, header: string): Stops {
  if (ofState.includes(header)) return 'state';
  if (ofMails.includes(header)) return 'mails';
  if (tab === 'Settings' && figureSettings.includes(header)) return 'figures';
  if (tab === 'Settings' && bookSettings.includes(header)) return 'books';
  if (!watched.includes(tab) || !mattersThere(tab, header) || onlyShown.includes(header)) return 'nothing';
  return tab === 'Notices' ? 'mails' : 'figures';
}

/** The headers of ours in a tab, and the settings that matter, to be remembered. */
export function headersIn({ tab, columns }: TabCells): readonly string[] {
  const present = tabs[tab].map(({ header }) => header).filter(header => columns.has(foldHeader(header)));
  if (tab !== 'Settings') return present;
  const names = new Set((columns.get('setting') ?? []).map(cell => foldName(String(cell))));
  const settings = settingsList.map(({ name }) => name).filter(name => stopsOf(tab, name) !== 'nothing');
  return [...present, ...settings.filter(name => names.has(foldName(name)))];
}

/** What the reading of a ledger has found so far. */
export interface FoundInputs extends Pick<Ledger, 'clients' | 'blocks'> {
  cells(tab: TabName): TabCells | undefined;
  /** Archived ones too. */
  readonly entries: number;
}

/** How many rows of a tab counted. */
export function rowsCounted(tab: TabName, { clients, blocks, entries }: Omit<FoundInputs, 'cells'>): number {
  if (tab === 'Clients') return [...clients.values()].filter(({ row }) => row > 0).length;
  if (tab === 'Blocks') return blocks.length;
  return tab === 'Time' ? entries : 0;
}

/** All that was there and cannot be found or read now; a default in its place would be a guess. */
export function missingInputs(found: FoundInputs, seen: readonly SeenTab[]): readonly GoneInput[] {
  const former = new Map(seen.map(each => [each.tab, each]));
  return watched.flatMap(tab => {
    const cells = found.cells(tab);
    const before = former.get(tab);
    return [
      ...(before ? goneFrom(before, cells).filter(({ header }) => !isToldAnyway(tab, header)) : []),
      ...(before && cells && isWhole(cells) ? rowsGone(before, rowsCounted(tab, found)) : []),
      ...(cells ? [...lostIn(tab, cells.lost ?? []), ...ownersUnread(cells)] : []),
    ];
  });
}

/** Has all columns that are needed; where it has not, that is what keeps its rows from counting. */
function isWhole({ tab, columns }: TabCells): boolean {
  return tabs[tab].every(({ header, needed }) => !needed || columns.has(foldHeader(header)));
}

/** Without a header where the whole tab is gone. */
export interface GoneHeader extends GoneInput {
  readonly header: string;
}

/** A missing header of these stops everything, whether or not it was ever there. */
function isToldAnyway(tab: TabName, header: string): boolean {
  const isNeeded = tabs[tab].some(spec => spec.header === header && spec.needed === true);
  return isVital(tab) && (header === '' || isNeeded);
}

/** What was in a tab and is not there now. */
export function goneFrom({ tab, headers }: SeenTab, cells: TabCells | undefined): readonly GoneHeader[] {
  if (!cells || cells.columns.size === 0) {
    const stops = tab === 'Notices' ? 'mails' : 'figures';
    const text = `The tab "${tab}" was here and is gone. ${back}`;
    return headers.length > 0 ? [{ ...missing(tab, stops, text), header: '' }] : [];
  }
  const there = new Set(headersIn(cells));
  return headers.flatMap(header => {
    const spec = tabs[tab].find(each => each.header === header);
    const isSetting = spec === undefined;
    // Without the names of settings nobody can tell which are gone.
    const isRead = spec ? cells.onlyCounting !== true || spec.counts === true : cells.columns.has('setting');
    if (there.has(header) || !isRead) return [];
    const stops = stopsOf(tab, header);
    const what = isSetting ? `The setting "${header}"` : `The column "${header}"`;
    const mend = isSetting ? 'Type its name back' : 'Rename its header back';
    const text = `${what} was here and is gone. ${mend}, or press Ctrl+Z; ${meant}`;
    return [{ ...missing(tab, stops, text), header }];
  });
}

/** A row or two may be taken out at any time; most of them go by a slip, or with a formula that filled them. */
function rowsGone({ tab, rows }: SeenTab, now: number): readonly GoneInput[] {
  if (rows - now < 3 || now * 2 >= rows) return [];
  const text = `${rows} rows counted here before, and now ${now} do. Get them back with Ctrl+Z or File > Version history; ${meant}`;
  return [missing(tab, 'figures', text)];
}

/** What the columns of the stamp's formula without a header stop. */
export function lostIn(tab: TabName, lost: readonly (readonly string[])[]): readonly GoneInput[] {
  return lost.flatMap(headers => {
    const kinds = headers.map(header => stopsOf(tab, header));
    const stops =
      (['figures', 'state', 'mails', 'books'] as const).find(each => kinds.includes(each)) ?? 'nothing';
    const names = headers.map(header => `"${header}"`).join(' or ');
    const text = `A column that counts has lost its header: it was ${names}. Type the header back, or press Ctrl+Z; ${meant}`;
    return [missing(tab, stops, text)];
  });
}

/** By what a row is more than a formula that waits for somebody to fill it. */
const weights: Partial<Record<TabName, readonly string[]>> = {
  Clients: ['Email', 'Contact', 'Notices', 'Normal rate', 'Warn at (h)'],
  Blocks: ['Hours', 'Price'],
  Time: ['Hours', 'Start', 'End', 'Charged'],
};

/** Begins what is said of such a row. */
export const ownerUnread = 'Client holds a formula that gives ';

/** Rows whose client is a formula's error: nobody knows whose figures they would change. */
function ownersUnread({ tab, columns }: TabCells): readonly GoneInput[] {
  const names = columns.get('client') ?? [];
  const filled = (weights[tab] ?? []).map(header => columns.get(foldHeader(header)) ?? []);
  const isUsed = (cell: Cell | undefined) => isFilled(cell) && !isBlank(cell as Cell);
  const rows: number[] = [];
  for (let index = 0; index < names.length; index++)
    if (isFormulaError(names[index] as Cell) && filled.some(column => isUsed(column[index])))
      rows.push(index);
  const [first] = rows;
  if (first === undefined) return [];
  const where = rows.length > 1 ? ` here and in ${rows.length - 1} more rows` : '';
  const text = `${ownerUnread}${names[first]}${where}, so nobody knows whose figures change. Mend the formula.`;
  return [missing(tab, 'figures', text, first + 2)];
}

function missing(tab: TabName, stops: Stops, message: string, row = 1): GoneInput {
  return { stops, issue: { tab, row, message } satisfies Issue };
}

/** One that was a tab of ours bears another name, and another tab bears ours. */
export function twoTabs(tab: TabName, elsewhere: string): Issue {
  const message = `Two tabs may be your ${tab}: "${elsewhere}" was it, and another is called so. Rename or delete that one; ${meant}`;
  return { tab, row: 1, message };
}

/** What each column of the stamp's formula whose header is gone may have been; `headers` are in its order, blank where unknown. */
export function lostColumns(tab: TabName, headers: readonly string[]): readonly (readonly string[])[] {
  // Of the other tabs no figure and no mail hangs on a column.
  if (!watched.includes(tab)) return [];
  const counting = tabs[tab].filter(({ counts }) => counts).map(({ header }) => header);
  const placeOf = (header: string | undefined) =>
    counting.findIndex(each => foldHeader(each) === foldHeader(header ?? ''));
  const placesOf = (some: readonly string[]) => some.map(placeOf).filter(place => place >= 0);
  const isThere = (header: string) => headers.some(each => foldHeader(each) === foldHeader(header));
  return headers.flatMap((header, index) => {
    if (placeOf(header) >= 0) return [];
    const between = counting.slice(
      Math.max(-1, ...placesOf(headers.slice(0, index))) + 1,
      Math.min(counting.length, ...placesOf(headers.slice(index))),
    );
    const candidates = between.filter(each => !isThere(each));
    return candidates.length > 0 ? [candidates] : [];
  });
}
