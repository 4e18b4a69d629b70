/** Clock triggers, and the clock that fires them. */

import { describe, expect, it } from 'vitest';
import { bare, openSmall } from './small-bundle';

const hourly = "ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();";
const code = `function tick(e) { console.log(JSON.stringify(e)); if (e.hour === 9) throw new Error('nine'); }`;

describe('an hourly trigger', () => {
  it('fires each hour that passes, each in a run of its own, and a throw is only logged', async () => {
    const workbook = await openSmall({ code, now: '2026-11-23T07:10', timeZone: 'Europe/Paris' });
    await bare(workbook, hourly);
    await workbook.advanceTo('2026-11-23T10:10');

    const logged = workbook.log.map(({ level, text }) => (level === 'log' ? JSON.parse(text).hour : text));
    expect(logged).toEqual([7, 8, 9, 'nine']);
    expect(JSON.parse(workbook.log[0]?.text ?? '')).toEqual({
      authMode: 'FULL',
      year: 2026,
      month: 11,
      'day-of-month': 23,
      'day-of-week': 1,
      'week-of-year': 47,
      hour: 7,
      minute: 10,
      second: 0,
      timezone: 'UTC',
      triggerUid: workbook.triggers[0]?.id,
    });
    expect(workbook.now()).toBe('2026-11-23T10:10:00');
  });

  it('does not fire when the clock goes back, and goes on from there', async () => {
    const workbook = await openSmall({ code, now: '2026-11-23T07:10' });
    await bare(workbook, hourly);
    await workbook.advanceTo('2026-11-20T05:00');
    expect(workbook.log).toEqual([]);
    await workbook.advanceTo('2026-11-20T06:00');
    expect(workbook.log).toHaveLength(1);
  });

  it('is one for each user and document', async () => {
    const workbook = await openSmall({ code });
    await bare(workbook, hourly);
    await expect(bare(workbook, hourly)).rejects.toThrow(
      'This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    workbook.world.user = 'second@example.com';
    expect(await bare(workbook, 'return ScriptApp.getUserTriggers(SpreadsheetApp.getActive()).length;')).toBe(
      0,
    );
    await bare(workbook, hourly);
    expect(workbook.triggers).toHaveLength(2);
  });

  it('can be found and deleted, by itself too', async () => {
    const stop =
      'function tick(e) { for (const t of ScriptApp.getUserTriggers(SpreadsheetApp.getActive())) ScriptApp.deleteTrigger(t); console.log(1); }';
    const workbook = await openSmall({ code: stop, now: '2026-11-23T07:00' });
    await bare(workbook, hourly);
    expect(
      await bare(
        workbook,
        'const [t] = ScriptApp.getUserTriggers(SpreadsheetApp.getActive()); return t.getHandlerFunction();',
      ),
    ).toBe('tick');
    await workbook.advanceTo('2026-11-23T12:00');
    expect(workbook.log).toHaveLength(1);
    expect(workbook.triggers).toEqual([]);
  });

  it('has no Ui, and mails as whoever made it', async () => {
    const look =
      "function tick() { MailApp.sendEmail({ to: 'a@b.co', subject: 's', body: 'b' }); SpreadsheetApp.getUi(); }";
    const workbook = await openSmall({ code: look, now: '2026-11-23T07:00' });
    await bare(workbook, hourly);
    workbook.world.user = 'second@example.com';
    await workbook.advanceTo('2026-11-23T08:00');
    expect(workbook.outbox[0]?.sender).toBe('office@example.com');
    expect(workbook.log[0]?.text).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
  });

  it('has 90 minutes a day together with the others of its person', async () => {
    const slow = 'function tick() { Utilities.sleep(300000); console.log(1); }';
    const workbook = await openSmall({ code: slow, now: '2026-11-23T00:30' });
    await bare(workbook, hourly);
    await workbook.advanceTo('2026-11-23T23:45');
    expect(workbook.log.filter(({ level }) => level === 'log')).toHaveLength(18);
    expect(workbook.log.at(-1)).toEqual({
      level: 'error',
      text: 'Service using too much computer time for one day',
      run: 'tick',
    });
    await workbook.advanceTo('2026-11-24T02:45');
    expect(workbook.log.filter(({ level }) => level === 'log')).toHaveLength(20);
  });

  it('may not run more often than hourly', async () => {
    const workbook = await openSmall({ code });
    await expect(
      bare(workbook, "ScriptApp.newTrigger('tick').timeBased().everyMinutes(30).create();"),
    ).rejects.toThrow('once per hour');
  });
});
