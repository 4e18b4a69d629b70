import { expect, it } from 'vitest';
import { slowestOf } from './closing-line';

const module = (relativeModuleId: string, duration: number, collectDuration: number) => ({
  relativeModuleId,
  diagnostic: () => ({ duration, collectDuration }) as never,
});

it('names the ten slowest files, loading counted, the slowest first', () => {
  const many = Array.from({ length: 12 }, (_, index) => module(`${index}.test.ts`, index * 1000, 0));
  const lines = slowestOf([...many, module('loads.test.ts', 500, 20_000)]);
  expect(lines).toHaveLength(10);
  expect(lines.slice(0, 2)).toEqual(['   20.5  loads.test.ts', '   11.0  11.test.ts']);
});
