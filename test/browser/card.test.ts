/** The client card beside the sheet, as a person uses it. */
import { expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { findings } from './findings';
import { hoursLeft, inBrowser } from './in-browser';

inBrowser('the client card', bench => {
  it('follows the selected row, keeps the cursor, and stays with a client that is chosen', async () => {
    const person = await bench.goOn();
    const { page } = person;
    await person.select('Clients', 2, 1);
    await person.choose('Log time');
    const card = person.dialog('Client card');
    await card.getByRole('heading', { name: 'Acme fine' }).waitFor();
    await card.getByText('6 h left of 20 h').waitFor();
    await card.getByRole('img', { name: 'Acme has 6 h of 20 h, enough until about 25 Dec 2026' }).waitFor();
    await person.select('Time', 1604, 2);
    const [name] = (await person.print('Time'))[1603]?.slice(1, 2) ?? [];
    await card.getByRole('heading', { name: String(name) }).waitFor();

    const row = card.getByRole('button', { name: /^Row \d+ of Time/ }).first();
    await row.focus();
    await page.waitForTimeout(4000);
    expect(await row.evaluate(button => button.matches(':focus'))).toBe(true);

    await card.getByLabel('Show client').fill('Beta Bakery');
    await page.keyboard.press('Enter');
    await card.getByRole('heading', { name: 'Beta Bakery used up' }).waitFor();
    await person.select('Clients', 4, 1);
    await page.waitForTimeout(4000);
    expect(await card.getByLabel('Follow the selected row').isChecked()).toBe(false);
    await card.getByRole('heading', { name: 'Beta Bakery used up' }).waitFor();
    await card.getByLabel('Follow the selected row').check();
    await card.getByRole('heading', { name: 'Cedar Clinic low' }).waitFor();
  });

  it('logs time by keyboard alone, and asks before a very long day', async () => {
    const person = await bench.goOn();
    const { page } = person;
    await person.select('Clients', 2, 1);
    const row = await person.nextRow('Time');
    await person.choose('Log time');
    const card = person.dialog('Client card');
    await card.getByText('6 h left of 20 h').waitFor();
    await card.getByRole('button', { name: 'Log time' }).focus();
    await page.keyboard.press('Enter');
    await card.getByLabel('Hours').waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.type('11');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('=Moved the server');
    await card.getByText('Charged 11 h; −5 h left after it.').waitFor();
    await card.getByText('Acme has used up its hours: −5 h.').waitFor();
    await page.keyboard.press('Enter');
    await card.getByText('11 h in one go for Acme. Is that right?').waitFor();
    const frame = await (await page.$('iframe[title="Client card"]'))?.contentFrame();
    expect(frame && (await findings(frame))).toEqual([]);
    expect(await person.nextRow('Time')).toBe(row);
    await card.getByLabel('Hours').fill('1:30');
    await page.keyboard.press('Enter');
    await card.getByText(`Logged 1.5 h for Acme on 23 Nov 2026, row ${row} of Time.`).waitFor();
    await card.getByText('4.5 h left of 20 h', { exact: true }).waitFor();
    await person.idle();
    expect(await hoursLeft(person, 'Acme')).toBe(4.5);
    expect((await person.print('Time'))[row - 1]?.slice(0, 4)).toEqual(['2026-11-23', 'Acme', '', 1.5]);
  });

  it('keeps a timer while the page is closed, and writes its time', async () => {
    const person = await bench.goOn();
    const { page } = person;
    await person.select('Clients', 3, 1);
    await person.choose('Log time');
    const card = person.dialog('Client card');
    await card.getByRole('heading', { name: 'Beta Bakery' }).waitFor();
    await card.getByRole('button', { name: 'Log time' }).click();
    await card.getByRole('button', { name: 'Start timer' }).click();
    await card.getByText('The timer runs').waitFor();
    await page.waitForSelector('html[data-kept="yes"]', { state: 'attached' });
    await page.reload();
    await page.waitForSelector('html[data-workbook="open"]', { state: 'attached' });
    await person.idle();
    await person.select('Clients', 2, 1);
    await person.choose('Log time');
    await card.getByText('Beta Bakery, not the client below; started 23 Nov 2026').waitFor();
    await card.getByRole('button', { name: 'Discard…' }).click();
    await card.getByRole('button', { name: 'Keep it' }).click();
    await page.evaluate(() => {
      const { workbook } = globalThis as unknown as { workbook: Workbook };
      return workbook.advanceTo('2026-11-23T08:20');
    });
    await card.getByRole('button', { name: 'Stop timer' }).click();
    await card.getByText('the row gets that day').waitFor();
    expect(await card.getByLabel('Client', { exact: true }).inputValue()).toBe('Beta Bakery');
    // Starting it takes a moment of the clock.
    expect(await card.getByLabel('Hours').inputValue()).toMatch(/^1:(20|19:\d\d)$/);
    await card.getByLabel('Hours').fill('1:30');
    await page.keyboard.press('Enter');
    await card.getByText('Logged 1.5 h for Beta Bakery').waitFor();
    expect(await card.getByRole('button', { name: 'Discard…' }).count()).toBe(0);
  });
});
