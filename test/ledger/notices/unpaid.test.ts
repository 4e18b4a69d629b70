import { describe, expect, it } from 'vitest';
import { unpaidBlocks } from '../../../src/ledger/books/unpaid';
import { noticeKey } from '../../../src/ledger/model/notice-row';
import { tellableBlocks } from '../../../src/ledger/notices/due';
import { letterTo, noticeOf } from '../../../src/ledger/notices/letter';
import { textBody } from '../../../src/ledger/notices/mail-text';
import { outcomeOf } from '../../../src/ledger/notices/outcome';
import { planNotices } from '../../../src/ledger/notices/plan';
import { readNotices } from '../../../src/ledger/reading/notice-row';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { toSheetSerial } from '../../../src/ledger/units/calendar-date';
import { noTemplates } from '../../../src/ledger/words/templates';
import { type Book, block, dateCell, ledgerOf, type Row, settledIn, tabCells, work } from '../builders';

/** 10 h at 100 and 20 %, sold on 1 December: due on the 15th. */
const book = (today: string, more: Book = {}): Book => ({
  clients: [{ Client: 'Acme', Email: 'ann@acme.example', 'Tax (%)': 0.2 }],
  blocks: [block(10, { Block: 'B-0001', Date: '2026-12-01' })],
  time: [work('2026-12-02', 1)],
  ...more,
  settings: { Today: today, 'Payment reminders': 'yes', 'Payment terms (days)': 14, ...more.settings },
});
const sent = (Level: string, iso: string, more: Row = {}): Row => ({
  Client: 'Acme',
  Block: 'B-0001',
  Level,
  To: 'ann@acme.example',
  State: 'Sent',
  'Sent at': dateCell(iso, 8),
  ...more,
});

/** `deleted` was told as well, though its row is gone from Notices. */
function planned(given: Book, notices: readonly Row[] = [], deleted = '') {
  const ledger = ledgerOf({ ...given, notices });
  const { today } = ledger.settings;
  const rows = readNotices(tabCells('Notices', notices));
  const keys = rows.map(({ key }) => key);
  return planNotices({
    ledger,
    unpaid: unpaidBlocks(ledger, today),
    settled: settleLedger(ledger, today),
    rows,
    told: (number, level) => level === deleted || keys.includes(noticeKey(number, level)),
    left: () => false,
    interrupted: [],
    now: toSheetSerial(today) + 0.25,
  });
}
const mailed = (given: Book, notices: readonly Row[] = [], deleted = '') =>
  planned(given, notices, deleted).mails.flatMap(({ due }) =>
    due.map(({ level, block: number, why }) => `${number} ${level}: ${why}`),
  );

describe('a reminder to pay', () => {
  it('goes out the day after the block was due, and never while the firm does not want it', () => {
    expect(mailed(book('2026-12-15'))).toEqual([]);
    expect(mailed(book('2026-12-16'))).toEqual([
      'B-0001 unpaid: $1,200.00 of B-0001 were due on 15 Dec 2026, 1 day ago',
    ]);
    expect(mailed(book('2026-12-16', { settings: { 'Payment reminders': 'no' } }))).toEqual([]);
    expect(mailed(book('2026-12-16', { settings: { 'Payment terms (days)': 30 } }))).toEqual([]);
  });

  it('is repeated once after so many days, and not a third time', () => {
    const first = sent('unpaid', '2026-12-16');
    expect(mailed(book('2026-12-22'), [first])).toEqual([]);
    expect(mailed(book('2026-12-23'), [first])).toEqual([
      expect.stringMatching(/^B-0001 unpaid reminder 1: /),
    ]);
    expect(mailed(book('2027-01-15'), [first, sent('unpaid reminder 1', '2026-12-23')])).toEqual([]);
    expect(mailed(book('2027-01-15'), [first], 'unpaid reminder 1')).toEqual([]);
    expect(mailed(book('2026-12-23'), [{ ...first, Outcome: 'pays in May' }])).toEqual([]);
  });

  it('is repeated after a week where nothing else is repeated', () => {
    const never = (today: string) => book(today, { settings: { 'Remind after (days)': 0 } });
    const first = sent('unpaid', '2026-12-16');
    expect(mailed(never('2026-12-22'), [first])).toEqual([]);
    expect(mailed(never('2026-12-23'), [first])).toHaveLength(1);
  });

  it.each<[string, readonly Row[]]>([
    ['paid', [block(10, { Block: 'B-0001', Date: '2026-12-01', 'Paid on': '2026-12-10' })]],
    [
      'paid in parts',
      [
        block(10, { Block: 'B-0001', Date: '2026-12-01' }),
        block(0, { Date: '2026-12-05', Kind: 'Payment', Price: 700, Reference: 'B-0001' }),
        block(0, { Date: '2026-12-09', Kind: 'Payment', Price: 500, Reference: 'B-0001' }),
      ],
    ],
    [
      'paid too much in parts',
      [
        block(10, { Block: 'B-0001', Date: '2026-12-01' }),
        block(0, { Date: '2026-12-05', Kind: 'Payment', Price: 1300, Reference: 'B-0001' }),
      ],
    ],
    [
      'written off',
      [
        block(10, { Block: 'B-0001', Date: '2026-12-01' }),
        block(-9, { Date: '2026-12-12', Kind: 'Write-off', Reference: 'B-0001', Note: 'Gone' }),
      ],
    ],
  ])('asks nothing for a block that is %s', (_, blocks) => {
    const asked = mailed(book('2026-12-30', { blocks })).filter(line => line.includes('unpaid'));
    expect(asked).toEqual([]);
  });

  it('asks for what is left after a part', () => {
    const part = block(0, { Date: '2026-12-05', Kind: 'Payment', Price: 700, Reference: 'B-0001' });
    const blocks = [block(10, { Block: 'B-0001', Date: '2026-12-01' }), part];
    expect(mailed(book('2026-12-16', { blocks }))[0]).toContain('$500.00 of B-0001');
  });

  it('is a mail of its own: where hours are low too, that goes first', () => {
    const low = book('2026-12-16', { time: [work('2026-12-02', 9)] });
    expect(mailed(low)).toEqual([expect.stringMatching(/^B-0001 low: /)]);
    const later = { ...low, settings: { ...low.settings, Today: '2026-12-17' } };
    expect(mailed(later, [sent('low', '2026-12-16')])).toEqual([expect.stringMatching(/^B-0001 unpaid: /)]);
  });

  it('that waits for a look is skipped once the block is paid', () => {
    const blocks = [block(10, { Block: 'B-0001', Date: '2026-12-01', 'Paid on': '2026-12-17' })];
    const waiting = sent('unpaid', '2026-12-16', { State: 'Review', 'Sent at': '' });
    const { changed } = planned(book('2026-12-18', { blocks }), [waiting]);
    expect(changed.map(({ state, error }) => [state, error])).toEqual([
      ['Skipped', 'Not due: the block is paid, or not past its day.'],
    ]);
  });

  it('has an outcome of its own: when it was paid, and no renewal', () => {
    const row = { block: 'B-0001', level: 'unpaid', state: 'Sent', sentAt: 0, outcome: '' } as const;
    const of = (paid: string, blocks: readonly Row[] = []) => {
      const all = [block(10, { Block: 'B-0001', Date: '2026-12-01', 'Paid on': paid }), ...blocks];
      const settled = settledIn(ledgerOf(book('2026-12-30', { blocks: all })), 'Acme', '2026-12-30');
      return outcomeOf({ ...row, sentAt: toSheetSerial(settled.asOf) - 14 }, settled, 7);
    };
    expect(of('2026-12-20')).toBe('Paid after 4 days');
    expect(of('2026-12-16')).toBe('Paid the same day');
    expect(of('', [block(10, { Date: '2026-12-20' })])).toBe('');
  });

  it('keeps its block in memory while it is unpaid, also where nothing is left of it', () => {
    const blocks = [
      block(1, { Block: 'B-0001', Date: '2026-12-01' }),
      block(10, { Block: 'B-0002', Date: '2026-12-10', 'Paid on': '2026-12-10' }),
    ];
    const ledger = ledgerOf(book('2026-12-30', { blocks }));
    expect(tellableBlocks(settledIn(ledger, 'Acme'), ledger.settings)).toContain('B-0001');
  });

  it.each([
    [
      'en',
      'Payment reminder: $1,200.00 of Acme',
      'Due on 15 Dec 2026: $1,200.00 (B-0001)',
      'Pay online: https://pay.example',
    ],
    [
      'de',
      'Zahlungserinnerung: 1.200,00 $ für Acme',
      'Fällig am 15. Dezember 2026: 1.200,00 $ (B-0001)',
      'Online bezahlen: ',
    ],
    [
      'es',
      'Recordatorio de pago: 1200,00 US$ de Acme',
      'Vence el 15 de diciembre de 2026: ',
      'Pagar en línea: ',
    ],
    [
      'fr',
      'Rappel de paiement : 1 200,00 $US pour Acme',
      'À payer pour le 15 décembre 2026 : ',
      'Payer en ligne : ',
    ],
  ])(
    'names what is owed since when and how to pay, in %s, and sells nothing',
    (Language, subject, fact, pay) => {
      const given = book('2026-12-16', {
        clients: [{ Client: 'Acme', Email: 'ann@acme.example', Language, 'Tax (%)': 0.2 }],
        settings: { 'Payment link': 'https://pay.example' },
      });
      const ledger = ledgerOf(given);
      const [mail] = planned(given).mails;
      const letter = letterTo(
        settledIn(ledger, 'Acme'),
        { ledger, templates: noTemplates, notices: [] },
        noticeOf(mail?.due ?? []),
      );
      const plain = (text: string) => text.replace(/\u00a0/g, ' ');
      expect(plain(letter.texts.Subject)).toBe(subject);
      expect(letter.offer).toBeUndefined();
      for (const text of [fact, pay]) expect(plain(textBody(letter))).toContain(text);
      expect(textBody(letter)).not.toMatch(/\{\{|undefined/);
    },
  );
});
