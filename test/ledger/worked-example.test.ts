import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/ledger/reports/figures';
import { moneyOf } from '../../src/ledger/rules/money';
import { amountNumber, moneyText } from '../../src/ledger/units/money';
import { hoursText } from '../../src/ledger/units/seconds';
import { balance, block, h, ledgerOf, settled, settledIn, usd, work } from './builders';

describe('20 hours at 100.00, prepaid with 10.00 off an hour', () => {
  const bought = { blocks: [block(20, { 'Normal rate': 100, 'Discount / h': 10 })] };
  const used = { ...bought, time: [work('2026-01-12', 4), work('2026-01-20', 2.5)] };
  const dollars = (amount: Parameters<typeof moneyText>[0]) => moneyText(amount, usd);

  it('costs 1,800.00', () => {
    const [sold] = ledgerOf(bought).blocks;
    expect(sold && dollars(sold.price)).toBe('$1,800.00');
  });

  it('leaves 13.5 h after 6.5 h of work', () => {
    expect(balance(used)).toBe(13.5);
  });

  it('is then worth 1,215.00, has earned 585.00 and saved the client 65.00', () => {
    const [money] = moneyOf(settled(used));
    expect(money).toMatchObject({ currency: 'USD', left: h(13.5), worked: h(6.5) });
    expect(money && [money.value, money.earned, money.saved].map(dollars)).toEqual([
      '$1,215.00',
      '$585.00',
      '$65.00',
    ]);
  });

  it('shows the same in one row of the overview', () => {
    const ledger = ledgerOf(used);
    const figures = figuresOf(settledIn(ledger), ledger);
    const [money] = figures.money;
    expect(hoursText(figures.balance)).toBe('13.5 h');
    expect(hoursText(figures.used)).toBe('6.5 h');
    expect(money && amountNumber(money.value, usd)).toBe(1215);
    expect(figures.state).toBe('fine');
  });
});
