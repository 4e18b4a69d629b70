import { describe, expect, it } from 'vitest';
import type { IssueList } from '../../../src/ledger/model/issue';
import { mailKinds, mailParts } from '../../../src/ledger/model/levels';
import { htmlBody } from '../../../src/ledger/notices/mail-html';
import { textBody } from '../../../src/ledger/notices/mail-text';
import { readTemplates } from '../../../src/ledger/reading/read-templates';
import { languages } from '../../../src/ledger/words/languages';
import { nearestPlaceholder } from '../../../src/ledger/words/mail-placeholders';
import { problemOf } from '../../../src/ledger/words/template';
import { usualTexts } from '../../../src/ledger/words/templates';
import { type Row, tabCells } from '../builders';
import { letterOf, low } from '../notices/letters';

function read(...rows: Row[]) {
  const issues: IssueList = { all: [], broken: new Map(), fatal: [] };
  const templates = readTemplates(tabCells('Templates', rows), issues);
  return { templates, messages: issues.all.map(({ tab, row, message }) => `${tab} ${row}: ${message}`) };
}
const english = (more: Row): Row => ({ Level: 'low', Language: 'en', ...more });
const until = 'Until then the usual text goes out.';

describe('a text in Templates', () => {
  it('goes out with the figures of the client in place of its placeholders', () => {
    const { templates, messages } = read(
      english({
        Subject: 'Time is short, {{ Contact }}',
        Opening:
          '{{#saved}}You saved {{saved}}.\n{{/saved}}{{#hours over}}Over.{{/hours over}}{{^hours over}}Not over.{{/hours over}}',
      }),
    );
    const { texts } = letterOf(low, { templates });
    expect(messages).toEqual([]);
    expect([texts.Subject, texts.Opening]).toEqual(['Time is short, Ann', 'You saved $165.00.\nNot over.']);
    expect(texts.Greeting).toBe('Hello Ann,');
  });

  it('holds for its level and its language only', () => {
    const { templates } = read(english({ Subject: 'Mine' }), {
      Level: 'Used up',
      Language: 'Deutsch',
      Subject: 'Meins',
    });
    const german = { ...low, clients: [{ Client: 'Acme', Language: 'de' }] };
    expect(letterOf(german, { templates }).texts.Subject).toMatch(/^Acme: noch/);
    expect(letterOf(low, { templates }).texts.Subject).toBe('Mine');
  });

  it.each<[string, string]>([
    ['{{hours lft}}', 'Opening holds {{hours lft}}, which is no placeholder. Did you mean {{hours left}}?'],
    ['{{hours_left}}', 'Opening holds {{hours_left}}, which is no placeholder. Did you mean {{hours left}}?'],
    ['{{{clent}}}', 'Opening holds {{clent}}, which is no placeholder. Did you mean {{client}}?'],
    ['{{#savd}}x{{/savd}}', 'Opening holds {{savd}}, which is no placeholder. Did you mean {{saved}}?'],
    [
      '{{#saved}}{{xyzxyz}}{{/saved}}',
      'Opening holds {{xyzxyz}}, which is no placeholder. The column Placeholders lists what there is.',
    ],
    [
      '{{constructor}}',
      'Opening holds {{constructor}}, which is no placeholder. The column Placeholders lists what there is.',
    ],
    ['{{#saved}}x', 'Opening opens {{#saved}} and does not close it. Type {{/saved}} where it ends.'],
    [
      'x{{/saved}}',
      'Opening closes {{/saved}}, which was not opened. Take it out, or type {{#saved}} where it begins.',
    ],
    ['{{saved', 'Opening has a {{ without its }}. Type both braces on both sides.'],
    ['saved}}', 'Opening has a brace that is part of no placeholder. Take it out.'],
    ['{saved}', 'Opening has a brace that is part of no placeholder. Take it out.'],
    ['{{> saved}}', 'Opening holds {{>…}}, which does nothing here. Take it out.'],
    ['{{=<% %>=}}<% saved %>', 'Opening holds {{=…}}, which does nothing here. Take it out.'],
    ['x'.repeat(2001), 'Opening has 2001 characters. Shorten it to 2000 at most.'],
  ])('with a slip is an issue, and the usual text goes out: %s', (Opening, message) => {
    const { templates, messages } = read(english({ Opening, Subject: 'Mine' }));
    expect(messages).toEqual([`Templates 2: ${message} ${until}`]);
    const letter = letterOf(low, { templates });
    expect([letter.texts.Subject, letter.texts.Opening]).toEqual([
      'Mine',
      'Acme has 3.5 h left of 20 h prepaid.',
    ]);
    for (const body of [htmlBody(letter), textBody(letter)]) expect(body).not.toMatch(/\{\{|\}\}/);
  });

  it('is never read as HTML', () => {
    const { templates } = read(english({ Closing: '<b>Bye</b> & {{{firm}}} {{&firm}}' }));
    expect(htmlBody(letterOf(low, { templates }))).toContain(
      '&lt;b&gt;Bye&lt;/b&gt; &amp; Fixit &amp; Sons Fixit &amp; Sons<br>',
    );
  });

  it('gives way to the usual one where a subject comes out blank', () => {
    const { templates } = read(english({ Subject: '{{#hours over}}Over{{/hours over}}' }));
    expect(letterOf(low, { templates }).texts.Subject).toBe('Acme has 3.5 h left of 20 h prepaid');
  });

  it('breaks no subject line', () => {
    const { templates } = read(english({ Subject: 'One\r\nBcc: all@x.example' }));
    expect(letterOf(low, { templates }).texts.Subject).toBe('One Bcc: all@x.example');
  });

  it('keeps a word that begins like a formula', () => {
    const { templates } = read(english({ Subject: '=saved' }));
    expect(letterOf(low, { templates }).texts.Subject).toBe('=saved');
  });
});

describe('a row of Templates', () => {
  it.each<[Row, string]>([
    [{ Language: 'en', Subject: 'x' }, 'Level is blank. Choose the level, or clear the row.'],
    [{ Level: 'low', Subject: 'x' }, 'Language is blank. Type en, de, es, fr, nl, it or pt.'],
    [
      { Level: 'lowest', Language: 'en' },
      'Level "lowest" cannot be read. Choose one of: low, used up, expired, expiring, reminder, thank you, unpaid, statement.',
    ],
    [
      { Level: 'low', Language: 'Klingon' },
      'Language "Klingon" cannot be read. Type en, de, es, fr, nl, it or pt.',
    ],
    [english({ Subject: '#REF!' }), 'Subject holds a formula that gives #REF!. Mend the formula.'],
  ])('that makes no sense is an issue: %o', (row, message) => {
    expect(read(row).messages).toEqual([`Templates 2: ${message}`]);
  });

  it('that stands there twice is an issue, and the first counts', () => {
    const { templates, messages } = read(english({ Subject: 'One' }), english({ Subject: 'Two' }));
    expect(messages).toEqual([
      'Templates 3: "low en" stands in row 2 already, and that row counts. Delete one.',
    ]);
    expect(letterOf(low, { templates }).texts.Subject).toBe('One');
  });
});

describe('the usual texts', () => {
  const all = languages.flatMap(language => mailKinds.map(kind => [kind, language] as const));

  it.each(all)('about %s in %s have no slip', (kind, language) => {
    const texts = usualTexts(kind, language);
    for (const part of mailParts) expect([part, problemOf(texts[part])]).toEqual([part, undefined]);
    expect(texts.Subject).not.toBe('');
    expect(texts.Subject + texts.Opening).toContain('{{client}}');
  });
});

it.each([
  ['hours', undefined],
  ['cotnact', 'contact'],
  ['orderby', 'order by'],
  ['Run out', 'runs out'],
])('the name nearest to "%s" is %s', (typed, nearest) => {
  expect(nearestPlaceholder(typed)).toBe(nearest);
});
