/** Everything that goes to a client, in one language; bundled by made-up-language.test.ts with one language more. */
import { draftAgreement } from '../../../src/ledger/agreements/agreement';
import { agreementPage } from '../../../src/ledger/agreements/agreement-html';
import { clausesFor, noClauses } from '../../../src/ledger/agreements/clauses-for';
import { pageFacts } from '../../../src/ledger/client-page/page-facts';
import { clientPageHtml } from '../../../src/ledger/client-page/page-html';
import { kinds } from '../../../src/ledger/model/block';
import { starterTasks } from '../../../src/ledger/model/care';
import type { Client } from '../../../src/ledger/model/client';
import type { Ledger } from '../../../src/ledger/model/ledger';
import { type MailKind, mailKinds } from '../../../src/ledger/model/levels';
import type { NoticeRow } from '../../../src/ledger/model/notice-row';
import { acceptedOnPage } from '../../../src/ledger/notices/accepted-on-page';
import { exampleOf } from '../../../src/ledger/notices/example-occasion';
import { letterTo } from '../../../src/ledger/notices/letter';
import { htmlBody } from '../../../src/ledger/notices/mail-html';
import { textBody } from '../../../src/ledger/notices/mail-text';
import { paperPage } from '../../../src/ledger/papers/paper-html';
import { paperText } from '../../../src/ledger/papers/paper-text';
import { settleOne } from '../../../src/ledger/rules/settle';
import { differencesBetween } from '../../../src/ledger/statements/compare-accounts';
import { paymentPage } from '../../../src/ledger/statements/payment-page';
import { draftPayment, paymentDifferences } from '../../../src/ledger/statements/payment-paper';
import { draftStatement, type Statement, withCare } from '../../../src/ledger/statements/statement';
import { statementPaper } from '../../../src/ledger/statements/statement-paper';
import { addDays } from '../../../src/ledger/units/calendar-date';
import type { CareWork } from '../../../src/ledger/words/care-work';
import { noTemplates } from '../../../src/ledger/words/templates';
import { agreementKind } from '../../../src/workflows/papers/agreement-mail';
import { statementKind } from '../../../src/workflows/papers/give-statement';
import { type Book, block, day, ledgerOf, type Row, work } from '../builders';

export { languageName, languageOf, languages } from '../../../src/ledger/words/languages';

/** What it is, and what it says. */
type Said = readonly [name: string, text: string];

const settings = {
  'Firm name': '7',
  'Firm address': '8\n9',
  'Firm tax id': '10',
  'Office manager email': 'o@x.example',
  'Payment link': 'https://pay.example/{{offer hours}}',
  'Tax (%)': 0.19,
  'Tax name': '11',
  'Rate card': '10 h: 5\n20 h: 10',
};
const clients = (language: string, more: Row = {}) => [
  { Client: '4', Contact: '5', Address: '6', 'Tax id': '12', Language: language, ...more },
];
const own = { Client: '4', 'What was done': '3' };
const hours = (date: string, count: number | string) => work(date, count, own);
const bought = (count: number, more: Row = {}) => block(count, { Client: '4', 'Discount / h': 10, ...more });
const steady = [...Array(12).keys()].map(week => hours(`2026-${week < 6 ? '10' : '11'}-${10 + week}`, 1.5));

/** Clients in every state of which a mail or a page may speak. */
const books: Readonly<Record<string, Omit<Book, 'clients'> & { readonly client?: Row }>> = {
  low: { blocks: [bought(20)], time: steady },
  'at the end': { blocks: [bought(20)], time: [...steady, hours('2026-12-01', 2)] },
  overdrawn: { blocks: [bought(10)], time: [hours('2026-12-01', 12.25)] },
  'to be invoiced': {
    blocks: [bought(10)],
    time: [hours('2026-12-01', '12:20')],
    client: { Overage: 'invoice' },
  },
  ended: { blocks: [bought(20, { Expires: '2026-12-01' })], time: [hours('2026-02-01', 8)] },
  'ending often': {
    blocks: [...Array(7).keys()].map(at => bought(5, { Date: '2026-01-01', Expires: `2027-01-${10 + at}` })),
    time: [hours('2026-12-01', 1)],
  },
  'not usable yet': { blocks: [bought(5), bought(20, { Date: '2026-12-20', Starts: '2027-01-10' })] },
  repeating: { blocks: [bought(10, { Date: '2026-12-01', Expires: '2026-12-31', Repeats: 'monthly' })] },
};

const care: CareWork = {
  log: [...starterTasks.map(({ task }) => task), '77'].flatMap(task =>
    [1, 2].map(row => ({
      row,
      clientKey: '4',
      date: day('2026-12-30'),
      task,
      result: 'OK' as const,
      resultText: 'OK',
    })),
  ),
  things: [
    {
      ...{ row: 2, clientKey: '4', client: '4', what: '1' },
      foundOn: day('2026-12-01'),
      ...{ priority: 'high', state: 'fixed' },
      fixedOn: day('2026-12-30'),
    },
  ],
};

interface Firm {
  readonly name: string;
  readonly ledger: Ledger;
  readonly client: Client;
}

function firm(name: string, { client: more = {}, ...book }: (typeof books)[string], language: string): Firm {
  const ledger = ledgerOf({ settings, ...book, clients: clients(language, more) });
  const [client] = ledger.clients.values();
  if (!client) throw new Error(`${name} has no client.`);
  return { name, ledger, client };
}

export function everyText(language: string): readonly Said[] {
  const firms = Object.entries(books).map(([name, book]) => firm(name, book, language));
  return [
    ...firms.flatMap(each => mailKinds.flatMap(kind => mails(each, kind))),
    ...firms.flatMap(pages),
    ...statements(language),
    ...payments(language),
    ...agreements(language),
  ];
}

function mails({ name, ledger, client }: Firm, kind: MailKind): readonly Said[] {
  const settled = settleOne(ledger, client);
  const example = exampleOf(settled, ledger, kind);
  if (!example) return [];
  const pages = new Map([[client.key, 'https://page.example/1']]);
  const letter = letterTo(
    settled,
    { ledger, templates: noTemplates, notices: [], care, pages },
    example.occasion,
  );
  const parts = { subject: letter.texts.Subject, text: textBody(letter), html: htmlBody(letter) };
  return Object.entries(parts).map(([part, text]) => [`${kind} mail, ${name}, ${part}`, text] as const);
}

/** Before a mail, after it, and once the client has said yes. */
function pages({ name, ledger, client }: Firm): readonly Said[] {
  const settled = settleOne(ledger, client);
  const sent = ledger.blocks.map(({ number }): NoticeRow => {
    const row = { key: '', row: 2, client: '4', block: number, level: 'low', state: 'Sent', outcome: '' };
    return { ...row, to: '', error: '', sentAt: undefined, queuedAt: undefined } as never;
  });
  const accepted = sent.map(row => ({ ...row, outcome: acceptedOnPage(day('2026-12-30'), '20 h') }));
  return Object.entries({ quiet: [], asked: sent, accepted }).map(([state, notices]) => [
    `page of a client, ${name}, ${state}`,
    clientPageHtml(pageFacts(settled, ledger, notices), ledger.settings, '0'.repeat(32)),
  ]);
}

/** Rows of every kind, with which a person may move hours. */
function movingBook(language: string): Firm {
  const moved = kinds.flatMap(Kind =>
    [4, -2].map(count => bought(count, { Kind, Date: '2026-01-10', Note: '1', Reference: 'B-0001' })),
  );
  const lapsed = bought(3, { Expires: '2026-01-20' });
  const book = {
    blocks: [bought(10), lapsed, ...moved],
    time: [hours('2026-01-05', '0:20'), hours('2026-01-06', 40)],
  };
  return firm('moving', book, language);
}

const period = { from: day('2026-01-01'), to: day('2026-01-31') };

function statements(language: string): readonly Said[] {
  const all = [
    movingBook(language),
    ...Object.entries(books).map(([name, book]) => firm(name, book, language)),
  ];
  return all.flatMap(({ name, ledger, client }) => {
    const whole = name === 'moving' ? period : { from: period.from, to: ledger.settings.today };
    const bare = draftStatement(ledger, client, whole, () => false);
    const draft = withCare(bare, client, care);
    const other = {
      ...draft,
      hours: { ...draft.hours, closing: addDays(draft.hours.closing as never, 9) as never },
    };
    const differences = differencesBetween(other, { ...draft, movements: [], invoiced: [] }, language);
    const corrected: Statement = { ...draft, number: 'S-0002', corrects: { number: 'S-0001', differences } };
    const last = { ...draftStatement(ledger, client, period, () => true), number: 'S-0003' };
    return [draft, corrected, last].flatMap((statement, at) =>
      statementSaid(`${name} ${at}`, { ledger, client }, statement),
    );
  });
}

function statementSaid(
  name: string,
  { ledger, client }: Omit<Firm, 'name'>,
  statement: Statement,
): readonly Said[] {
  const kept = { row: 2, statement };
  const mail = statementKind.letter({ ledger, client } as never, kept);
  const paper = statementPaper(statement);
  return Object.entries({
    paper: paperPage(paper),
    'plain paper': paperText(paper),
    'file name': statementKind.name(kept),
    subject: mail.subject,
    text: mail.body,
    html: mail.htmlBody ?? '',
  }).map(([part, text]) => [`statement ${name}, ${part}`, text] as const);
}

function payments(language: string): readonly Said[] {
  const rows = [
    bought(10),
    bought(10, { 'Paid on': '2026-01-20' }),
    bought(-2, { Kind: 'Refund', Date: '2026-01-10', Note: '1' }),
    bought(0, { Kind: 'Refund', Date: '2026-01-10', Price: -9, Reference: 'B-0001', Note: '1' }),
    bought(3, { Kind: 'Overage invoice', Date: '2026-01-12', 'Discount / h': '' }),
  ];
  const { ledger, client } = firm('payments', { blocks: rows, time: [hours('2026-01-05', 30)] }, language);
  return ledger.blocks.flatMap((sold, at) =>
    (['Payment request', 'Receipt', 'Credit note'] as const).flatMap(kind => {
      const standing = { kind, open: sold.price, taxBack: sold.tax } as never;
      const draft = draftPayment(sold, client, ledger.settings, standing);
      const now = { ...draft, hours: addDays(draft.hours as never, 5) as never, price: 5 as never };
      const differences = paymentDifferences(draft, now as never, language as never);
      const corrected = { ...draft, number: 'P-0002', corrects: { number: 'P-0001', differences } };
      return [draft, corrected as typeof draft].flatMap((paper, version): Said[] => [
        [`${kind} ${at} ${version}`, paperPage(paymentPage(paper))],
        [`${kind} ${at} ${version}, plain`, paperText(paymentPage(paper))],
      ]);
    }),
  );
}

function agreements(language: string): readonly Said[] {
  const all = Object.entries(books).map(([name, book]) => firm(name, book, language));
  return all.flatMap(({ name, ledger, client }) => {
    const { settings: terms, workTypes } = ledger;
    const [sold] = ledger.blocks;
    if (!sold) return [];
    const ground = { block: sold, client, settings: terms, workTypes: namedByFigures(workTypes) };
    const agreement = draftAgreement(ground, clausesFor(noClauses, language).clauses, language);
    const mail = agreementKind.letter({ ledger, client, shown: agreement } as never, {} as never);
    return Object.entries({
      page: agreementPage(agreement, day('2026-01-05')),
      'file name': agreementKind.name({ agreement } as never),
      subject: mail.subject,
      text: mail.body,
      html: mail.htmlBody ?? '',
    }).map(([part, text]) => [`agreement ${name}, ${part}`, text] as const);
  });
}

/** What the firm calls its kinds of work is its own. */
function namedByFigures(types: Ledger['workTypes']): Ledger['workTypes'] {
  return new Map([...types].map(([key, type], at) => [key, type && { ...type, name: String(at) }]));
}
