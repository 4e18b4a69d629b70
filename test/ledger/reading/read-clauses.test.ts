import { describe, expect, it } from 'vitest';
import { clausesFor } from '../../../src/ledger/agreements/clauses-for';
import type { IssueList } from '../../../src/ledger/model/issue';
import { readClauses } from '../../../src/ledger/reading/read-clauses';
import type { Language } from '../../../src/ledger/units/language';
import { wordsOf } from '../../../src/ledger/words/languages';
import { type Row, tabCells } from '../builders';

function read(rows: readonly Row[], language: Language = 'en') {
  const issues: IssueList = { all: [], broken: new Map(), fatal: [] };
  const typed = readClauses(tabCells('Clauses', rows), issues);
  const { clauses, missing } = clausesFor(typed, language);
  return {
    names: clauses.map(({ name }) => name),
    text: (name: string) => clauses.find(each => each.name === name)?.text,
    heading: (name: string) => clauses.find(each => each.name === name)?.heading,
    missing,
    messages: issues.all.map(({ tab, row, message }) => `${tab} ${row}: ${message}`),
  };
}
const usual = ['single point of contact', 'software licensing', 'confidentiality'];
const own = (more: Row = {}): Row => ({ Clause: 'Travel', Language: 'en', Text: 'Free in town.', ...more });

describe('the clauses of an agreement', () => {
  it('are the usual ones where nobody has written anything', () => {
    expect(read([])).toMatchObject({ names: usual, missing: [], messages: [] });
  });

  it('stand in the order that is typed; one’s own without an order come last', () => {
    expect(read([own()]).names).toEqual([...usual, 'Travel']);
    expect(read([own({ Order: 1.5 })]).names).toEqual([usual[0], 'Travel', ...usual.slice(1)]);
    const moved = { Clause: ' Confidentiality ', Language: 'English', Order: 0.5 };
    expect(read([moved]).names).toEqual(['confidentiality', ...usual.slice(0, 2)]);
  });

  it('are left out with Order 0, in the one language', () => {
    const rows = [{ Clause: 'software licensing', Language: 'en', Order: 0 }, own({ Order: 0 })];
    expect(read(rows)).toMatchObject({ names: ['single point of contact', 'confidentiality'], missing: [] });
    expect(read(rows, 'de').names).toEqual(usual);
  });

  it('keep the usual text where a cell is blank, and the name as the heading of one’s own', () => {
    const rows = [{ Clause: 'confidentiality', Language: 'de', Heading: 'Stillschweigen' }, own()];
    const { text, heading } = read(rows, 'de');
    expect(heading('confidentiality')).toBe('Stillschweigen');
    expect(text('confidentiality')).toBe(wordsOf('de').clauses.confidentiality.text);
    expect(read(rows).heading('Travel')).toBe('Travel');
  });

  it('say which of one’s own are not written in the language', () => {
    expect(read([own()], 'fr')).toMatchObject({ names: usual, missing: ['Travel'], messages: [] });
    expect(read([own(), own({ Language: 'fr', Order: 0 })], 'fr').missing).toEqual([]);
  });
});

describe('a row of Clauses', () => {
  const until = 'Until then the usual one stands in agreements.';
  it.each<[string, Row, string]>([
    [
      'a misspelt placeholder',
      { Text: '{{clent}}' },
      `Text holds {{clent}}, which is no placeholder. Did you mean {{client}}? ${until}`,
    ],
    [
      'a placeholder of mails',
      { Text: '{{hours left}}' },
      `Text holds {{hours left}}, which is no placeholder. The column Placeholders lists what there is. ${until}`,
    ],
    [
      'an open part',
      { Text: '{{#tax}}x' },
      `Text opens {{#tax}} and does not close it. Type {{/tax}} where it ends. ${until}`,
    ],
    [
      'too much text',
      { Text: 'x'.repeat(8001) },
      `Text has 8001 characters. Shorten it to 8000 at most. ${until}`,
    ],
    [
      'a slip in its heading',
      { Heading: 'For {{frm}}' },
      'Heading holds {{frm}}, which is no placeholder. Did you mean {{firm}}?',
    ],
    [
      'a place that is none',
      { Order: 'first' },
      'Order "first" cannot be read. Type a number such as 100 or 12.50.',
    ],
    [
      'a place below zero',
      { Order: -1 },
      'Order "-1" cannot be read. Type a number such as 2; 0 leaves the clause out.',
    ],
  ])('with %s is an issue, and the usual clause stands', (_, more, message) => {
    const { messages, text, heading } = read([{ Clause: 'confidentiality', Language: 'en', ...more }]);
    expect(messages).toEqual([`Clauses 2: ${message}`]);
    const { clauses } = wordsOf('en');
    expect([heading('confidentiality'), text('confidentiality')]).toEqual(
      Object.values(clauses.confidentiality),
    );
  });

  it('of one’s own is left out where it cannot be used', () => {
    const left = 'Until then agreements go without it.';
    expect(read([own({ Text: '{{zzzzzz}}' }), own({ Clause: 'Hours', Text: ' ' })])).toMatchObject({
      names: usual,
      missing: ['Travel', 'Hours'],
      messages: [
        `Clauses 2: Text holds {{zzzzzz}}, which is no placeholder. The column Placeholders lists what there is. ${left}`,
        `Clauses 3: Text is blank. Type the clause, or clear the row. ${left}`,
      ],
    });
  });

  it('needs its name and its language, and stands once', () => {
    expect(
      read([own({ Clause: '' }), own({ Language: 'Klingon' }), own(), own({ Text: 'No.' })]),
    ).toMatchObject({
      messages: [
        'Clauses 2: Clause is blank. Type what the clause is about, or clear the row.',
        'Clauses 3: Language "Klingon" cannot be read. Type en, de, es, fr, nl, it or pt.',
        'Clauses 5: "Travel English" stands in row 4 already, and that row counts. Delete one.',
      ],
    });
  });
});
