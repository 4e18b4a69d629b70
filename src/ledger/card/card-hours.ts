import { balanceOf } from '../rules/settle';
import { standingOf } from '../rules/standing';
import { sumOf } from '../units/amounts';
import { hoursText, noTime } from '../units/seconds';
import type { CardFacts, CardHours } from './client-card';

/** The balance, of the hours of the blocks that are open; once all are used up, of the newest purchase. */
export function cardHours({ settled, ledger }: CardFacts): CardHours {
  const balance = balanceOf(settled);
  const open = settled.account.opened.filter(({ state, left }) => state === 'usable' && left > 0);
  const newest = standingOf(settled, ledger.settings).newest?.hours ?? noTime;
  const whole = sumOf(open.map(({ block }) => block.hours)) || newest;
  const share = whole > 0 ? Math.min(Math.max(balance / whole, 0), 1) : 0;
  return { left: hoursText(balance), of: whole > 0 ? `of ${hoursText(whole)}` : '', share };
}
