import { expect, it } from 'vitest';
import { usualClauses } from '../../../src/ledger/words/clause';
import { languages, wordsOf } from '../../../src/ledger/words/languages';
import { setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook';
import { memoryWorkbook } from '../../workbook/memory-workbook';
import { workbookWords } from '../workbook-words';

const setUp = (rows?: (string | number)[][]) => {
  const workbook = memoryWorkbook(rows ? { Clauses: rows } : {});
  const lines = setUpWorkbook(workbook, workbookWords, ['agreements']);
  return { workbook, lines, clauses: workbook.sheet('Clauses') };
};

it('writes the three clauses in every language, in their order, with their placeholders beside them', () => {
  const { clauses, lines } = setUp();
  const [, ...rows] = clauses.grid;
  expect(rows).toHaveLength(usualClauses.length * languages.length);
  expect(rows[4]).toEqual([
    'software licensing',
    'German',
    2,
    'Softwarelizenzen',
    wordsOf('de').clauses['software licensing'].text,
    expect.stringMatching(/^\{\{firm\}\} \{\{client\}\} \{\{contact\}\}/),
  ]);
  expect(clauses.formats.get('2.5')).toBe('@');
  expect(lines).toContain('Added 126 texts to Clauses.');
});

it('a second run writes nothing', () => {
  const { workbook } = setUp();
  workbook.writes.length = 0;
  expect(setUpWorkbook(workbook, workbookWords)).toEqual([]);
  expect(workbook.writes).toEqual([]);
});

it('keeps what somebody typed, a 0 too, and gives empty cells of a usual clause the usual text', () => {
  const mine = [
    ['Text', 'Clause', 'Language', 'Order', 'Heading'],
    ['Mein Text', ' CONFIDENTIALITY', 'de', 0, ''],
    ['Free in town', 'Travel', 'en', '', ''],
    ['', 'software licensing', '', '', ''],
  ];
  const { clauses } = setUp(mine);
  expect(clauses.grid.slice(1, 4).map(row => row.slice(0, 5))).toEqual([
    ['Mein Text', ' CONFIDENTIALITY', 'de', 0, 'Vertraulichkeit'],
    ['Free in town', 'Travel', 'en', '', ''],
    ['', 'software licensing', '', '', ''],
  ]);
  expect(clauses.grid).toHaveLength(4 + usualClauses.length * languages.length - 1);
});
