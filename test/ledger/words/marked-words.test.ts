import { expect, it } from 'vitest';
import { draftAgreement } from '../../../src/ledger/agreements/agreement';
import { agreementPage } from '../../../src/ledger/agreements/agreement-html';
import { clausesFor, noClauses } from '../../../src/ledger/agreements/clauses-for';
import type { Client } from '../../../src/ledger/model/client';
import { paperPage } from '../../../src/ledger/papers/paper-html';
import { paperText } from '../../../src/ledger/papers/paper-text';
import { paymentPage } from '../../../src/ledger/statements/payment-page';
import { draftPayment } from '../../../src/ledger/statements/payment-paper';
import { draftStatement } from '../../../src/ledger/statements/statement';
import { statementPaper } from '../../../src/ledger/statements/statement-paper';
import { noMoney } from '../../../src/ledger/units/money';
import type { LanguageWords } from '../../../src/ledger/words/language-words';
import { languages, wordsOf } from '../../../src/ledger/words/languages';
import { type Book, block, day, ledgerOf, work } from '../builders';

/** A language whose every word is marked, laid over one that is there: what is not marked was never in its folder. */
function marked(words: unknown, key = ''): unknown {
  // A mark would make other figures and names of these.
  if (['signs', 'months', 'code', 'name', 'known', 'colon'].includes(key)) return words;
  if (typeof words === 'string') return `⟦${words}⟧`;
  if (typeof words === 'function')
    return key === 'day' || key === 'money'
      ? words
      : (...given: readonly unknown[]) => `⟦${(words as (...all: readonly unknown[]) => string)(...given)}⟧`;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, marked(each, name)]));
}

const clients = (language: string) => [{ Client: 'Acme', Contact: '5', Language: language }];
const period = { from: day('2026-01-01'), to: day('2026-01-31') };

function papersIn(language: string): readonly string[] {
  const settings = { 'Firm name': '7', 'Tax (%)': 0.19, 'Tax name': '9', Today: '2026-02-01' };
  const time = [work('2026-01-05', '0:20', { 'What was done': '3' }), work('2026-01-06', 2)];
  const book: Book = { clients: clients(language), blocks: [block(10)], time, settings } as never;
  const ledger = ledgerOf(book);
  const client = ledger.clients.get('acme') as Client;
  const [sold] = ledger.blocks;
  if (!sold) throw new Error('Nothing was sold.');
  const corrects = { number: '1', differences: ['2'] };
  const statement = { ...draftStatement(ledger, client, period, () => false), corrects };
  const money = { open: sold.price, taxBack: noMoney } as never as { open: never; taxBack: never };
  const kinds = ['Payment request', 'Receipt', 'Credit note'] as const;
  const payments = kinds.map(kind =>
    paymentPage({ ...draftPayment(sold, client, ledger.settings, { kind, ...money }), corrects }),
  );
  const pages = [statementPaper(statement), ...payments].flatMap(paper => [
    paperPage(paper),
    paperText(paper),
  ]);
  // A picture describes itself in English.
  return language === 'en' ? pages.map(page => page.replace(/<desc.*?<\/desc>/s, '')) : pages;
}

/** What a reader sees, without what is marked; inner marks first. */
function unmarked(page: string): string {
  let text = page.replace(/<style>.*?<\/style>|<title[^>]*>|<[^>]+>/gs, ' ').replace(/&[#\w]+;/g, ' ');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return text.replace(/Acme|B-\d{4}/g, ' ');
}

it.each(languages)(
  'a statement and papers of payments hold no word that is not of the language: %s',
  language => {
    const words = wordsOf(language) as unknown as Record<string, unknown>;
    const { language: _, figures, ...texts } = words;
    const kept = { ...texts };
    Object.assign(words, marked(texts));
    try {
      for (const page of papersIn(language)) {
        const months = (figures as LanguageWords['figures'])?.months.split(' ') ?? [
          'Jan',
          'Feb',
          'Oct',
          'Nov',
          'Dec',
        ];
        const known = new Set([...months, 'de', 'h', 'er', 'º', 'USD', 'US']);
        const left = (unmarked(page).match(/\p{L}+/gu) ?? []).filter(word => !known.has(word));
        expect(left).toEqual([]);
      }
    } finally {
      Object.assign(words, kept);
    }
  },
);

it.each(languages)('an agreement in %s says nothing in another language', language => {
  const ledger = ledgerOf({ clients: clients(language), blocks: [block(10)] } as never);
  const client = ledger.clients.get('acme') as Client;
  const [sold] = ledger.blocks;
  if (!sold) throw new Error('Nothing was sold.');
  const { settings, workTypes } = ledger;
  const { clauses } = clausesFor(noClauses, language);
  const page = agreementPage(
    draftAgreement({ block: sold, client, settings, workTypes } as never, clauses, language),
    day('2026-01-05'),
  );
  expect(page).toContain(`lang="${language}"`);
  expect(page).toContain(wordsOf(language).agreement.title);
  if (language !== 'en') expect(page).not.toContain(wordsOf('en').agreement.opening);
});
