import { describe, expect, it } from 'vitest';
import type { RuleAnswer, RuleEffect, RuleForm } from '../../src/ledger/changes/rule-effect';
import type { Workbook } from '../../workbench/runtime';
import { addRow, balanceRow, openFirm, rowsOf } from './firm';

type Typed = Readonly<Record<'rule' | 'whose' | 'value', string>>;
const rounding: Typed = { rule: 'Round up to (min)', whose: '', value: '15' };

async function firm(): Promise<Workbook> {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  await addRow(book, 'Time', { Date: '2026-11-03', Client: 'Acme', Hours: '1.1' });
  return book;
}
const preview = async (book: Workbook, typed: Typed) =>
  (await book.callFromDialog('previewRule', typed)) as RuleAnswer;
const effectOf = (answer: RuleAnswer): RuleEffect => {
  if ('moved' in answer) return answer.moved;
  throw new Error(JSON.stringify(answer));
};
const write = async (book: Workbook, typed: Typed, seen: unknown) =>
  (await book.callFromDialog('writeRule', typed, JSON.stringify(seen), '')) as RuleAnswer;
const setting = (book: Workbook, name: string) =>
  rowsOf(book, 'Settings').find(({ Setting }) => Setting === name)?.Value;

describe('Change a rule', () => {
  it('says first what it would move, then writes that, and can be taken back', async () => {
    const book = await firm();
    expect(balanceRow(book, 'Acme')?.['Hours left']).toBe(18.9);
    const effect = effectOf(await preview(book, rounding));
    expect(effect).toMatchObject({ entries: 1, charged: 540 });
    expect(setting(book, 'Round up to (min)')).toBe(0);
    expect(await write(book, rounding, effect)).toEqual({ done: effect });
    expect(setting(book, 'Round up to (min)')).toBe(15);
    expect(balanceRow(book, 'Acme')?.['Hours left']).toBe(18.75);
    await book.call('undoLastDialog');
    await book.engine.settle();
    expect(setting(book, 'Round up to (min)')).toBe(0);
    expect(balanceRow(book, 'Acme')?.['Hours left']).toBe(18.9);
  });

  it('writes for one client into its own column, and for a work type into its row', async () => {
    const book = await firm();
    const own = { ...rounding, whose: 'Acme' };
    await write(book, own, effectOf(await preview(book, own)));
    expect(rowsOf(book, 'Clients')[0]).toMatchObject({ 'Round up to (min)': 15 });
    const double = { rule: 'Multiplier', whose: 'Remote', value: '2,5' };
    expect(effectOf(await preview(book, double)).entries).toBe(0);
    await write(book, double, effectOf(await preview(book, double)));
    expect(rowsOf(book, 'Work types').find(row => row['Work type'] === 'Remote')?.Multiplier).toBe(2.5);
    const form = (await book.callFromDialog('ruleForm')) as RuleForm;
    expect(form.values.Multiplier?.Remote).toBe('2.5');
    expect(form.values['Round up to (min)']).toEqual({ '': '0', Acme: '15' });
  });

  it('writes nothing that the page has not shown, and nothing that makes no sense', async () => {
    const book = await firm();
    const effect = effectOf(await preview(book, rounding));
    await addRow(book, 'Time', { Date: '2026-11-04', Client: 'Acme', Hours: '0.1' });
    expect(await write(book, rounding, effect)).toMatchObject({ moved: { entries: 2 } });
    expect(setting(book, 'Round up to (min)')).toBe(0);
    for (const [typed, field] of [
      [{ ...rounding, value: 'often' }, 'value'],
      [{ ...rounding, value: '' }, 'value'],
      [{ ...rounding, value: '=1+1' }, 'value'],
      [{ ...rounding, value: '99999' }, 'value'],
      [{ ...rounding, whose: 'Nobody' }, 'whose'],
      [{ ...rounding, rule: 'Today' }, 'rule'],
      [{ rule: 'Overage', whose: '', value: 'maybe' }, 'value'],
    ] as const) {
      const answer = await preview(book, typed);
      expect('problems' in answer && answer.problems.map(each => each.field), JSON.stringify(typed)).toEqual([
        field,
      ]);
    }
  });
});
