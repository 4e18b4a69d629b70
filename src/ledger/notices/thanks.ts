import type { Ledger } from '../model/ledger';
import type { SettledClient } from '../rules/settle';
import { standingOf } from '../rules/standing';
import { dateText } from '../units/calendar-date';
import { hoursText } from '../units/seconds';
import type { DueLevel, NoticeLookup } from './due';

/** Whoever turns thanks on does not thank for what was bought long ago. */
const thankedWithin = 14;

/** Thanks for the newest purchase, where the firm thanks at all; one that waits for its payment is thanked for then. */
export function dueThanks(
  settled: SettledClient,
  { settings }: Pick<Ledger, 'settings'>,
  told: NoticeLookup = () => false,
): DueLevel[] {
  if (!settings.thankYou) return [];
  const { newest } = standingOf(settled, settings);
  if (newest?.kind !== 'Purchase' || told(newest.number, 'thank you')) return [];
  const waits = settings.unpaidBlocks === 'wait' && newest.price > 0;
  const since = waits ? newest.paidOn : newest.date;
  if (since === undefined || since > settled.asOf || settled.asOf - since > thankedWithin) return [];
  const why = `${hoursText(newest.hours)} bought on ${dateText(newest.date)}`;
  return [{ level: 'thank you', block: newest.number, why }];
}
