import { expect, it } from 'vitest';
import { mailKinds, mailParts } from '../../../src/ledger/model/levels';
import { languages } from '../../../src/ledger/words/languages';
import { usualTexts } from '../../../src/ledger/words/templates';
import { setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook';
import { memoryWorkbook } from '../../workbook/memory-workbook';
import { workbookWords } from '../workbook-words';

const setUp = (rows?: string[][]) => {
  const workbook = memoryWorkbook(rows ? { Templates: rows } : {});
  const lines = setUpWorkbook(workbook, workbookWords, ['templates']);
  return { workbook, lines, templates: workbook.sheet('Templates') };
};

it('writes a row for every level in every language, as text, with its placeholders beside it', () => {
  const { templates } = setUp();
  const [, ...rows] = templates.grid;
  expect(rows).toHaveLength(mailKinds.length * languages.length);
  expect(rows[0]).toEqual([
    'low',
    'English',
    ...mailParts.map(part => usualTexts('low', 'en')[part]),
    expect.stringMatching(/^\{\{contact\}\} \{\{client\}\} \{\{hours left\}\}/),
  ]);
  expect(templates.formats.get('2.3')).toBe('@');
});

it('a second run writes nothing', () => {
  const { workbook } = setUp();
  workbook.writes.length = 0;
  expect(setUpWorkbook(workbook, workbookWords)).toEqual([]);
  expect(workbook.writes).toEqual([]);
});

it('keeps what somebody typed, gives empty cells the usual text, and adds missing rows below', () => {
  const mine = [
    ['Language', 'Level', 'Subject', 'Opening'],
    ['de', 'LOW', 'Mein Betreff', ''],
    ['', '', 'a note of mine', ''],
  ];
  const { templates, lines } = setUp(mine);
  expect(templates.grid[1]?.slice(0, 4)).toEqual([
    'de',
    'LOW',
    'Mein Betreff',
    usualTexts('low', 'de').Opening,
  ]);
  expect(templates.grid[2]?.slice(0, 4)).toEqual(['', '', 'a note of mine', '']);
  expect(templates.grid).toHaveLength(3 + mailKinds.length * languages.length - 1);
  expect(lines.some(line => /^Added \d+ texts to Templates\.$/.test(line))).toBe(true);
});
