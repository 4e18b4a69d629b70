/** The main job in the page, with keyboard and mouse. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readXlsx } from '../../workbench/engine/xlsx';
import { hoursLeft, inBrowser, type Person } from './in-browser';

const mails = (person: Person) => person.page.getByTestId('outbox-list').getByRole('listitem');

inBrowser('the workbench', bench => {
  it('opens the sample on Balances, and typed hours change a balance', async () => {
    const person = await bench.goOn();
    expect(await person.page.getByText('no mail leaves this machine').isVisible()).toBe(true);
    expect(await hoursLeft(person, 'Acme')).toBe(6);
    const look = await person.page.evaluate(() => {
      const { workbook } = globalThis as unknown as { workbook: import('../../workbench/runtime').Workbook };
      return JSON.stringify(workbook.engine.parts.book.getSheetBySheetName('Balances')?.getCell(3, 1)?.s);
    });
    expect(look, 'the ground of a client that is used up').toContain('#f7e9e9');

    await person.select('Time', await person.nextRow('Time'), 1);
    await person.type('2026-11-23', 'Acme', 'Kim', '1:30');

    expect(await hoursLeft(person, 'Acme')).toBe(4.5);
    const toast = person.page.getByTestId('toast').filter({ hasText: 'Acme' });
    expect(await toast.textContent()).toContain('4.5 h left');
  });

  it('makes a plain formula live, and undoes what was typed', async () => {
    const person = await bench.goOn();
    await person.select('Clients', 3, 25);
    await person.type('=BLOCKBALANCE("Acme")');
    const left = (await hoursLeft(person, 'Acme')) as number;
    expect((await person.print('Clients'))[2]?.[24]).toBe(left);

    await person.select('Time', await person.nextRow('Time'), 1);
    await person.type('2026-11-23', 'Acme', 'Kim', '2');
    expect((await person.print('Clients'))[2]?.[24]).toBe(left - 2);

    await person.page.keyboard.press('Control+z');
    await person.page.waitForTimeout(300);
    await person.idle();
    expect((await person.print('Clients'))[2]?.[24]).toBe(left);
  });

  it('sends a daily notice once, as the outbox shows', async () => {
    const person = await bench.open();
    const { page } = person;
    const row = await person.nextRow('Time');
    await person.select('Time', row, 1);
    await person.type('2026-11-23', 'Acme', 'Kim', '1.5');
    await person.select('Time', row, 9);
    await person.type('Mended the printer');
    await person.choose('Notices', 'Turn on daily notices');
    await page.getByTestId('alert').getByRole('button', { name: 'OK' }).click();
    await page.getByTestId('alert').getByRole('button', { name: 'Close' }).click();
    await page.getByTestId('clock-button').click();
    await page.getByTestId('clock+1-day').click();
    await page.getByTestId('clock-result').filter({ hasText: 'On the way' }).waitFor();
    await person.idle();
    await page.getByTestId('outbox-button').click();
    const toAcme = mails(person).filter({ hasText: 'acme' });
    expect(await toAcme.count()).toBe(1);
    const all = await mails(person).count();

    await page.getByTestId('clock-button').click();
    await page.getByTestId('clock+1-day').click();
    await page.waitForTimeout(500);
    await person.idle();
    await page.getByTestId('outbox-button').click();
    expect(await mails(person).count()).toBe(all);

    await toAcme.click();
    const mail = page.frameLocator('#side iframe');
    await mail.getByText('Mended the printer').first().waitFor();
    await page.getByRole('tab', { name: 'Plain text' }).click();
    expect(await page.locator('#side').textContent()).toContain('Mended the printer');
  });

  it('sells a block by keyboard alone', async () => {
    const person = await bench.goOn();
    const { page } = person;
    const before = (await person.print('Blocks')).length;
    const left = (await hoursLeft(person, 'Acme')) as number;
    const today = await person.page.evaluate(() => {
      const { workbook } = globalThis as unknown as { workbook: import('../../workbench/runtime').Workbook };
      return new Date(workbook.world.clock.now()).toISOString().slice(0, 10);
    });
    await person.select('Clients', 2, 1);
    await page.getByTestId('menu-add-on').focus();
    await page.keyboard.press('Enter');
    // It stands first.
    await page.keyboard.press('Enter');
    const dialog = person.dialog('Sell a block');
    await dialog.getByLabel('Client').waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Acme');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('20');
    await page.keyboard.press('Enter');
    await dialog.getByText('sold to Acme').waitFor();
    await person.idle();

    const blocks = (await person.print('Blocks')).slice(before);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.slice(1, 4)).toEqual([today, 'Acme', 20]);
    expect(await hoursLeft(person, 'Acme')).toBe(left + 20);
    await page.keyboard.press('Escape');
  });

  it('saves a workbook that holds what was typed, and opens it again', async () => {
    const person = await bench.goOn();
    const { page } = person;
    await person.select('Clients', 2, 1);
    await person.type('Acme & Söhne');
    await page.getByTestId('menu-file').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Save as .xlsx' }).click(),
    ]);
    const path = await download.path();
    const content = await readXlsx(readFileSync(path), 'en_US');
    const clients = content.tabs.find(({ name }) => name === 'Clients');
    expect(clients?.values[1]?.[0]).toBe('Acme & Söhne');
    expect(clients?.validations.length).toBeGreaterThan(2);
    const balances = content.tabs.find(({ name }) => name === 'Balances');
    expect(balances?.formulas.map(([, , formula]) => formula.slice(0, 14))).toEqual([
      '=BLOCKLEDGER("',
      '=BLOCKSUMMARY(',
      '=BLOCKTOTALS(L',
      '=IF(A3="";"";M',
    ]);
    expect([balances?.notes.length, balances?.colourRules.length]).toEqual([15, 5]);

    await Promise.all([
      page.waitForEvent('load'),
      page.getByTestId('file-input').setInputFiles({
        name: 'mine.xlsx',
        mimeType: 'application/octet-stream',
        buffer: readFileSync(path),
      }),
    ]);
    await page.waitForSelector('html[data-workbook="open"]', { state: 'attached' });
    await person.idle();
    expect(await page.locator('#file-name').textContent()).toBe('mine.xlsx');
    expect((await person.print('Clients'))[1]?.[0]).toBe('Acme & Söhne');
  });

  it('keeps formulas and notes right when rows and columns are inserted', async () => {
    const person = await bench.open();
    const left = await hoursLeft(person, 'Acme');
    await person.select('Clients', 3, 25);
    await person.type('=BLOCKBALANCE(A2)');
    await person.page.evaluate(() => {
      const sheet = (
        globalThis as unknown as { workbook: import('../../workbench/runtime').Workbook }
      ).workbook.engine.parts.api
        .getActiveWorkbook()
        ?.getSheetByName('Clients');
      sheet?.insertColumnsBefore(0, 1);
      sheet?.insertRowsBefore(1, 1);
    });
    await person.page.waitForTimeout(300);
    await person.idle();
    await person.choose('More', 'Set up', 'Refresh');
    await person.page.waitForTimeout(300);
    await person.idle();
    expect((await person.print('Clients'))[3]?.[25]).toBe(left);
    expect(await hoursLeft(person, 'Acme')).toBe(left);
  });

  it('keeps everything over a reload, starts over when asked, brings back what was left, and needs no mouse', async () => {
    const person = await bench.open();
    const { page } = person;
    await person.select('Time', await person.nextRow('Time'), 1);
    await person.type('2026-11-23', 'Acme', 'Kim', '1.5');
    await person.choose('Notices', 'Send due notices now');
    await page.getByTestId('alert').getByRole('button', { name: 'OK' }).click();
    await page.getByTestId('alert').getByRole('button', { name: 'Close' }).click();
    await person.idle();
    const label = await page.getByTestId('outbox-button').textContent();
    const notices = await person.print('Notices');
    await page.waitForSelector('html[data-kept="yes"]', { state: 'attached' });

    await page.reload();
    await page.waitForSelector('html[data-workbook="open"]', { state: 'attached' });
    await person.idle();
    expect(await hoursLeft(person, 'Acme')).toBe(4.5);
    expect(await page.getByTestId('outbox-button').textContent()).toBe(label);
    expect(await person.print('Notices')).toEqual(notices);

    await page.getByTestId('menu-file').click();
    await page.getByRole('menuitem', { name: 'Start over with the sample' }).click();
    await Promise.all([
      page.waitForEvent('load'),
      page.getByTestId('alert').getByRole('button', { name: 'Start over with the sample' }).click(),
    ]);
    await page.waitForSelector('html[data-workbook="open"]', { state: 'attached' });
    await person.idle();
    expect(await hoursLeft(person, 'Acme')).toBe(6);

    await page.getByTestId('menu-file').click();
    await page.getByRole('menuitem', { name: 'Reopen' }).click();
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('menuitem', { name: /^sample\.xlsx, left / }).click(),
    ]);
    await page.waitForSelector('html[data-workbook="open"]', { state: 'attached' });
    await person.idle();
    expect(await hoursLeft(person, 'Acme')).toBe(4.5);
    expect(await person.print('Notices')).toEqual(notices);

    // Without a mouse: out of the grid, to the menus, to another tab, and round through all parts.
    await person.select('Time', 2, 1);
    await page.keyboard.press('Alt+/');
    const focused = () => page.evaluate<string>("document.activeElement?.textContent ?? ''");
    expect(await focused()).toBe('File');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    for (let down = 0; (await focused()) !== 'Clients' && down < 20; down++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const isInGrid = () =>
      page.evaluate<boolean>("document.querySelector('#grid').contains(document.activeElement)");
    await expect.poll(isInGrid).toBe(true);
    const part = () => page.evaluate<string>("document.activeElement?.closest('[id]:not(button)')?.id ?? ''");
    await page.keyboard.press('F6');
    for (let parts = 0; (await part()) !== 'buttons' && parts < 8; parts++) await page.keyboard.press('F6');
    expect(await focused()).toMatch(/^Outbox/);
    await page.keyboard.press('Control+Alt+PageUp');
    expect(await part()).toBe('menus');

    // The days go by, and stop when asked.
    await page.getByTestId('clock-button').click();
    // Days without a trigger go by faster than a driver can press.
    await page.evaluate(`{
      const [said, stop] = ['clock-result', 'clock-stop'].map(id => document.querySelector('[data-testid=' + id + ']'));
      const seen = new MutationObserver(() => {
        if (!said.textContent.startsWith('Day ')) return;
        seen.disconnect();
        stop.click();
      });
      seen.observe(said, { childList: true, characterData: true, subtree: true });
    }`);
    await page.getByTestId('clock+1-week').click();
    await page.getByText(/^Stopped\. On the way/).waitFor();
    expect(await page.getByTestId('clock-time').textContent()).toMatch(/2[4-8] Nov 2026/);
  });
});
