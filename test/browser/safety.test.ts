/** What is hostile stays text, and what is shown can be used by everybody. */
import type { Frame, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { daysOfAList, dealt } from '../thoroughness';
import { findings } from './findings';
import { inBrowser, type Person } from './in-browser';

const hostile = `<img src=x onerror="top.hacked=1;parent.postMessage('hacked','*')"><script>top.hacked=1</script>`;

const dialogs = [
  [['Sell a block…'], 'Sell a block'],
  [['Blocks', 'Correct…'], 'Correct'],
  [['Blocks', 'Transfer…'], 'Transfer'],
  [['Blocks', 'Settle hours beyond the blocks…'], 'Settle hours beyond the blocks'],
  [['Blocks', 'Expired hours…'], 'Expired hours'],
  [['More', 'Set up', 'Import clients…'], 'Import'],
  [['Blocks', 'Rename client…'], 'Rename client'],
  [['Statement…'], 'Statement'],
  [['Blocks', 'Payment request…'], 'Payment request'],
  [['Blocks', 'Agreement…'], 'Agreement'],
  [['Notices', 'See what is due…'], 'Renewal notices'],
  [['Notices', 'Show a mail…'], 'Show a mail'],
  [['More', 'Set up', 'Templates…'], 'Templates: preview'],
  [['More', 'Care', 'Start a care plan…'], 'Start a care plan'],
  [['More', 'Care', 'Care…'], 'Care'],
  [['More', 'Care', 'Who needs us…'], 'Who needs us'],
  [['More', 'Books', 'Month end…'], 'Month end'],
  [['More', 'Books', 'Reconcile…'], 'Reconcile'],
  [['More', 'Books', 'Change a rule…'], 'Change a rule'],
  [['More', 'Books', 'Set up accounts…'], 'Set up accounts'],
  [['More', 'Set up', 'Get started'], 'Get started'],
  [['Check workbook'], 'Check workbook'],
  [['Log time'], 'Client card'],
  [['More', 'Help'], 'Block Ledger: help'],
] as const;

async function lowClient(person: Person, name: string): Promise<void> {
  await person.select('Clients', await person.nextRow('Clients'), 1);
  await person.type(name, 'TRUE', name, 'low@client.example');
  await person.select('Blocks', await person.nextRow('Blocks'), 2);
  await person.type('2026-11-01', name, '10');
  const row = await person.nextRow('Time');
  await person.select('Time', row, 1);
  await person.type('2026-11-20', name, 'Kim', '9');
  await person.select('Time', row, 9);
  await person.type(name);
}

/** All of it in light colours, then the colours alone in dark ones. */
async function inBothSchemes(page: Page, frame: Frame, part = 'body'): Promise<string[]> {
  const light = await findings(frame, { part });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await frame.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(true);
  const dark = await findings(frame, { part, isColoursOnly: true });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map(each => `dark: ${each}`)];
}

inBrowser('a page that is safe and usable', bench => {
  it('axe has no serious finding in page and panels, light or dark', async () => {
    const { page } = await bench.goOn();
    expect(await inBothSchemes(page, page.mainFrame())).toEqual([]);
    for (const panel of ['outbox', 'triggers', 'clock', 'log']) {
      await page.getByTestId(`${panel}-button`).click();
      expect(await inBothSchemes(page, page.mainFrame(), '#side'), panel).toEqual([]);
    }
  });

  it('axe has no serious finding in the dialogs whose day it is, light or dark', async () => {
    const some = dealt(dialogs);
    expect(some.length).toBeGreaterThanOrEqual(Math.floor(dialogs.length / daysOfAList));
    const person = await bench.goOn();
    const { page } = person;
    for (const [captions, title] of some) {
      await person.choose(...captions);
      const frame = page.locator(`iframe[title="${title}"]`);
      await frame.waitFor();
      await person.idle();
      const content = await (await frame.elementHandle())?.contentFrame();
      expect(content && (await inBothSchemes(page, content)), title).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it('never runs what stands in a client’s name: in page, dialogs or mail', async () => {
    const person = await bench.open();
    const { page } = person;
    await lowClient(person, hostile);
    await person.select('Clients', (await person.nextRow('Clients')) - 1, 1);
    await person.choose('Log time');
    await person
      .dialog('Client card')
      .getByRole('button', { name: /onerror/ })
      .first()
      .waitFor();
    await person.choose('Notices', 'See what is due');
    await person.dialog('Renewal notices').getByText('onerror').first().waitFor();
    await person.choose('Check workbook');
    await person.dialog('Check workbook').getByRole('button', { name: 'Check again' }).waitFor();
    await person.choose('Sell a block…');
    await person.dialog('Sell a block').getByLabel('Client').waitFor();
    await page.keyboard.press('Escape');
    await person.choose('Notices', 'Send due notices now');
    await page.getByTestId('alert').getByRole('button', { name: 'OK' }).click();
    await page.getByTestId('alert').getByRole('button', { name: 'Close' }).click();
    await person.idle();
    await page.getByTestId('outbox-button').click();
    await page.getByTestId('outbox-list').getByRole('listitem').filter({ hasText: 'low@client' }).click();
    await page.frameLocator('#side iframe').getByText('onerror').first().waitFor();
    await page.waitForTimeout(300);

    for (const frame of page.frames()) expect(await frame.evaluate(() => 'hacked' in globalThis)).toBe(false);
  });

  it('walks the tour from the first step to the clients that need a call', async () => {
    const person = await bench.open();
    const { page } = person;
    const tour = page.getByTestId('tour');
    if (await tour.isHidden()) await page.getByTestId('tour-button').click();
    const act = async (name: string) => {
      await tour.getByRole('button', { name, exact: true }).click();
      await page.waitForTimeout(300);
    };
    await act('Next');
    await act('Do it for me');
    await tour.getByText('fell from 6 h to 4.5 h').waitFor();
    await act('Turn on daily notices');
    await page.getByTestId('alert').getByRole('button', { name: 'OK' }).click();
    await page.getByTestId('alert').getByRole('button', { name: 'Close' }).click();
    await act('Go on a week');
    await tour.getByText('one of them to Acme').waitFor({ timeout: 120_000 });
    await act('Open the notice');
    await tour.getByText('This is what Acme reads').waitFor();
    await act('Do it for me');
    await tour.getByText('is fine again').waitFor();
    await act('Note it as signed');
    await tour.getByText('Agreements keeps it').waitFor();
    await act('Do it for me');
    await tour.getByText('the next time is set').waitFor();
    await act('Client card');
    await page.locator('iframe[title="Client card"]').waitFor();
    await act('Next');
    await tour.getByText('That is the whole job').waitFor();
  });
});
