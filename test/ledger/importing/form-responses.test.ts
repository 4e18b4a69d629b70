import { describe, expect, it } from 'vitest';
import {
  planResponses,
  type ResponsePlan,
  type StandingResponse,
} from '../../../src/ledger/importing/form-responses';
import { markOfSource } from '../../../src/ledger/importing/source';
import type { Cell } from '../../../src/ledger/sheet/cell';
import { dateOf, fromSheetSerial, isoDate } from '../../../src/ledger/units/calendar-date';

const english = ['Timestamp', 'Client', 'Hours', 'What was done', 'Who'];
const day = (of: number) => dateOf(2026, 11, of) ?? fromSheetSerial(0);
const sent = (of: number, second: number): Cell => ({ date: day(of), second });
const work: readonly (readonly Cell[])[] = [
  [sent(20, 36_000), 'Acme', 1.5, 'Mended the printer', 'Kim'],
  [sent(20, 36_001), 'Cox', '0:45', 'Called', 'Jo'],
  [sent(21, 9000), 'Acme', '1h 30m', '', 'Kim'],
];
const shown = ({ rows }: ResponsePlan) =>
  rows.map(([, on, client, who, seconds, , , , what]) => [
    isoDate(fromSheetSerial(on)),
    client,
    who,
    seconds,
    what,
  ]);
/** As the rows of a plan stand in Time afterwards. */
const standing = ({ rows }: ResponsePlan): StandingResponse[] =>
  rows.map(([source, on, client, who, seconds, , , , what], at) => ({
    mark: markOfSource(source) ?? '',
    place: `row ${at + 2} of Time`,
    isWhole: true,
    row: { client, day: on, seconds, what, who },
  }));
const plan = (rows: readonly (readonly Cell[])[], before: readonly StandingResponse[] = []) =>
  planResponses([english, ...rows], before);

describe('a response of a form', () => {
  it('becomes a row of work on the day on which it was sent', () => {
    expect(shown(plan(work))).toEqual([
      ['2026-11-20', 'Acme', 'Kim', 5400, 'Mended the printer'],
      ['2026-11-20', 'Cox', 'Jo', 2700, 'Called'],
      ['2026-11-21', 'Acme', 'Kim', 5400, ''],
    ]);
  });

  it('is read once, in whatever order the rows stand', () => {
    const first = plan(work);
    expect(plan([...work].reverse(), standing(first))).toEqual({ rows: [], problems: [] });
  });

  it('counts the day that it names instead', () => {
    const rows = [
      [...english, 'Date'],
      [...(work[0] ?? []), { date: day(3), second: 0 }],
      [...(work[1] ?? []), ''],
    ];
    expect(shown(planResponses(rows, [])).map(([on]) => on)).toEqual(['2026-11-03', '2026-11-20']);
  });

  it.each([
    ['Zeitstempel', 'Kunde', 'Stunden', 'Beschreibung', 'Mitarbeiter'],
    ['Horodateur', 'Client', 'Heures', 'Description', 'Utilisateur'],
    ['Marca temporal', 'Cliente', 'Horas', 'Descripción', 'Usuario'],
    ['Informazioni cronologiche', 'Cliente', 'Ore', 'Descrizione', 'Utente'],
    ['Tijdstempel', 'Klant', 'Uren', 'Omschrijving', 'Medewerker'],
    ['Carimbo de data/hora', 'Cliente', 'Horas', 'Descrição', 'Usuário'],
  ])('is known by its headers: %s', (...headers) => {
    expect(shown(planResponses([headers, ...work], []))).toEqual(shown(plan(work)));
  });

  it('that cannot be read is named with its row and its mend, and stops no other', () => {
    const found = plan([
      [sent(20, 1), 'Acme', 'much', '', 'Kim'],
      [sent(20, 2), '', 1, '', 'Kim'],
      [sent(20, 3), 'Acme', '', '', 'Kim'],
      [sent(20, 4), 'Acme', 0, '', 'Kim'],
      ['soon', 'Acme', 1, '', 'Kim'],
      ['', '', '', '', ''],
      ...work,
    ]);
    expect(found.problems).toEqual([
      { row: 2, message: 'Hours "much" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.' },
      { row: 3, message: 'It names no client. Type the client there.' },
      { row: 4, message: 'It has no hours. Type them there.' },
      { row: 5, message: 'Hours "0" are no time. Correct them.' },
      { row: 6, message: 'Timestamp "soon" cannot be read. Type a date such as 2026-11-23.' },
    ]);
    expect(shown(found)).toEqual(shown(plan(work)));
  });

  it('that is edited afterwards comes no second time, but is asked about until its row says the same', () => {
    const before = standing(plan(work));
    const edited = work.map((row, at) => (at === 1 ? row.with(2, 2) : row));
    const found = plan(edited, before);
    expect(found.rows).toEqual([]);
    expect(found.problems).toEqual([
      { row: 3, message: expect.stringContaining('It was changed after it became row 3 of Time') },
    ]);
    const corrected = before.map((each, at) =>
      at === 1 ? { ...each, row: { ...each.row, seconds: 7200 } } : each,
    );
    expect(plan(edited, corrected)).toEqual({ rows: [], problems: [] });
    const emptied = before.filter((_, at) => at !== 1);
    expect(shown(plan(edited, emptied))).toEqual([['2026-11-20', 'Cox', 'Jo', 7200, 'Called']]);
  });

  it('that is sent anew through the form, with the moment of the edit, is asked about too', () => {
    const before = standing(plan(work));
    const again = [work[0] ?? [], [sent(20, 40_000), 'Cox', 2, 'Called', 'Jo'], work[2] ?? []];
    expect(plan(again, before)).toMatchObject({ rows: [], problems: [{ row: 3 }] });
    // Work of somebody else, or of another kind, is new although a response was deleted.
    const other = [work[0] ?? [], [sent(22, 1), 'Cox', 2, 'Called', 'Kim'], work[2] ?? []];
    expect(shown(plan(other, before))).toEqual([['2026-11-22', 'Cox', 'Kim', 7200, 'Called']]);
  });

  it('stays one of two where two are equal, or were sent at one moment', () => {
    const [first = [], second = []] = work;
    const twins = [first, first, second.with(0, first[0] ?? '')];
    const found = plan(twins);
    expect(found.rows).toHaveLength(3);
    expect(new Set(found.rows.map(([source]) => source)).size).toBe(3);
    expect(plan(twins, standing(found))).toEqual({ rows: [], problems: [] });
  });

  it('is known again where a question was added, renamed or turned into something unknown', () => {
    const before = standing(plan(work));
    const added = [[...english, 'Work type'], ...work.map(row => [...row, ''])];
    const renamed = [english.with(4, 'Your favourite colour'), ...work];
    for (const rows of [added, renamed])
      expect(planResponses(rows, before)).toEqual({ rows: [], problems: [] });
  });

  it('is written whole where a run has left its row without hours', () => {
    const [half = [], ...others] = standing(plan(work));
    expect(plan(work, [{ ...(half as StandingResponse), isWhole: false }, ...others]).rows).toHaveLength(1);
  });

  it.each(['Timestamp', 'Client', 'Hours'])('needs the column %s, and says so', lacks => {
    const rows = [english.map(header => (header === lacks ? 'Colour' : header)), ...work];
    expect(planResponses(rows, [])).toEqual({
      rows: [],
      problems: [{ row: 1, message: expect.stringContaining(`no column "${lacks}"`) }],
    });
  });
});
