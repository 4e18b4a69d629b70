import { moneyOfRow } from '../../ledger/books/unpaid';
import type { Block } from '../../ledger/model/block';
import type { Client } from '../../ledger/model/client';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import { paperPage } from '../../ledger/papers/paper-html';
import { foldHeader } from '../../ledger/sheet/headers';
import { contentOf } from '../../ledger/sheet/kept-content';
import { kindText, paymentPage } from '../../ledger/statements/payment-page';
import {
  draftPayment,
  type PaymentPaper,
  paymentDifferences,
  paymentKindOf,
  totalOf,
} from '../../ledger/statements/payment-paper';
import { dateText, toSheetSerial } from '../../ledger/units/calendar-date';
import type { Language } from '../../ledger/units/language';
import { amountNumber } from '../../ledger/units/money';
import { foldName } from '../../ledger/units/names';
import { wordsOf } from '../../ledger/words/languages';
import { type Book, type Desk, type OpenBook, openBook } from '../../workbook/open-book';
import type { Hash } from '../../workbook/ports';
import type { Place } from '../../workbook/selected-client';
import type { PaperAtHand, PaperKind } from './give-paper';
import {
  damagedText,
  digestOf,
  findPapers,
  issuePaper,
  type KeptPaper,
  type PaperSeries,
} from './kept-papers';
import { plainName } from './printer';

type KeptPayment = KeptPaper<PaymentPaper>;

/** Credit notes are numbered for themselves, so that neither series has a gap. */
function seriesOf(isCredit: boolean, client: string): PaperSeries<PaymentPaper> {
  return {
    tab: 'Payment requests',
    letter: isCredit ? 'C' : 'P',
    highest: isCredit ? 'highestCredit' : 'highestRequest',
    part: 'sold',
    tooLong: 'This paper is too long to be kept. Shorten the texts of Settings that it shows.',
    row: paper => ({
      Kind: paper.kind,
      Client: client,
      Block: paper.block,
      Due: paper.due === undefined ? '' : toSheetSerial(paper.due),
      State: 'Issued',
      Total: amountNumber(totalOf(paper), paper.currency),
      Currency: paper.currency,
      Corrects: paper.corrects ? paper.corrects.number : '',
    }),
  };
}

/** All papers of a row of Blocks, the oldest first. */
function findPayments(
  book: Book,
  hash: Hash,
  block: string,
): { readonly kept: readonly KeptPayment[]; readonly damaged: readonly string[] } {
  const isOwn = (textOf: (header: string) => string) => textOf('Block').trim() === block;
  const { papers, damaged } = findPapers(book, hash, seriesOf(false, ''), isOwn);
  return { kept: papers, damaged };
}

/** Gives a draft its number and keeps it; the one that it replaces says so. */
function issuePayment(
  book: Book,
  hash: Hash,
  paper: { readonly draft: PaymentPaper; readonly client: string; readonly replaced: string | undefined },
): KeptPayment {
  return issuePaper(book, hash, seriesOf(paper.draft.kind === 'Credit note', paper.client), paper);
}

/** What *Payment request* and *Credit note* show. */
export interface PaymentPreview {
  readonly html: string;
  readonly block: string;
  readonly said: string;
  /** What the person sees, so that nothing else is given out. */
  readonly seen: string;
  readonly standing: readonly string[];
  /** To choose from: this row's papers; the first is shown of itself. */
  readonly versions: readonly (readonly [value: string, text: string])[];
}

interface PaymentAtHand extends PaperAtHand {
  /** What is shown: a kept one as it was issued, or a draft. */
  readonly shown: PaymentPaper;
  readonly kept: readonly KeptPayment[];
  /** The newest of the kind that the row has now. */
  readonly latest: KeptPayment | undefined;
  readonly differences: readonly string[];
  readonly damaged: readonly string[];
}

/** The paper of the row in which the cursor stands, or of a block that was shown before. */
export function previewPayment(desk: Desk, place: Place, request: unknown): PaymentPreview {
  const { block, version } = readRequest(request);
  const named = block || blockAt(openBook(desk.book), place);
  const paper = layPayment(desk, { block: named, version });
  const { shown, digest } = paper;
  const page = paymentPage(shown);
  return {
    html: paperPage(page),
    block: named,
    said: `${page.title}, ${page.headline}.`,
    seen: digest,
    standing: standingOf(paper),
    versions: versionsOf(paper),
  };
}

function blockAt({ ledger }: OpenBook, { tab, row }: Place): string {
  if (foldHeader(tab) !== 'blocks' || row < 2)
    throw new Error('Stand on a row of Blocks first, then choose this again.');
  const unread = ledger.issues.find(issue => issue.tab === 'Blocks' && issue.row === row);
  const block = ledger.blocks.find(each => each.row === row);
  if (!block)
    throw new Error(unread ? issueText(unread) : `Row ${row} of Blocks is blank. Stand on a sold block.`);
  return block.number;
}

function readRequest(given: unknown): { readonly block: string; readonly version: string } {
  const { block, version } = Object(given) as Record<string, unknown>;
  return { block: String(block ?? '').slice(0, 20), version: String(version ?? '').slice(0, 20) };
}

/** A kept paper comes first; where its row says something else now, the corrected one may be chosen. */
function layPayment(desk: Desk, request: unknown): PaymentAtHand {
  const { block: number, version } = readRequest(request);
  const { ledger } = openBook(desk.book);
  const block = ledger.blocks.find(each => each.number === number);
  if (!block) throw new Error(`Block ${number} is not there any more. Choose its row again.`);
  const client = ledger.clients.get(block.clientKey) as Client;
  const draft = draftOf(ledger, block, client);
  const { kept, damaged } = findPayments(desk.book, desk.hash, block.number);
  const [latest] = kept.filter(({ paper }) => paper.kind === draft.kind).reverse();
  const differences = latest ? differencesOf(latest, draft, client) : [];
  const chosen = kept.find(({ paper }) => paper.number === version) ?? (version === '' ? latest : undefined);
  // The client reads them in its own language.
  const told = latest ? differencesOf(latest, draft, client, client.language) : [];
  const corrects = latest && { number: latest.paper.number, differences: told };
  const shown = chosen?.paper ?? (differences.length > 0 ? { ...draft, corrects } : (latest?.paper ?? draft));
  const digest = digestOf(contentOf(shown), desk.hash);
  return { ledger, client, shown, kept, latest, differences, damaged, digest };
}

function draftOf(ledger: Ledger, block: Block, client: Client): PaymentPaper {
  const { settings } = ledger;
  const kind = paymentKindOf(block);
  if (block.kind === 'Refund' && !kind)
    throw new Error(`${block.number} gives no money back yet. Choose Refresh first, or type its Price.`);
  if (!kind)
    throw new Error(
      `${block.number} is a ${block.kind}. Only hours that were sold have a payment request, and a Refund has a credit note.`,
    );
  return draftPayment(block, client, settings, { kind, ...moneyOfRow(ledger, block, settings.today) });
}

function differencesOf(
  { paper, client: named }: KeptPayment,
  draft: PaymentPaper,
  { name }: Client,
  language?: Language,
): readonly string[] {
  // A renamed client has its new name in the row: it is still the same.
  const isOther = foldName(named) !== foldName(name);
  const { was, client } = wordsOf(language ?? 'en').papers;
  return [...(isOther ? [was(client, named, name)] : []), ...paymentDifferences(paper, draft, language)];
}

function standingOf({ latest, differences, damaged, kept, shown }: PaymentAtHand): readonly string[] {
  const issued = latest && `${latest.paper.number} was issued on ${dateText(latest.paper.issuedOn)}`;
  const others = kept.filter(({ paper }) => paper !== latest?.paper && paper.kind !== shown.kind);
  return [
    ...damaged.map(number => damagedText('Payment requests', number)),
    ...(issued && differences.length === 0 ? [`${issued}; it reprints as it was.`] : []),
    ...(issued && differences.length > 0 ? [`Its row has changed since ${issued}:`, ...differences] : []),
    ...others.map(
      ({ paper }) =>
        `${paper.kind} ${paper.number} was issued on ${dateText(paper.issuedOn)} for this block.`,
    ),
  ];
}

function versionsOf({ latest, differences, kept }: PaymentAtHand): PaymentPreview['versions'] {
  const corrected = differences.length > 0 ? [['corrected', 'corrected, under a new number'] as const] : [];
  const others = kept.filter(({ paper }) => paper !== latest?.paper).reverse();
  return [
    ['', latest ? `${latest.paper.number}, as it was issued` : 'new'],
    ...corrected,
    ...others.map(({ paper: { number, kind, issuedOn } }) => {
      return [number, `${number}, ${kind.toLowerCase()} of ${dateText(issuedOn)}`] as const;
    }),
  ];
}

/** It gets its number once it is given out, and reprints as it was. */
export const paymentKind: PaperKind<PaymentAtHand, KeptPayment> = {
  lay: layPayment,
  keep: ({ book, hash }, { shown, kept, latest, client }) =>
    kept.find(({ paper }) => paper === shown) ??
    issuePayment(book, hash, { draft: shown, client: client.name, replaced: latest?.paper.number }),
  html: ({ paper }) => paperPage(paymentPage(paper)),
  name: ({ paper }) => plainName(`${kindText(paper)} ${paper.number} ${paper.to[0]}`),
  number: ({ paper }) => paper.number,
  keptText: ({ paper }) => `${paper.number} is kept in Payment requests.`,
};
