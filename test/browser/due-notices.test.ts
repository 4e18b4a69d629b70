/** *See what is due* beside the sheet, as a person uses it. */
import { expect, it } from 'vitest';
import { inBrowser } from './in-browser';

inBrowser('see what is due', bench => {
  it('previews, skips with a reason by keyboard, sends one and shows it as it was sent', async () => {
    const person = await bench.goOn();
    const { page } = person;
    await person.choose('Notices', 'See what is due…');
    const side = person.dialog('Renewal notices');
    await side.getByText('Daily notices are off').waitFor();
    await side.getByRole('button', { name: 'Send 4 notices' }).waitFor();

    await side.getByRole('button', { name: 'Preview: Beta Bakery' }).click();
    const frame = side.frameLocator('iframe[title="The mail to Beta Bakery"]');
    await frame.getByText('The prepaid time of Beta Bakery is used up.').first().waitFor();
    const link = await side.getByRole('link', { name: 'Edit it in Gmail' }).getAttribute('href');
    expect(link).toMatch(/^https:\/\/mail\.google\.com\/mail\/\?view=cm&fs=1&to=bea%40beta-bakery\.example&/);

    const skip = side.getByRole('button', { name: 'Skip…: Gamma Garage' });
    await skip.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('moves away');
    await page.keyboard.press('Enter');
    await side.getByText('Gamma Garage: skipped.').waitFor();
    await side.getByRole('button', { name: 'Send 3 notices' }).waitFor();

    await side.getByRole('button', { name: 'Send: Beta Bakery' }).click();
    await side.getByText('Sent to Beta Bakery.').waitFor();
    await side.getByRole('button', { name: 'Show: Beta Bakery' }).click();
    const shown = person.dialog('Show a mail');
    await shown.getByText('bea@beta-bakery.example').waitFor();
    await shown.frameLocator('#paper').getByText('is used up').first().waitFor();

    const notices = await person.print('Notices');
    const at = (header: string) => notices[0]?.indexOf(header) ?? -1;
    expect(notices.slice(1).map(row => [row[at('Client')], row[at('State')], row[at('Error')]])).toEqual([
      ['Gamma Garage', 'Skipped', 'By hand: moves away'],
      ['Beta Bakery', 'Sent', ''],
    ]);
  });

  it('opens Sell a block with what the mail has offered', async () => {
    const person = await bench.goOn();
    await person.choose('Notices', 'See what is due…');
    const side = person.dialog('Renewal notices');
    await side.getByRole('button', { name: 'Send: Cedar Clinic' }).click();
    await side.getByRole('button', { name: 'They said yes: Cedar Clinic' }).click();
    const sale = person.dialog('Sell a block');
    await sale.getByText('Filled in as the mail has offered it; its prices hold until').waitFor();
    expect(await sale.getByLabel('Client').inputValue()).toBe('Cedar Clinic');
    expect(await sale.getByLabel('Hours').first().inputValue()).toBe('40');
    expect(await sale.getByLabel('Discount', { exact: true }).inputValue()).toBe('15');
  });
});
