import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../../src/ledger/agreements/agreement';
import {
  agreementIssues,
  changedClauses,
  clauseIssues,
} from '../../../src/ledger/agreements/agreement-issues';
import { noClauses } from '../../../src/ledger/agreements/clauses-for';
import type { IssueList } from '../../../src/ledger/model/issue';
import type { TypedClause } from '../../../src/ledger/reading/read-clauses';
import { readSignings } from '../../../src/ledger/reading/signings';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { type Book, block, dateCell, ledgerOf, type Row, tabsOf } from '../builders';
import { agreementIn, digestIn } from './agreed';

const blocks = [block(20, { Block: 'B-0001' }), block(10, { Block: 'B-0002' })];
const signed = (Block: string, more: Row = {}): Row => ({ Block, Signed: dateCell('2026-02-01'), ...more });

function found(book: Book, kept: ReadonlyMap<number, Agreement> = new Map()) {
  const ledger = ledgerOf({ blocks, ...book });
  const cells = tabsOf({ blocks, ...book }).get('Agreements');
  const told: IssueList = { all: [], broken: new Map(), fatal: [] };
  const signings = cells ? readSignings(cells, ledger.blocks, ledger.settings.today, told) : [];
  const settled = [...settleLedger(ledger, ledger.settings.today).values()];
  return { ledger, settled, known: { signings, agreements: kept } };
}
function issuesIn(book: Book, kept?: ReadonlyMap<number, Agreement>): string[] {
  const { ledger, settled, known } = found(book, kept);
  return agreementIssues(ledger, settled, known).map(({ tab, row, message }) => `${tab} ${row}: ${message}`);
}

describe('advice on agreements', () => {
  it('names each sold block with hours left that has no signed agreement', () => {
    expect(issuesIn({ agreements: [signed('B-0001')] })).toEqual([
      'Blocks 3: B-0002 was sold to "Acme" without a signed agreement. Make it with Agreement…, and mark it there when it is signed.',
    ]);
  });

  it('says nothing of a client that has left, nor where no agreement is made', () => {
    const clients = [{ Client: 'Acme', Active: false }];
    expect(issuesIn({ clients, agreements: [signed('B-0001')] })).toEqual([]);
    expect(issuesIn({ agreements: [] })).toEqual([]);
  });

  it('says what has changed since, three things at most', () => {
    const before = { blocks: [blocks[0] as Row] };
    const agreements = [signed('B-0001', { Terms: digestIn(before) }), signed('B-0002')];
    const clients = [
      { Client: 'Acme', 'Round up to (min)': 6, 'Minimum (min)': 6, Overage: 'invoice', 'Round per': 'day' },
    ];
    const kept = new Map([[2, agreementIn(before)]]);
    expect(issuesIn({ clients, agreements }, kept).map(text => text.replace(/\u00a0/g, ' '))).toEqual([
      'Blocks 2: B-0001 has other terms than "Acme" signed on 1 Feb 2026: rounding 0 min, now 6 min; minimum 0 min, now 6 min; round per entry, now day; and 1 more. Put them back, or make the agreement anew with Agreement….',
    ]);
    // Whose content is gone is known by its digest only.
    expect(issuesIn({ clients, agreements })).toEqual([
      'Blocks 2: B-0001 has other terms than "Acme" signed on 1 Feb 2026. Put them back, or make the agreement anew with Agreement….',
    ]);
  });
});

describe('a clause that was written anew', () => {
  const typed = (more: Partial<TypedClause>): TypedClause => ({
    name: 'confidentiality',
    key: 'confidentiality',
    language: 'en',
    order: undefined,
    heading: '',
    text: '',
    ...more,
  });
  const agreed = agreementIn({ blocks });

  it('is told once, with how many have signed the old one', () => {
    const { ledger, settled, known } = found(
      { agreements: [signed('B-0001'), signed('B-0002')] },
      new Map([
        [2, agreed],
        [3, agreed],
      ]),
    );
    const issues = (clauses: readonly TypedClause[]) =>
      clauseIssues(settled, ledger.agreements, known, clauses);
    expect(issues(noClauses)).toEqual([]);
    expect(issues([typed({ text: 'Hush.' })])).toEqual([
      {
        tab: 'Agreements',
        row: 2,
        message:
          'The clause "confidentiality" has changed since this and 1 more agreements were signed. What was signed stands; make the agreement anew if the new text is to hold.',
      },
    ]);
  });

  it('may be another text, one more or one less, in the language of the agreement', () => {
    expect(changedClauses(agreed, [typed({ heading: 'Hush' })])).toEqual([]);
    expect(changedClauses(agreed, [typed({ language: 'de', text: 'Pst.' })])).toEqual([]);
    expect(changedClauses(agreed, [typed({ order: 0 })])).toEqual(['confidentiality']);
    expect(changedClauses(agreed, [typed({ name: 'Travel', key: 'travel', text: 'Free.' })])).toEqual([
      'Travel',
    ]);
  });
});
