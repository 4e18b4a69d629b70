import { runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
// @ts-expect-error The build is plain JavaScript.
import { checkLibrary } from '../../build-warehouse.mjs';
import { bareContext, readBuiltWarehouse } from '../../workbench/warehouse/built';

const { library } = readBuiltWarehouse();

const workedExample = JSON.stringify({
  key: 'acme',
  book: JSON.stringify({ settings: [], work_types: [] }),
  clients: [{ client: 'Acme' }],
  blocks: [{ date: '2026-01-01', client: 'Acme', hours: 20, normal_rate: 100, discount_h: 10 }],
  time: [{ date: '2026-01-02', client: 'Acme', hours: 6.5 }],
});

describe('the library', () => {
  it('answers the worked example where there is nothing but ECMAScript, and no Intl', () => {
    const context = bareContext(library);
    const call = (text: string) => JSON.parse(runInContext(`BlockLedger.${text}`, context));

    expect(runInContext('typeof Intl + typeof console + typeof setTimeout', context)).toBe(
      'undefined'.repeat(3),
    );
    expect(call(`figures(${JSON.stringify(workedExample)}, '2026-12-31')`)).toEqual([
      expect.objectContaining({
        left: 13.5 * 3600,
        value: 121_500,
        saved: 6_500,
        currency: 'USD',
        digits: 2,
      }),
    ]);
    const lines = call(`journal(${JSON.stringify(workedExample)}, '2026-01')`);
    expect(lines.find(({ code }: { code: string }) => code === '4000')).toMatchObject({ amount: -58_500 });
  });

  it('says what is wrong with a day or a month that is none', () => {
    const context = bareContext(library);
    const call = (text: string) => () => runInContext(`BlockLedger.${text}`, context);

    expect(call(`figures(${JSON.stringify(workedExample)}, 'today')`)).toThrow('"today" is no day');
    expect(call(`journal(${JSON.stringify(workedExample)}, '2026')`)).toThrow('"2026" is no month');
  });

  it('is refused by the build where it is large, or asks for a clock, a net or code of text', () => {
    expect(() => checkLibrary(library)).not.toThrow();
    expect(() => checkLibrary('x'.repeat(100 * 1024 + 1))).toThrow('bytes');
    for (const asked of [
      'eval("1")',
      'new Function("")',
      'setTimeout(a)',
      'fetch(a)',
      'Date.now()',
      'new Date()',
      'new Date',
      'Intl.x',
    ])
      expect(() => checkLibrary(`a=${asked};`)).toThrow('which no database has');
  });
});
