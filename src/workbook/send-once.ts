import { noticeKey } from '../ledger/model/notice-row';
import { digestOf } from '../ledger/units/digest';
import { shortened } from '../ledger/units/plain-json';
import { type MemoryChange, readMemory, remember } from './memory';
import type { Memory, PlainMemory } from './memory-shapes';
import type { Mail, PropertyStore } from './ports';
import type { Told } from './told';

declare const released: unique symbol;

/** A mail that memory knows to be leaving: nothing else can be sent, and only this file makes one. */
type ReleasedMail = Mail & { readonly [released]: true };

export interface Outbox {
  /** Recipients that Google still takes today. */
  remaining(): number;
  send(mail: ReleasedMail): void;
  /** What an error of `send` says: `unclear` where the mail may have left all the same. */
  meaningOf(error: unknown): Exclude<MailFate, 'left'>;
}

type MailFate = 'left' | 'no quota' | 'refused' | 'unclear';

/** What has become of a mail, and what Google said where it was not taken. */
export interface SentOrNot {
  readonly fate: MailFate;
  readonly reason: string;
}

/** By what mails leave, and where it is kept that they do. */
export interface MailDoor {
  readonly store: PropertyStore;
  readonly outbox: Outbox;
}

/** So many marks fit into one property; the oldest are of tries that nobody repeats. */
const mostMarks = 60;

/**
 * Mails of one run, each at most once: memory names them all in `sending` before the first leaves.
 *
 * Whoever began them clears `sending` when their rows stand; what it still names is for a person to check.
 */
export function beginMails({ store, outbox }: MailDoor, memory: Memory, names: readonly string[]) {
  const open = new Set(names);
  const send = (named: readonly string[], mail: Mail): SentOrNot => {
    // A copied row has the same name, and goes along in the same mail.
    const wrong = named.find(name => !open.has(name));
    if (wrong !== undefined) throw new Error(`Not begun, or sent before: ${wrong}`);
    for (const name of named) open.delete(name);
    return release(outbox, mail);
  };
  return { memory: remember(store, memory, { sending: names }), send };
}

/** One mail by itself: its name is another each time that it is to leave. */
export interface SingleMail {
  readonly name: string;
  readonly mail: Mail;
  /** Remembered with the mark before it leaves, and taken back where Google refuses it. */
  readonly begin?: MemoryChange;
  /** Remembered once it has left. */
  readonly left?: MemoryChange;
}

/** `left before`: an earlier try has sent it. `begun before`: one may have, and nobody knows. */
export interface SingleFate extends Omit<SentOrNot, 'fate'> {
  readonly fate: MailFate | 'left before' | 'begun before';
  readonly memory: Memory;
}

/**
 * Sends a mail unless it may have left before under the same name.
 *
 * The mark stands in document properties, not in the cache, which forgets when it likes. Where it cannot be written
 * the mail does not leave; where the run fails afterwards the mark stays, and so the mail does not leave again.
 */
export function sendOnce(
  door: MailDoor,
  memory: Memory,
  { name, mail, begin = {}, left = {} }: SingleMail,
): SingleFate {
  const mark = digestOf(name);
  const known = memory.mails.find(each => each.name === mark);
  if (known) return { fate: known.hasLeft ? 'left before' : 'begun before', reason: '', memory };
  const marked = (hasLeft: boolean) => [...memory.mails, { name: mark, hasLeft }].slice(-mostMarks);
  const begun = remember(door.store, memory, { ...begin, mails: marked(false) });
  const sent = release(door.outbox, mail);
  if (sent.fate === 'unclear') return { ...sent, memory: begun };
  const change = sent.fate === 'left' ? { ...left, mails: marked(true) } : asBefore(memory, begin);
  return { ...sent, memory: remember(door.store, begun, change) };
}

function asBefore(memory: Memory, begin: MemoryChange): MemoryChange {
  const names = Object.keys(begin).filter(name => name !== 'told') as (keyof PlainMemory)[];
  return { ...Object.fromEntries(names.map(name => [name, memory[name]])), mails: memory.mails };
}

/** Google refuses a header of several lines, and of a subject takes 250 characters. */
const longestHeader = 250;

/** Whatever people type into names and settings: of a header each is one line, in which everything is seen as it stands. */
function withSoundHeaders(mail: Mail): Mail {
  const { to, cc, subject, name, replyTo } = mail;
  const headers = { to, cc, subject, name, replyTo };
  const sound = Object.entries(headers).flatMap(([header, text]) => {
    const isShort = header === 'subject' || header === 'name';
    const line = oneLine(text ?? '');
    return text === undefined ? [] : [[header, isShort ? shortened(line, longestHeader - 1) : line]];
  });
  return { ...mail, ...Object.fromEntries(sound) };
}

/** Without what breaks a line, rules a terminal, or turns the direction in which the rest is read. */
function oneLine(text: string): string {
  return text
    .replace(/[ \p{Zl}\p{Zp}\p{Cc}]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, '')
    .trim();
}

/** The only place from which a mail leaves. */
function release(outbox: Outbox, mail: Mail): SentOrNot {
  try {
    outbox.send(withSoundHeaders(mail) as ReleasedMail);
    return { fate: 'left', reason: '' };
  } catch (error) {
    return { fate: outbox.meaningOf(error), reason: (error as Error).message };
  }
}

/** Until it has left it counts as being sent, so that a run that finds it so asks a person. */
function placed({ sending }: Memory, notice: AskedMail['inPlaceOf']): Pick<SingleMail, 'begin' | 'left'> {
  if (!notice) return {};
  const key = noticeKey(notice.block, notice.level);
  return { begin: { sending: [...sending, key] }, left: { sending, told: [{ ...notice, hasLeft: true }] } };
}

/** A mail that a page asks for. */
export interface AskedMail {
  /** Such as `statement mail`, with the try of the page. */
  readonly name: string;
  /** Where to begin anew, such as `open Statement again and send it`. */
  readonly again: string;
  /** What stands though the mail was refused; may be blank. */
  readonly kept: string;
  /** The notice in whose place it goes out, so that no run sends that one as well. */
  readonly inPlaceOf?: Pick<Told, 'block' | 'level'> | undefined;
}

/** Sends what a page asks for, once a try; throws in words where it did not leave, or may have. */
export function sendAsked(door: MailDoor, { name, again, kept, inPlaceOf }: AskedMail, mail: Mail): void {
  const memory = readMemory(door.store);
  const { fate, reason } = sendOnce(door, memory, { name, mail, ...placed(memory, inPlaceOf) });
  if (fate === 'left' || fate === 'left before') return;
  if (fate === 'refused' || fate === 'no quota')
    throw new Error([`The mail was refused: ${reason.replace(/\.?$/, '.')}`, kept].join(' ').trim());
  const why =
    fate === 'unclear' ? `Google has failed (${reason}), and the mail` : 'This mail was begun before and';
  throw new Error(
    `${why} may have left. Look into the Sent folder of your Gmail; if it is not there, ${again}.`,
  );
}
