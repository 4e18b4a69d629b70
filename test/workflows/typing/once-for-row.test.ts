import { expect, it } from 'vitest';
import { lastWord, onceForRow } from '../../../src/workflows/typing/tell-while-typing';

it('says a word about a row once, and another one, or of another row, again', () => {
  let said: string | undefined;
  const cache = {
    putAll(values: Readonly<Record<string, string>>) {
      said = values[lastWord];
    },
  };
  const say = (row: number, news?: string) => onceForRow(news, { tab: 'Time', row }, said, cache);

  expect(say(2, 'Acme is low.')).toBe('Acme is low.');
  expect(say(2, 'Acme is low.')).toBeUndefined();
  expect(say(2)).toBeUndefined();
  expect(say(2, 'Acme is low.')).toBeUndefined();
  expect(say(2, 'Acme is used up.')).toBe('Acme is used up.');
  expect(say(3, 'Acme is used up.')).toBe('Acme is used up.');
});
