/** What the tabs of a firm's own tracker would bring in: clients, sold blocks and hours, together. */

import type { NewRow } from '../reading/with-rows';
import { fromSheetSerial } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { currencyOf } from '../units/money';
import { foldName } from '../units/names';
import { blockFinder, type StandingBlock } from './block-key';
import { type BookAnswers, type BookQuestion, saidOf, type TabPlan } from './book-answers';
import type { HourRow } from './hour-row';
import { type AskedName, askedNames, pairText } from './log-names';
import type { ClientGrounds } from './opening-balance';
import { planBlocksTab, readBlocksTab } from './plan-blocks-tab';
import { type PlannedClients, planClientsTab } from './plan-clients-tab';
import { type HoursTabGrounds, planLog, withoutTwice } from './plan-hours-tab';
import { type BookTab, type TableKind, type TabTable, tableIn, tableKinds } from './tab-tables';

/** What is known here. */
export interface BookGrounds extends ClientGrounds, HoursTabGrounds {
  /** What stands in Blocks. */
  readonly standing: readonly StandingBlock[];
}

/** All that would be written, and what stands in its way. */
export interface BookPlan {
  readonly tabs: readonly TabPlan[];
  readonly clients: readonly NewRow[];
  /** Without their numbers. */
  readonly blocks: readonly NewRow[];
  readonly hours: readonly HourRow[];
  /** The tab and the line of each of the hours. */
  readonly hourLines: readonly { readonly tab: string; readonly line: number }[];
  /** Names of blocks and hours, each once. */
  readonly names: readonly AskedName[];
  readonly samples: readonly string[];
  readonly questions: readonly BookQuestion[];
}

/** The tables of the tabs that are not left out. */
function tablesOf(tabs: readonly BookTab[], said: BookAnswers['tabs']): readonly TabTable[] {
  return tabs.flatMap(tab => {
    const kind = saidOf(typeof said === 'object' ? said : undefined, tab.name);
    const table =
      kind === 'leave out'
        ? undefined
        : tableIn(
            tab,
            tableKinds.find(each => each === kind),
          );
    return table && table.rows.length > table.top + 1 ? [table] : [];
  });
}

/** In words, as a person hears what was found: `Tab Customers: 6 clients from row 4`. */
export function foundWords({ tab, kind, row, lines, leftOut }: TabPlan, place: 'Tab' | 'In' = 'Tab'): string {
  const count = lines - leftOut.length;
  const [one, many] = kind ? words[kind] : (['line', 'lines'] as const);
  return `${place} ${tab}: ${count} ${count === 1 ? one : many} from row ${row}`;
}

/** What the tabs hold, before anything is known of the ledger. */
export function foundIn(tabs: readonly BookTab[]): readonly string[] {
  // Only lines are counted, so that any rate and any currency will do.
  const currency = currencyOf('USD');
  if (!currency) return [];
  const terms = { normalRate: decimal(0), currency };
  const blank = { settings: { today: fromSheetSerial(0), terms }, clients: new Map(), blocks: [] };
  const nobody = { names: [], standing: [], known: [], numbers: { highest: 0 } };
  return planBook(tabs, {}, { ...blank, ...nobody, wallOf: instant => instant }).tabs.map(tab =>
    foundWords(tab),
  );
}

const words: Readonly<Record<TableKind, readonly [string, string]>> = {
  clients: ['client', 'clients'],
  blocks: ['block', 'blocks'],
  hours: ['entry', 'entries'],
};

export function planBook(tabs: readonly BookTab[], answers: BookAnswers, grounds: BookGrounds): BookPlan {
  const tables = tablesOf(tabs, answers.tabs);
  const ofKind = (kind: TableKind) => tables.filter(table => table.kind === kind);
  const others = tableKinds.filter(kind => kind !== 'clients' && ofKind(kind).length > 0);
  const clients = clientsOf(ofKind('clients'), answers, grounds, others);
  const listed = [
    ...grounds.names,
    ...clients.flatMap(each => each.clients.map(({ Client }) => String(Client))),
  ];
  const sold = ofKind('blocks').map(table => readBlocksTab(table, answers));
  const names = {
    tracker: 'Table',
    clients: listed,
    known: grounds.known,
    said: answers.clients ?? {},
  } as const;
  const buyers = askedNames(
    sold.flatMap(({ lines }) =>
      lines.filter(each => each.problems.length === 0).map(({ client }) => ({ client, project: '' })),
    ),
    names,
  );
  const choices = new Map(buyers.map(name => [name.key, name]));
  const standing = blockFinder(grounds.standing);
  const blocks = sold.map(each => planBlocksTab(each, choices, standing));
  const logs = ofKind('hours').map(table => planLog(table, answers, { ...grounds, names: listed }));
  const hours = withoutTwice(logs);
  const asked = [...buyers, ...logs.flatMap(({ plan }) => plan.names)];
  const fresh = newClients(asked, listed);
  return {
    tabs: [
      ...clients.map(({ plan }) => plan),
      ...blocks.map(({ plan }) => plan),
      ...hours.map(({ plan }) => plan),
      ...tables.filter(({ kind }) => !kind).map(openTable),
    ],
    clients: [...clients.flatMap(each => each.clients), ...fresh],
    blocks: [...clients.flatMap(each => each.openings), ...blocks.flatMap(({ rows }) => rows)],
    hours: hours.flatMap(({ rows }) => rows.map(({ row }) => row)),
    hourLines: hours.flatMap(({ plan: { tab }, rows }) => rows.map(({ line }) => ({ tab, line }))),
    names: [...new Map(asked.map(name => [name.key, name])).values()],
    samples: logs.flatMap(({ plan }) => plan.samples).slice(0, 3),
    questions: onceEach([
      ...tables.filter(({ kind }) => !kind).map(kindQuestion),
      ...clients.flatMap(({ questions }) => questions),
      ...sold.flatMap(({ questions }) => questions),
      ...logs.flatMap(({ questions }) => questions),
      ...buyers.filter(({ isOpen }) => isOpen).map(nameQuestion),
    ]),
  };
}

/** One tab after the other: a client of the first is known in the second. */
function clientsOf(
  tables: readonly TabTable[],
  answers: BookAnswers,
  grounds: BookGrounds,
  others: readonly string[],
): PlannedClients[] {
  const known = new Map(grounds.clients);
  return tables.map(table => {
    const planned = planClientsTab(table, answers, { ...grounds, clients: known }, others);
    for (const { Client = '' } of planned.clients) {
      const key = foldName(String(Client));
      known.set(key, { key, row: 1, terms: grounds.settings.terms });
    }
    return planned;
  });
}

/** Clients that were said to be new in tabs of blocks or hours. */
function newClients(asked: readonly AskedName[], listed: readonly string[]): NewRow[] {
  const known = new Set(listed.map(foldName));
  return asked.flatMap(({ choice }) => {
    const key = foldName(choice?.client ?? '');
    if (!choice?.isNew || known.has(key)) return [];
    known.add(key);
    return [{ Client: choice.client, Active: true }];
  });
}

function openTable({ name: tab, rows, top, headers }: TabTable): TabPlan {
  const below = rows.slice(top + 1);
  const none = { leftOut: [], unreadable: [], notes: [], says: [], fresh: 0, already: 0 };
  const fields = headers.map(() => '');
  return { ...none, tab, headers, fields, row: below[0]?.line ?? 0, lines: below.length };
}

function kindQuestion({ name: tab }: TabTable): BookQuestion {
  return {
    name: 'tabs',
    tab,
    asks: tab,
    choices: [...tableKinds, 'leave out'],
    text: `What does the tab ${tab} hold: clients, blocks that were sold, or hours that were worked?`,
  };
}

function nameQuestion(name: AskedName): BookQuestion {
  return {
    name: 'clients',
    asks: pairText(name),
    choices: [...name.near, 'new', 'leave out'],
    text: `Who is ${pairText(name)} (${name.lines === 1 ? '1 line' : `${name.lines} lines`})?`,
  };
}

/** One answer holds for several tabs. */
function onceEach(questions: readonly BookQuestion[]): BookQuestion[] {
  const keyOf = ({ name, asks = '' }: BookQuestion) => `${name} ${foldName(asks)}`;
  return [...new Map(questions.map(question => [keyOf(question), question])).values()];
}
