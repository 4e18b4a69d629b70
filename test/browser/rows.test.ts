/** A refund, an undo and an import as a person does them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hoursLeft, inBrowser } from './in-browser';

inBrowser('rows from dialogs', bench => {
  it('refunds by keyboard alone, shows the effect first, and takes it back', async () => {
    const person = await bench.goOn();
    const { page } = person;
    const before = (await person.print('Blocks')).length;
    await person.select('Clients', 2, 1);
    await person.choose('Blocks', 'Refund…');
    const dialog = person.dialog('Refund');
    await dialog.getByLabel('Client').waitFor();
    await page.waitForTimeout(500);
    await dialog.getByLabel('Client').fill('Acme');
    await dialog.getByLabel('Hours', { exact: true }).focus();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await dialog.getByText('2 h leave Acme').waitFor();
    expect((await person.print('Blocks')).length).toBe(before);
    expect(await dialog.getByRole('table', { name: 'Acme' }).textContent()).toContain('6 h4 h');
    await page.keyboard.press('Enter');
    await dialog.getByText('Written.').waitFor();
    await person.idle();
    expect(await hoursLeft(person, 'Acme')).toBe(4);
    await page.keyboard.press('Escape');

    await person.choose('Blocks', 'Undo the last dialog…');
    await page.getByTestId('alert').getByRole('button', { name: 'OK' }).click();
    await page.getByTestId('alert').getByRole('button', { name: 'Close' }).click();
    await person.idle();
    expect(await hoursLeft(person, 'Acme')).toBe(6);
    expect((await person.print('Blocks')).slice(before).flat().join('')).toBe('');
  });

  it('makes the PDF of a receipt with the browser it runs in', async () => {
    const person = await bench.goOn();
    const { page } = person;
    await person.select('Blocks', 2, 1);
    await person.choose('Blocks', 'Payment request…');
    const save = person.dialog('Payment request').getByRole('button', { name: /Save/ });
    const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(file.suggestedFilename()).toMatch(/\.pdf$/);
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('imports a pasted table', async () => {
    const person = await bench.goOn();
    const { page } = person;
    await person.choose('More', 'Set up', 'Import clients…');
    const dialog = person.dialog('Import');
    await dialog.getByLabel('Or paste the table').fill('Customer;Hours left;Value\nZeta <b>;5;450');
    await dialog.getByText('Adds 1 client and 1 opening balance.').waitFor();
    await dialog.getByRole('button', { name: 'Import lines' }).click();
    await dialog.getByText('Imported 1 client and 1 opening balance.').waitFor();
    await person.idle();
    expect(await hoursLeft(person, 'Zeta <b>')).toBe(5);
    await page.keyboard.press('Escape');
  });

  it('renames a client by keyboard alone, after it has said where', async () => {
    const person = await bench.goOn();
    const { page } = person;
    await person.choose('Blocks', 'Rename client…');
    const dialog = person.dialog('Rename client');
    await dialog.getByLabel('Client', { exact: true }).waitFor();
    await page.waitForTimeout(500);
    await dialog.getByLabel('Client', { exact: true }).fill('Acme');
    await page.keyboard.press('Tab');
    await page.keyboard.type('beta bakery');
    await page.keyboard.press('Enter');
    await dialog.getByText('is another client already').waitFor();
    expect(await dialog.getByLabel('New name').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('<b>Acorn</b>');
    await page.keyboard.press('Enter');
    await dialog.getByRole('row', { name: 'Clients 1' }).waitFor();
    expect(await hoursLeft(person, 'Acme')).toBe(6);
    await page.keyboard.press('Enter');
    await dialog.getByText('Acme is now called <b>Acorn</b> in all tabs.').waitFor();
    await person.idle();
    expect(await hoursLeft(person, '<b>Acorn</b>')).toBe(6);
    await page.keyboard.press('Escape');
  });
});
