import { expect, it } from 'vitest';
import { inBrowser } from './in-browser';

const firstClient = (rows: readonly (readonly unknown[])[]) =>
  rows.slice(1).find(([, block]) => block === 'B-0001');

inBrowser('the written agreement', bench => {
  it('is printed, marked as signed by keyboard, and mailed after a question', async () => {
    const person = await bench.open();
    const { page } = person;
    // In whatever frame it is asked for; a real one would open a window of the system.
    await page.addInitScript({
      content: "window.print = () => document.documentElement.setAttribute('data-printed', 'yes');",
    });
    await page.reload();
    await page.waitForSelector('html[data-workbook="open"]', { state: 'attached' });
    await person.select('Blocks', 2, 1);
    await person.choose('Blocks', 'Agreement…');
    const dialog = person.dialog('Agreement');
    await dialog.getByText('Not made yet').waitFor();
    const paper = dialog.frameLocator('#paper');
    await paper.getByRole('heading', { name: 'Agreement on prepaid hours' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Mark as signed…' }).isDisabled()).toBe(true);

    await dialog.getByLabel('Language').selectOption('German');
    await paper.getByRole('heading', { name: 'Vereinbarung über ein Stundenguthaben' }).waitFor();
    await dialog.getByRole('button', { name: 'Print…' }).click();
    const printed = dialog.frameLocator('#printed');
    await printed.getByRole('heading', { name: 'Vereinbarung' }).waitFor();
    expect(await printed.locator('html').getAttribute('data-printed')).toBe('yes');
    await dialog.getByText('The agreement is kept in Agreements.').waitFor();

    await dialog.getByRole('button', { name: 'Mark as signed…' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Signed on').waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText('The agreement of B-0001 is marked as signed on 23 Nov 2026.').waitFor();
    await person.idle();
    expect(firstClient(await person.print('Agreements'))?.[6]).toBe('2026-11-23');

    await dialog.getByRole('button', { name: 'Mail agreement…' }).click();
    await dialog.getByText('Send it?').waitFor();
    await dialog.getByRole('button', { name: 'Do not send' }).click();
    await dialog.getByText('Nothing was sent.').waitFor();
    await dialog.getByRole('button', { name: 'Mail agreement…' }).click();
    await dialog.getByRole('button', { name: 'Send agreement' }).click();
    await dialog.getByText('The agreement was mailed to').waitFor();
    expect(await page.getByTestId('outbox-button').textContent()).toContain('(1)');
  });
});
