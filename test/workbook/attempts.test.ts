import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptName,
  attemptsProperty,
  type DoneAttempt,
  readAttempts,
  withAttempt,
  withoutAttempt,
} from '../../src/workbook/attempts';

const told = (list: readonly DoneAttempt[]) => readAttempts(attemptsProperty(list));
const noted = (count: number, answer: unknown) =>
  Array.from({ length: count }, (_, index) => index).reduce<readonly DoneAttempt[]>(
    (list, index) => withAttempt(list, [`Refund ${Date.now()} ${index}`, answer]),
    [],
  );

describe('the attempts that were written', () => {
  it('are told again as they were told, the newest first', () => {
    const list = withAttempt(withAttempt([], ['Sell a', { sold: 'Grüße' }]), ['Sell b', 'text']);
    expect(told(list)).toEqual([
      ['Sell b', 'text'],
      ['Sell a', { sold: 'Grüße' }],
    ]);
    expect(withoutAttempt(list, 'Sell b')).toEqual([['Sell a', { sold: 'Grüße' }]]);
  });

  it('stay known for a hundred more, though not what was told of all', () => {
    const list = told(noted(150, { done: 'x'.repeat(400) }));
    expect(list).toHaveLength(100);
    expect(list[0]).toHaveLength(2);
    expect(list[99]).toHaveLength(1);
  });

  it('leave what is told of the others where one answer is very long', () => {
    const list = told(withAttempt(noted(5, 'short'), ['Import', 'x'.repeat(50_000)]));
    expect(list.map(each => each.length)).toEqual([1, 2, 2, 2, 2, 2]);
  });

  it('fit into a property of 9 KB, whatever they are called and whatever was told', () => {
    const attempts = fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 80 }), fc.jsonValue()), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(attempts, all => {
        const list = all.reduce<readonly DoneAttempt[]>(
          (kept, [name, answer]) => withAttempt(kept, [attemptName('Title', name) || 'none', answer]),
          [],
        );
        const { attempts: text = '' } = attemptsProperty(list);
        expect(Buffer.byteLength(text)).toBeLessThan(9 * 1024);
        expect(readAttempts({ attempts: text })).toEqual(JSON.parse(JSON.stringify(list)));
      }),
      { numRuns: 50 },
    );
  });
});
