import { foldName } from '../units/names';
import { slipsBetween } from '../units/slips';
import type { Tracker } from './trackers';

/** A client and a project of a tracker, which become one client here. */
export interface NamePair {
  readonly client: string;
  readonly project: string;
}

/** What becomes of a pair. */
interface NameChoice {
  /** A name of Clients, or a new one; blank where it is left out. */
  readonly client: string;
  readonly isNew?: boolean;
  readonly leftOut?: boolean;
  readonly workType?: string;
}

/** A row of Import names. */
export interface KnownName {
  readonly tracker: string;
  readonly there: NamePair;
  readonly choice: NameChoice;
}

/** A pair of the file with how many lines it has, and what is known or suggested for it. */
export interface AskedName extends NamePair {
  readonly key: string;
  readonly lines: number;
  readonly choice?: NameChoice;
  /** Whether it was said now, so that it is worth remembering. */
  readonly isSaid: boolean;
  /** Whether nothing tells who it is: not the answer, nor a row of Import names, nor the name itself. */
  readonly isOpen: boolean;
  /** Clients that it may be, the nearest first; none is taken by itself. */
  readonly near: readonly string[];
}

/** As a person reads a pair, and as an answer names it. */
export function pairText({ client, project }: NamePair): string {
  if (client === '') return project;
  return project === '' ? client : `${client} / ${project}`;
}

export function pairKey({ client, project }: NamePair): string {
  return `${foldName(client)}\u0000${foldName(project)}`;
}

/** Legal forms that say nothing of who it is. */
const forms =
  /[,.]?\s+(ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|co|company|gmbh|gmbh & co\.? kg|ag|kg|ug|ohg|gbr|e\.?v|sarl|sas|sa|s\.?a|s\.?l|srl|spa|s\.?p\.?a|s\.?r\.?l|bv|b\.?v|nv|sp\.? z o\.?o|s\.?r\.?o|a\.?s|ab|aps|as|oy|kk|pty|pty ltd)\.?$/;

function withoutForm(name: string): string {
  const short = foldName(name).replace(/^the /, '').replace(/&/g, 'and');
  const once = short.replace(forms, '');
  return once.replace(forms, '').trim();
}

const mostSuggested = 5;

/** Clients that a name may mean: the same without Ltd and the like, then those a slip of the hand away. */
function nearestNames(name: string, clients: readonly string[]): string[] {
  const wanted = withoutForm(name);
  if (wanted === '') return [];
  const most = Math.max(2, Math.floor(wanted.length / 4) + 1);
  const ranked = clients.map(client => {
    const other = withoutForm(client);
    const isPart =
      wanted.length > 3 &&
      other.length > 3 &&
      (other.startsWith(`${wanted} `) || wanted.startsWith(`${other} `));
    return { client, far: other === wanted ? 0 : isPart ? 1 : slipsBetween(wanted, other, most) };
  });
  const near = ranked.filter(({ far }) => far < most).sort((a, b) => a.far - b.far);
  return near.slice(0, mostSuggested).map(({ client }) => client);
}

export interface NameGrounds {
  readonly tracker: Tracker;
  readonly clients: readonly string[];
  readonly known: readonly KnownName[];
  /** What a person has said, by `pairText`; `*` stands for every other pair. */
  readonly said: Readonly<Record<string, string>>;
}

/** The distinct pairs of a log, each with what becomes of it as far as anybody has said. */
export function askedNames(entries: readonly NamePair[], grounds: NameGrounds): AskedName[] {
  const counts = new Map<string, { pair: NamePair; lines: number }>();
  for (const { client, project } of entries) {
    const key = pairKey({ client, project });
    const count = counts.get(key);
    if (count) count.lines++;
    else counts.set(key, { pair: { client, project }, lines: 1 });
  }
  const listed = new Map(grounds.clients.map(name => [foldName(name), name]));
  return [...counts].map(([key, { pair, lines }]): AskedName => {
    const said = saidOf(pair, grounds, listed);
    const choice = said ?? settledOf(pair, grounds, listed) ?? restOf(pair, grounds, listed);
    const near = nearestNames(pair.client || pair.project, grounds.clients);
    const isSaid =
      said !== undefined || (choice !== undefined && settledOf(pair, grounds, listed) === undefined);
    return { ...pair, key, lines, isSaid, isOpen: choice === undefined, near, ...(choice && { choice }) };
  });
}

type Listed = ReadonlyMap<string, string>;

function answersOf({ said }: NameGrounds): ReadonlyMap<string, string> {
  return new Map(Object.entries(said).map(([text, answer]) => [foldAnswer(text), answer]));
}

/** What was said of this pair, or of its client with all projects. */
function saidOf(pair: NamePair, grounds: NameGrounds, listed: Listed): NameChoice | undefined {
  const answers = answersOf(grounds);
  const own =
    answers.get(foldAnswer(pairText(pair))) ?? (pair.client && answers.get(foldAnswer(pair.client)));
  return own ? choiceSaid(own, pair, listed) : undefined;
}

function restOf(pair: NamePair, grounds: NameGrounds, listed: Listed): NameChoice | undefined {
  const rest = answersOf(grounds).get('*');
  return rest === undefined ? undefined : choiceSaid(rest, pair, listed);
}

/** What Import names tells, then the name itself. */
function settledOf(pair: NamePair, { known, tracker }: NameGrounds, listed: Listed): NameChoice | undefined {
  const isHere = ({ tracker: from }: KnownName) => from === '' || foldName(from) === foldName(tracker);
  const kept = knownOf(pair, known.filter(isHere));
  const there = kept && listed.get(foldName(kept.client));
  if (kept?.leftOut) return kept;
  if (kept && there !== undefined) return { ...kept, client: there };
  const exact = listed.get(foldName(pair.client || pair.project));
  return exact === undefined
    ? undefined
    : { client: exact, ...(kept?.workType && { workType: kept.workType }) };
}

const foldAnswer = (text: string) =>
  foldName(text.replace(/^\s*\/\s*|\s*\/\s*$/g, '').replace(/\s*\/\s*/g, ' / '));

/** A name that is nobody's in Clients is a slip of the hand, and stays asked: a new one is called `new`. */
function choiceSaid(said: string, pair: NamePair, listed: Listed): NameChoice | undefined {
  if (said === 'leave out') return { client: '', leftOut: true };
  const wanted = said === 'new' ? pair.client || pair.project : said;
  const there = listed.get(foldName(wanted));
  if (there !== undefined) return { client: there };
  return said === 'new' ? { client: wanted.replace(/\s+/g, ' ').trim(), isNew: true } : undefined;
}

/** The last row for the pair, else the last for all projects of its client. */
function knownOf(pair: NamePair, known: readonly KnownName[]): NameChoice | undefined {
  const [client, project] = [foldName(pair.client), foldName(pair.project)];
  const ofClient = known.filter(({ there }) => foldName(there.client) === client);
  const own = ofClient.filter(({ there }) => foldName(there.project) === project).pop();
  const all = client === '' ? undefined : ofClient.filter(({ there }) => there.project === '').pop();
  return (own ?? all)?.choice;
}
