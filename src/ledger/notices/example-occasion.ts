import { dueOf } from '../books/unpaid';
import type { Block } from '../model/block';
import type { Ledger } from '../model/ledger';
import type { MailKind } from '../model/levels';
import type { SettledClient } from '../rules/settle';
import { type Standing, standingOf } from '../rules/standing';
import { plus } from '../units/amounts';
import { addDays } from '../units/calendar-date';
import { dueLevels } from './due';
import { monthlyBlock } from './monthly-block';
import type { Ending, Occasion } from './occasion';

/** An occasion as it may come one day; the note says what of it is made up, and is blank where nothing is. */
export interface ExampleOccasion {
  readonly occasion: Occasion;
  readonly note: string;
}

const exampleDays = 7;

/** Any mail to a client with its own figures, due or not; nothing for one that never bought. */
export function exampleOf(
  settled: SettledClient,
  ledger: Ledger,
  kind: MailKind,
): ExampleOccasion | undefined {
  const { client, asOf } = settled;
  const standing = standingOf(settled, ledger.settings);
  if (!standing.newest) return undefined;
  const levels = dueLevels(settled, ledger);
  const occasion = { kind, levels };
  if (kind === 'unpaid') return exampleBill(standing.newest, ledger);
  const month = monthlyBlock(settled);
  if (kind === 'statement')
    return month === undefined
      ? undefined
      : {
          occasion: { kind, levels: [{ level: kind, block: month }] },
          note: 'Its PDF comes with the mail itself.',
        };
  if (kind === 'thank you') return { occasion, note: '' };
  if (kind === 'reminder') {
    const known = ledger.lastNotices.get(client.key);
    const note = known === undefined ? 'The day of the first notice is an example.' : '';
    return { occasion: { ...occasion, firstNotice: known ?? addDays(asOf, -exampleDays) }, note };
  }
  if (levels.some(({ level }) => level === kind)) return { occasion, note: '' };
  const note = `${client.name.slice(0, 60)} does not stand so today; apart from that the figures are its own.`;
  const ending = kind === 'expiring' ? { ending: exampleEnding(standing, settled, ledger) } : {};
  return { occasion: { ...occasion, ...ending }, note };
}

function exampleBill(newest: Block, { settings }: Ledger): ExampleOccasion {
  const { number, price, tax, currency } = newest;
  const owed = { open: plus(price, tax), due: dueOf(newest, settings), currency };
  const note = `As if ${number} were not paid.`;
  return { occasion: { kind: 'unpaid', levels: [{ level: 'unpaid', block: number, owed }] }, note };
}

function exampleEnding(
  { newest, hoursLeft }: Standing,
  { asOf }: SettledClient,
  { settings }: Ledger,
): Ending[] {
  if (!newest) return [];
  const left = hoursLeft > 0 ? hoursLeft : newest.hours;
  const expires = addDays(asOf, settings.warnBeforeExpiry);
  return [{ block: newest, left, expires }];
}
