import { describe, expect, it } from 'vitest';
import { lastDialogIn } from '../../src/workbook/last-dialog';
import { hasLeft, memoryIssues, readMemory, remember, wasTold } from '../../src/workbook/memory';
import { memoryShapes } from '../../src/workbook/memory-shapes';
import { strictStore } from './property-store';

const hostile = ['17', '"x"', '{', 'null', '[1]', '{"trigger":1}', '-1', 'true', '[null]'];

describe('a property that holds nothing of ours', () => {
  it.each(Object.keys(memoryShapes()))('%s is set aside with an issue, and begins anew', name => {
    const fresh = readMemory(strictStore({}));
    for (const text of hostile) {
      const values: Record<string, string> = { [name]: text };
      const memory = readMemory(strictStore(values));
      const key = name as keyof typeof memory;
      if (memory.unreadable.size === 0) continue;
      expect([text, memory[key]]).toEqual([text, fresh[key]]);
      expect(memoryIssues(memory)[0]?.message).toContain(`"${name}"`);
      remember(strictStore(values), memory, {});
      expect([values[`set aside ${name}`], readMemory(strictStore(values)).unreadable.size]).toEqual([
        text,
        0,
      ]);
    }
    expect(readMemory(strictStore({ [name]: '{' })).unreadable.size).toBe(1);
  });

  it('a number in place of whose trigger it is takes nobody’s trigger away', () => {
    expect(readMemory(strictStore({ daily: '17' })).daily).toBeNull();
  });

  it('is no dialog', () => {
    for (const text of hostile) {
      expect(lastDialogIn({ lastDialog: text })).toBeUndefined();
      expect(lastDialogIn({ lastDialog: '1', 'lastDialog 0': text })).toBeUndefined();
    }
    expect(lastDialogIn({ lastDialog: '1000000000' })).toBeUndefined();
  });
});

describe('what was told', () => {
  it('is known, and what has left is known for certain', () => {
    const values: Record<string, string> = {};
    const store = strictStore(values);
    const maybe = remember(store, readMemory(store), { told: [{ block: 'b-0001', level: 'low' }] });
    expect([wasTold(maybe, 'B-0001', 'low'), hasLeft(maybe, 'B-0001', 'low')]).toEqual([true, false]);
    remember(store, maybe, { told: [{ block: 'B-0001', level: 'low', hasLeft: true }] });
    const known = readMemory(store);
    expect([wasTold(known, 'B-0001', 'low'), hasLeft(known, 'B-0001', 'low')]).toEqual([true, true]);
    expect(hasLeft(known, 'B-0001', 'expiring')).toBe(false);
  });
});
