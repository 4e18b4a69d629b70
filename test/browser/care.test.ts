/** A plan is started, a task is done, and the list says who needs the firm. */
import { expect, it } from 'vitest';
import { findings } from './findings';
import { inBrowser } from './in-browser';

inBrowser('care', bench => {
  it('goes from a plan to a task that failed, and leads to its small thing', async () => {
    const person = await bench.open();
    const { page } = person;
    await person.choose('More', 'Care', 'Start a care plan…');
    const start = person.dialog('Start a care plan');
    await start.getByLabel('Client').fill('delta law');
    await start.getByText('in the plan already').first().waitFor();
    expect(await start.getByRole('checkbox', { name: 'Updates' }).isDisabled()).toBe(true);
    await start.getByLabel('Client').fill('Cedar Clinic');
    await start.getByLabel('Every how many days: Updates').fill('often');
    await start.getByRole('button', { name: 'Add 10 tasks' }).click();
    await start.getByText('Type a whole number of days').waitFor();
    await start.getByLabel('Every how many days: Updates').fill('14');
    await start.getByRole('checkbox', { name: 'Licences' }).uncheck();
    await start.getByLabel('First due').fill('2026-11-01');
    await start.getByRole('button', { name: 'Add 9 tasks' }).click();
    await start.getByText('9 tasks were added to Care plan for Cedar Clinic.').waitFor();
    await page.keyboard.press('Escape');

    await person.choose('More', 'Care', 'Care…');
    const care = person.dialog('Care');
    // The row of Balances in which the cursor stands.
    await care.getByText('Lumen Lighting has no care plan yet.').waitFor();
    await care.getByLabel('Client').fill('Cedar Clinic');
    await care.getByLabel('Client').press('Tab');
    await care.getByText('9 tasks are overdue at Cedar Clinic.').waitFor();
    await care.getByLabel('Result').selectOption('Failed');
    await care.getByLabel('What was done').fill('Looked at it');
    await care.getByRole('button', { name: 'Write down as done' }).click();
    await care.getByText('Type the hours, or clear what was done.').waitFor();
    await care.getByLabel('Hours for Time').fill('0:30');
    await care.getByRole('button', { name: 'Write down as done' }).click();
    await care.getByText('0.5 h stand in Time.').waitFor();
    await care.getByRole('button', { name: 'Fixed: Failed: Backup restore test' }).waitFor();
    const [headers = [], ...rows] = await person.print('Time');
    const written = rows.find(cells => cells[headers.indexOf('What was done')] === 'Looked at it');
    expect(written?.[headers.indexOf('Hours')]).toBe(0.5);

    await person.choose('More', 'Care', 'Who needs us…');
    const who = person.dialog('Who needs us');
    await who.getByText('the worst first').waitFor();
    await who.getByRole('img', { name: /^Hours left of 13 clients: .*5 used up.*1 low/ }).waitFor();
    const frame = await (await page.$('iframe[title="Who needs us"]'))?.contentFrame();
    expect(frame && (await findings(frame))).toEqual([]);
    await who.getByRole('button', { name: /of Small things: Cedar Clinic, small thing$/ }).click();
    await person.idle();
    const shown = () =>
      page.evaluate(() => {
        const { workbook } = globalThis as unknown as {
          workbook: import('../../workbench/runtime').Workbook;
        };
        return workbook.engine.parts.api.getActiveWorkbook()?.getActiveSheet()?.getSheetName();
      });
    await expect.poll(shown).toBe('Small things');
  });
});
