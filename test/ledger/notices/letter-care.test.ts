import { expect, it } from 'vitest';
import { htmlBody } from '../../../src/ledger/notices/mail-html';
import { textBody } from '../../../src/ledger/notices/mail-text';
import { block } from '../builders';
import { careIn, times } from '../care/cares';
import { factLines, letterOf, low } from './letters';

// `low` is written on 31 December 2026, and its block was bought on 1 January.
const careLines = (log: Parameters<typeof times>[], book = low) =>
  factLines(letterOf(book, { care: careIn({ log: log.map(each => times(...each)) }) })).filter(line =>
    /^(Care|Betreuung)/.test(line),
  );

it('a letter says what was looked after in the last 90 days, the day of the mail among them', () => {
  expect(careLines([['2026-10-02', 'Updates']])).toEqual([]);
  expect(
    careLines([
      ['2026-10-03', 'Updates'],
      ['2026-12-31', 'updates'],
    ]),
  ).toEqual(['Care since 3 Oct 2026: updates installed 2 times']);
});

it('but not before the newest purchase, and in the language of the client', () => {
  const blocks = [block(20, { Date: '2026-11-30' })];
  const clients = [{ Client: 'Acme', Language: 'de' }];
  const done: Parameters<typeof times>[] = [
    ['2026-11-29', 'Updates'],
    ['2026-11-30', 'Backup restore test'],
  ];
  expect(careLines(done, { ...low, blocks, clients })).toEqual([
    'Betreuung seit 30. November 2026: 1 Rücksicherung geprüft',
  ]);
});

it('says nothing, and changes nothing, where nothing was looked after', () => {
  const bare = letterOf(low);
  expect(letterOf(low, { care: careIn({}) })).toEqual(bare);
});

it('what somebody types as a task stays text, on one line', () => {
  const care = careIn({ log: [times('2026-12-01', '<b>x</b>\nBcc: all', { Result: 'OK' })] });
  const letter = letterOf(low, { care });
  expect(textBody(letter)).toContain('Care since 3 Oct 2026: <b>x</b> Bcc: all');
  expect(htmlBody(letter)).toContain('&lt;b&gt;x&lt;/b&gt; Bcc: all');
});
