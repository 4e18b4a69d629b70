import { statementBlock } from '../model/notice-row';
import type { SettledClient } from '../rules/settle';
import { firstDay, monthOf, parseMonth } from '../units/month';
import { type Period, monthOf as periodOfMonth } from '../units/period';

/** Under which the statement of last month is told: by the client's first block, which stays the same. */
export function monthlyBlock({ blocks, asOf }: Pick<SettledClient, 'blocks' | 'asOf'>): string | undefined {
  const [first] = blocks.filter(({ hours }) => hours > 0).sort((a, b) => a.order - b.order);
  return first && statementBlock(first.number, monthOf(periodOfMonth(asOf, -1).from));
}

/** The month that a row is about; nothing where somebody has typed another text. */
export function periodIn(block: string): Period | undefined {
  const month = parseMonth(block.slice(-7));
  return month && periodOfMonth(firstDay(month));
}
