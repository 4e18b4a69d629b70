import type { MailKind } from '../model/levels';
import { foldName } from '../units/names';
import { slipsBetween } from '../units/slips';

/** What templates may name; each is a text, blank where there is nothing of the kind. */
export const placeholders = [
  'contact',
  'client',
  'hours left',
  'hours bought',
  'hours over',
  'hours expired',
  'hours ending',
  'ends on',
  'worth',
  'saved',
  'runs out',
  'order by',
  'offer hours',
  'offer price',
  'offer total',
  'first notice',
  'amount due',
  'due on',
  'period',
  'payment link',
  'client page',
  'firm',
  'sender',
] as const;
export type Placeholder = (typeof placeholders)[number];
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

/** What only some mails have anything for. */
const special: Partial<Record<Placeholder, readonly MailKind[]>> = {
  'hours over': ['used up', 'expired', 'reminder'],
  'hours expired': ['expired', 'reminder'],
  'hours ending': ['expiring'],
  'ends on': ['expiring'],
  'first notice': ['reminder', 'unpaid'],
  'amount due': ['unpaid'],
  'due on': ['unpaid'],
  period: ['statement'],
};

/** `{{contact}} {{client}} …`: what is worth naming in a mail, as it is listed beside its texts. */
export function placeholdersFor(kind: MailKind): string {
  const useful = placeholders.filter(name => (special[name] || [kind]).includes(kind));
  return useful.map(name => `{{${name}}}`).join(' ');
}

/** The one of the names that is meant, whatever its case and blanks. */
export function placeholderOf<Name extends string>(typed: string, names: readonly Name[]): Name | undefined {
  const folded = foldName(typed);
  return names.find(name => name === folded);
}

/** The one that looks most like a misspelt name; nothing where none does. */
export function nearestPlaceholder(
  typed: string,
  names: readonly string[] = placeholders,
): string | undefined {
  const folded = foldName(typed.slice(0, 40)).replace(/[_.-]/g, ' ');
  const ranked = names.map(name => ({
    name,
    slips: slipsBetween(folded, name, folded.length + name.length),
  }));
  const [nearest] = ranked.sort((a, b) => a.slips - b.slips);
  return nearest && nearest.slips <= Math.max(2, nearest.name.length / 3) ? nearest.name : undefined;
}
