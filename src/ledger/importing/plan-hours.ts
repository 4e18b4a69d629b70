import { toSheetSerial } from '../units/calendar-date';
import { counted } from '../units/local-text';
import { hoursText, seconds as secondsOf } from '../units/seconds';
import { descriptionChoices, type HourRow } from './hour-row';
import { type DateOrder, dateOrders, spelledOut } from './log-dates';
import { type AskedName, askedNames, type KnownName, pairKey, pairText } from './log-names';
import { daySeconds } from './log-spans';
import type { Log, LogEntry } from './read-log';

/** What becomes of work that was invoiced there already. */
const invoicedChoices = ['leave out', 'no charge', 'draw'] as const;
const noCharge = 'No charge';

/** What a person has said of a file. */
export interface HourAnswers {
  readonly dates?: DateOrder | undefined;
  readonly invoiced?: (typeof invoicedChoices)[number] | undefined;
  readonly description?: (typeof descriptionChoices)[number] | undefined;
  /** By `Client / Project`; a client of Clients, `new` or `leave out`. */
  readonly clients?: Readonly<Record<string, string>> | undefined;
  /** Sources that are brought in although they look odd. */
  readonly ticked?: ReadonlySet<string> | undefined;
}

/** What has to be said before anything is written. */
export interface HourQuestion {
  readonly name: 'dates' | 'invoiced' | 'description' | 'clients';
  readonly choices: readonly string[];
  readonly text: string;
  /** Of names: the pair that is asked about. */
  readonly asks?: string;
}

export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/** What an import would write, and what stands in its way. */
export interface HourPlan {
  readonly lines: number;
  readonly rows: readonly HourRow[];
  /** The line of each row. */
  readonly rowLines: readonly number[];
  readonly leftOut: readonly LineProblem[];
  readonly unreadable: readonly LineProblem[];
  /** What is odd in lines that are brought in. */
  readonly notes: readonly LineProblem[];
  readonly names: readonly AskedName[];
  readonly questions: readonly HourQuestion[];
  /** Texts of the file, for who has to say where they go. */
  readonly samples: readonly string[];
  /** Lines that are longer than a day, by their sources. */
  readonly long: readonly { readonly source: string; readonly line: number; readonly text: string }[];
}

/** What is known here of the other side's names and wishes. */
export interface HourGrounds {
  readonly clients: readonly string[];
  readonly known: readonly KnownName[];
  /** What was said of the tracker's texts before. */
  readonly description?: string | undefined;
}

const longestWork = daySeconds;
const fewSamples = 3;

/** Makes rows of a log by what a person has said; nothing is guessed. */
export function planHours(log: Log, answers: HourAnswers, grounds: HourGrounds): HourPlan {
  const entries = log.lines.flatMap(line =>
    'entry' in line ? [{ line: line.line, entry: line.entry }] : [],
  );
  const said = { tracker: log.tracker, said: answers.clients ?? {}, ...grounds };
  const names = askedNames(
    entries.map(({ entry }) => entry),
    said,
  );
  const description = answers.description ?? descriptionChoices.find(each => each === grounds.description);
  const questions = questionsOf(log, entries, { ...answers, description }, names);
  const texts = [...new Set(entries.map(({ entry }) => entry.description).filter(Boolean))];
  const lines = log.lines.flatMap(line =>
    'leftOut' in line ? [{ line: line.line, message: line.leftOut }] : [],
  );
  const unreadable = log.lines.flatMap(line =>
    'unreadable' in line ? [{ line: line.line, message: line.unreadable }] : [],
  );
  const choices = new Map(names.map(name => [name.key, name]));
  const made = entries.map(each => ({ ...each, ...rowOf(each.entry, choices, { ...answers, description }) }));
  const kept = made.flatMap(({ line, row }) => (row ? [{ line, row }] : []));
  return {
    lines: log.count,
    rows: kept.map(({ row }) => row),
    rowLines: kept.map(({ line }) => line),
    leftOut: [...lines, ...made.flatMap(({ line, why }) => (why ? [{ line, message: why }] : []))],
    unreadable,
    notes: entries.flatMap(({ line, entry }) => (entry.says ? [{ line, message: entry.says }] : [])),
    names,
    questions,
    samples: texts.slice(0, fewSamples),
    long: entries
      .filter(({ entry }) => entry.seconds > longestWork)
      .map(({ line, entry }) => ({ source: entry.source, line, text: hoursText(secondsOf(entry.seconds)) })),
  };
}

function questionsOf(
  log: Log,
  entries: readonly { readonly entry: LogEntry }[],
  answers: HourAnswers,
  names: readonly AskedName[],
): HourQuestion[] {
  const { days } = log;
  const questions: HourQuestion[] = [];
  if (!days.order && days.choices.length > 0) {
    const readings = days.choices.map(order => `${order}: ${spelledOut(days, order)}`);
    questions.push({
      name: 'dates',
      choices: dateOrders.filter(order => days.choices.includes(order)),
      text: `Which days are these? ${readings.join('; ')}.`,
    });
  }
  const invoiced = entries.filter(({ entry }) => entry.invoiced).length;
  if (invoiced > 0 && !invoicedChoices.includes(answers.invoiced as 'draw'))
    questions.push({
      name: 'invoiced',
      choices: invoicedChoices,
      text: `${counted(invoiced, 'line')} were invoiced or exported there already. What becomes of them?`,
    });
  if (
    entries.some(({ entry }) => entry.description !== '') &&
    !descriptionChoices.includes(answers.description as 'what was done')
  )
    questions.push({
      name: 'description',
      choices: descriptionChoices,
      text: 'Where do the texts of the entries go? Clients will read What was done, for mails and statements show it; nobody but you reads Internal note.',
    });
  for (const name of names)
    if (name.isOpen)
      questions.push({
        name: 'clients',
        choices: [...name.near, 'new', 'leave out'],
        asks: pairText(name),
        text: `Who is ${pairText(name)} (${counted(name.lines, 'line')})?`,
      });
  return questions;
}

type Made = { readonly row?: HourRow; readonly why?: string };

function rowOf(entry: LogEntry, names: ReadonlyMap<string, AskedName>, answers: HourAnswers): Made {
  const choice = names.get(pairKey(entry))?.choice;
  if (!choice) return {};
  if (choice.leftOut) return { why: `${pairText(entry)} is left out.` };
  if (entry.invoiced && answers.invoiced === 'leave out') return { why: 'It was invoiced there already.' };
  if (entry.seconds > longestWork && !answers.ticked?.has(entry.source))
    return {
      why: `${hoursText(secondsOf(entry.seconds))} in one line: more than a day. Tick it if it is right.`,
    };
  const isFree = !entry.billable || (entry.invoiced && answers.invoiced === 'no charge');
  const isInternal = answers.description === 'internal note';
  const { source, date, person, seconds, start = -1, end = -1, description } = entry;
  const workType = isFree ? noCharge : (choice.workType ?? '');
  const texts = isInternal ? (['', description] as const) : ([description, ''] as const);
  return {
    row: [source, toSheetSerial(date), choice.client, person, seconds, start, end, workType, ...texts],
  };
}
