import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCsv } from '../../../src/ledger/importing/import-columns';

describe('a table as text', () => {
  it.each<[string, string, string[][]]>([
    [
      'commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, as Excel writes where the comma is decimal',
      'a;b\r\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs, as a copied sheet has',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a mark for its encoding',
      '\ufeffa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['quoted cells', '"a, b","say ""hi""","two\nlines"', [['a, b', 'say "hi"', 'two\nlines']]],
    [
      'blank lines and blanks around cells',
      ' a , b \n\n , \n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'lines that end in CR',
      'a,b\r1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'blank cells',
      'a,,c\n,,3',
      [
        ['a', '', 'c'],
        ['', '', '3'],
      ],
    ],
    ['nothing', '', []],
  ])('with %s', (_, text, rows) => {
    expect(readCsv(text)).toEqual({ rows });
  });

  test('is read back as it was written, whatever stands in its cells', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', ',', '"', '\n', ';', ' ', 'é') })
      .map(text => text.trim());
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, table => {
        const text = table
          .map(row => row.map(each => `"${each.replace(/"/g, '""')}"`).join(','))
          .join('\r\n');
        expect(readCsv(text)).toEqual({ rows: table });
      }),
    );
  });

  it.each(['a,b\n1,2\n"3,4\n5,6', 'a,b\n1,2\n"3"4,5'])(
    '%s has a quotation mark that goes wrong in line 3',
    text => {
      expect(readCsv(text)).toEqual({ rows: [], wrongLine: 3 });
    },
  );

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void readCsv(text)));
  });
});
