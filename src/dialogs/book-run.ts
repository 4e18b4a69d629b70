/** Bringing in a tracker of one's own, from its tabs to the last row, whoever asks for it: the page, or a command line. */

import type { BookAnswers } from '../ledger/importing/book-answers';
import { type BookPlan, planBook } from '../ledger/importing/plan-book';
import type { BookTab, TableKind } from '../ledger/importing/tab-tables';
import type { Answer, Given } from './ask';
import { knownNames, type SeenHours, unlike, wallClock } from './hours-run';
import { type TabCell, tabRowsOf } from './read-tab';

type Form = Answer<'importBookForm'>;

/** The functions of the script that it needs. */
export interface BookScript {
  listForeignTabs(): Promise<Answer<'listForeignTabs'>>;
  listTabRows(...given: Given<'listTabRows'>): Promise<readonly (readonly TabCell[])[]>;
  previewBook(...given: Given<'previewBook'>): Promise<Answer<'previewBook'>>;
  writeBook(...given: Given<'writeBook'>): Promise<Answer<'writeBook'>>;
}

/** Reads every tab that is none of ours. */
export async function readBookTabs(
  script: Pick<BookScript, 'listForeignTabs' | 'listTabRows'>,
): Promise<readonly BookTab[]> {
  const tabs: BookTab[] = [];
  for (const name of await script.listForeignTabs())
    tabs.push({ name, rows: await tabRowsOf(name, script.listTabRows) });
  return tabs;
}

/** Makes rows of the tabs as far as everything is said. */
export function readBook(tabs: readonly BookTab[], answers: BookAnswers, form: Form): BookPlan {
  return planBook(tabs, answers, {
    settings: { today: form.date, terms: form.terms },
    clients: new Map(form.own.map(([key, terms]) => [key, { key, row: 1, terms }])),
    blocks: form.openings.map(clientKey => ({ kind: 'Opening', clientKey })),
    // The script gives blocks their numbers.
    numbers: { highest: 0 },
    names: form.clients,
    standing: form.standing,
    known: knownNames(form),
    description: form.kept['importText Table'],
    wallOf: wallClock(form.timeZone),
  });
}

/** What would be written of a plan, and what stands there already. */
export type SeenBook = SeenHours;

export async function lookAtBook(
  script: BookScript,
  plan: BookPlan,
  description?: string,
): Promise<SeenBook> {
  const preview = await script.previewBook(rowsOf(plan, plan.hours, description));
  return unlike(plan.hours, preview, []);
}

/** Writes all of it. */
export function bringBook(
  script: BookScript,
  plan: BookPlan,
  { rows }: SeenBook,
  { description, attempt, title }: Bringing,
): Promise<Answer<'writeBook'>> {
  return script.writeBook(rowsOf(plan, rows, description), attempt, ...(title ? ([title] as const) : []));
}

interface Bringing {
  readonly description?: string | undefined;
  readonly attempt: string;
  readonly title?: 'Import sold blocks' | undefined;
}

const mostBlocks = 500;

/** Why a table is not brought in as a list of sold blocks, and whose window takes it. */
export function otherWindow({
  tabs,
  blocks,
}: BookPlan): { readonly kind?: TableKind; readonly message: string } | undefined {
  const kind = tabs.find(tab => tab.kind && tab.kind !== 'blocks')?.kind;
  if (kind === 'clients')
    return { kind, message: 'This is a list of clients, not of sold blocks. Choose Import clients… for it.' };
  if (kind)
    return {
      kind,
      message: 'This is a log of work, not a list of sold blocks. Choose Import hours… for it.',
    };
  if (blocks.length <= mostBlocks) return undefined;
  return { message: `These are ${blocks.length} blocks. Bring in at most ${mostBlocks} at a time.` };
}

function rowsOf(
  { clients, blocks, names }: BookPlan,
  hours: BookPlan['hours'],
  description = '',
): Given<'writeBook'>[0] {
  return {
    ...{ clients, blocks, hours },
    names: {
      tracker: 'Table',
      names: names.flatMap(({ client, project, choice, isSaid }) =>
        choice && isSaid
          ? [['Table', client, project, choice.client, '', String(choice.leftOut === true)]]
          : [],
      ),
      clients: [],
      description,
    },
  };
}
