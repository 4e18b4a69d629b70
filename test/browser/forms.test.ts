import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { howToGetOne, launchBrowser } from '../../workbench/node/browser';
import { findBrowser } from '../../workbench/node/find-browser';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from '../journeys/firm';
import { openDialog } from './dialog-page';

if (!findBrowser()) console.log(howToGetOne);
describe.skipIf(!findBrowser())('a form', () => {
  let browser: Browser;
  let book: Workbook;
  let page: Page;
  let problems: string[] = [];
  beforeAll(async () => {
    [browser, book] = await Promise.all([launchBrowser(), openFirm()]);
    const [acme, beta] = [
      { Client: 'Acme', Email: 'pat@acme.example' },
      { Client: 'Beta', Email: 'b@beta.example' },
    ];
    await addRow(book, 'Clients', acme);
    await addRow(book, 'Clients', beta);
    await addRow(book, 'Blocks', { Date: '2026-10-05', Client: 'Acme', Hours: '10' });
    await addRow(book, 'Time', { Date: '2026-10-20', Client: 'Acme', Hours: '4', 'What was done': 'Mended' });
    await addRow(book, 'Time', { Date: '2026-10-21', Client: 'Beta', Hours: '2', 'What was done': 'Called' });
    // The row from which a dialog begins.
    await book.edit('Blocks!N2', 'R-1');
  });
  afterEach(async () => {
    await page?.context().close();
    expect(problems).toEqual([]);
  });
  afterAll(() => browser?.close());

  async function open(name: string): Promise<Page> {
    problems = [];
    page = await openDialog(browser, book, name, problems);
    return page;
  }
  const status = (text: string | RegExp) => page.locator('#status').filter({ hasText: text }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  /** The effect stands there; Enter in the last field writes it. */
  const writeSeen = async (field: string) => {
    await page.locator('#says p').filter({ hasNotText: '…' }).first().waitFor();
    await page.getByLabel(field, { exact: true }).press('Enter');
  };
  const focused = () => page.evaluate('document.activeElement.id') as Promise<string>;

  it('sells a block, says so once, and begins anew', async () => {
    await open('sell-block');
    await page.getByLabel('Client').fill('Beta');
    await page.getByLabel('Hours', { exact: true }).fill('20');
    await page.getByLabel('Note (optional)').press('Enter');
    await status(/sold to Beta: 20/);
    expect(await focused()).toBe('status');
    expect(await page.getByRole('button', { name: 'Sell block' }).isVisible()).toBe(false);
    await press('Sell another');
    await page.getByLabel('Client').waitFor();
    await page.getByLabel('Hours', { exact: true }).fill('');
    await page.getByLabel('Note (optional)').press('Enter');
    await status('Not sold yet');
    expect(await focused()).toBe('hours');
    await page.keyboard.press('Escape');
    expect(await page.title()).toBe('closed');
  });

  it('corrects, with its effect before it', async () => {
    await open('correct');
    await page.getByLabel('Client').fill('Acme');
    await page.getByText('Acme has 6 h left').waitFor();
    await page.getByLabel('Hours', { exact: true }).fill('1');
    await page.getByLabel('Reason').fill('Typed twice');
    await writeSeen('Reason');
    await status('Written.');
    expect(await focused()).toBe('status');
  });

  it('transfers hours from one client to another', async () => {
    await open('transfer');
    await page.getByLabel('From client').fill('Acme');
    await page.getByLabel('To client').fill('Beta');
    await page.getByLabel('Hours', { exact: true }).fill('1');
    await writeSeen('Hours');
    await status('Written.');
  });

  it('refuses a refund of more than there is, beside its field', async () => {
    await open('refund');
    await page.getByLabel('Client').fill('Acme');
    await page.getByLabel('Hours', { exact: true }).fill('500');
    await page.locator('#hours-problem').filter({ hasText: /./ }).waitFor();
    await page.getByLabel('Hours', { exact: true }).press('Enter');
    await page.locator('#hours[aria-invalid]').waitFor();
  });

  it('changes a rule, with what it moves before it', async () => {
    await open('change-rule');
    await page.locator('#now').filter({ hasText: 'Now' }).waitFor();
    await page.getByLabel('Rule', { exact: true }).selectOption('Round up to (min)');
    await page.getByLabel('New value').fill('30');
    await writeSeen('New value');
    await status('Changed.');
  });

  it('renames a client in every tab', async () => {
    await open('rename-client');
    await page.getByLabel('Client', { exact: true }).fill('Beta');
    await page.getByLabel('New name').fill('Beta Ltd');
    await writeSeen('New name');
    await status('Beta is now called Beta Ltd');
    expect(rowsOf(book, 'Clients').map(({ Client }) => Client)).toContain('Beta Ltd');
  });

  it('imports what was pasted', async () => {
    await open('import-file');
    await page.getByLabel('Or paste the table').fill('Client,Email,Hours\nCox,c@cox.example,5');
    await status('Adds 1 client');
    await press('Import lines');
    await status('Imported 1 client and 1 opening balance.');
  });

  it('adds the tasks of a care plan, and marks what is wrong with one', async () => {
    await open('start-care-plan');
    await page.getByLabel('Client').fill('Acme');
    const days = page.getByRole('textbox', { name: /^Every how many days/ }).first();
    await days.fill('x');
    await page.locator('#write').click();
    await status('Nothing was added yet');
    await days.fill('30');
    await page.locator('#write').click();
    await status('added to Care plan for Acme.');
  });

  it('writes down care that was done, and goes on with the next', async () => {
    await open('care');
    await page.getByLabel('Client').fill('Acme');
    await page.getByLabel('Client').press('Tab');
    await page.locator('#task option').first().waitFor({ state: 'attached' });
    await page.getByLabel('Note (optional)').fill('All well');
    await press('Write down as done');
    await page.waitForFunction(`!/…$/.test(document.getElementById('status').textContent)`);
    await expect.poll(() => rowsOf(book, 'Care log').length).toBe(1);
  });

  it('saves the accounts, and shows a test journal', async () => {
    await open('set-up-accounts');
    await page.locator('#test tr').first().waitFor();
    await page.getByLabel(/^Bank: /).fill('1200 Bank account');
    await page.getByText('1200 Bank account').first().waitFor();
    await press('Save accounts');
    await status('Saved in Settings.');
  });

  it('writes the journal of a month, closes it and opens it again', async () => {
    await open('month-end');
    await page.locator('#accounts tr').first().waitFor();
    await press('Write journal');
    await status(/\./);
    const [file] = await Promise.all([page.waitForEvent('download'), press('Plain CSV')]);
    expect(file.suggestedFilename()).toMatch(/csv$/);
    await status('Downloaded');
    await press('Close month…');
    await status('Close?');
    await press('Close month');
    await page.getByText('Reopen', { exact: true }).waitFor();
    await press('Reopen month');
    await page.getByText('Say why').waitFor();
    await page.getByLabel('Why is the month reopened?').fill('A late entry');
    await press('Reopen month');
    await page.getByText('Reopen', { exact: true }).waitFor({ state: 'hidden' });
  });

  it('shows a statement, keeps and mails it once', async () => {
    await open('statement');
    await page.getByLabel('Client').fill('Acme');
    await page.getByLabel('Client').press('Tab');
    await page.frameLocator('#paper').getByText('Mended').first().waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press('Save as PDF')]);
    expect(file.suggestedFilename()).toContain('Acme');
    await status('kept in Statements');
    await page.locator('#mail:enabled').waitFor();
    await press('Mail it…');
    await status('pat@acme.example');
    expect(await focused()).toBe('send');
    await press('Do not send');
    await status('Nothing was sent.');
    await press('Mail it…');
    await press('Send statement');
    await expect.poll(() => book.outbox.length).toBe(1);
    await page.locator('#write:enabled').waitFor();
    await press('Write to a tab');
    await status('stands in the tab');
  });

  it('makes an agreement, and marks it as signed', async () => {
    await open('agreement');
    await page.getByLabel('Block').selectOption({ index: 1 });
    await status('Not made yet');
    expect(await page.locator('#sign').isDisabled()).toBe(true);
    await Promise.all([page.waitForEvent('download'), press('Save PDF')]);
    await page.locator('#sign:enabled').waitFor();
    await press('Mark as signed…');
    expect(await focused()).toBe('signed');
    await press('Mark as signed');
    await status('is marked as signed');
  });

  it('makes the receipt of the block in whose row one stands, or says where to stand', async () => {
    await open('payment-request');
    await status('Stand on a row of Blocks');
    await page.context().close();
    await book.edit('Blocks!N2', 'R-2');
    await open('payment-request');
    await page.frameLocator('#paper').getByText('Acme').first().waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press('Save as PDF')]);
    expect(file.suggestedFilename()).toContain('Acme');
    await status('is kept in Payment requests');
  });

  it('previews a template, and sends a test', async () => {
    await open('templates');
    await status('Nothing was sent');
    await page.getByLabel('Send a test to').fill('me@firm.example');
    const before = book.outbox.length;
    await press('Send a test to me');
    await expect.poll(() => book.outbox.length).toBe(before + 1);
  });

  it('says so where no mail was sent yet', async () => {
    await open('sent-mail');
    await status('No notice has gone out yet.');
  });

  it('shows what is due, previews it and skips it with a reason', async () => {
    await open('due-notices');
    await page.getByRole('heading', { name: 'Going out' }).waitFor();
    await page
      .getByRole('button', { name: /^Preview: / })
      .first()
      .click();
    await page.getByText('Edit it in Gmail').waitFor();
    await page
      .getByRole('button', { name: /^Skip…: / })
      .first()
      .click();
    await page.getByLabel(/^Why skip/).fill('Called them');
    await press('Skip notice');
    await page.waitForFunction(`!/…$|^$/.test(document.getElementById('status').textContent)`);
    expect(rowsOf(book, 'Notices').map(({ State }) => State)).toContain('Skipped');
  });

  it('logs time from the card, typed or by its timer', async () => {
    await open('client-card');
    await page.getByLabel('Show client').fill('Acme');
    await page.getByLabel('Show client').press('Tab');
    await page.getByRole('heading', { name: 'Acme' }).waitFor();
    await press('Log time');
    await page.getByLabel('Hours', { exact: true }).fill('0:30');
    await page.getByLabel('What was done').fill('Looked');
    await page.getByText(/^Charged/).waitFor();
    await page.getByLabel('What was done').press('Enter');
    await status('Logged 0.5 h for Acme');
    await press('Log time');
    await press('Start timer');
    await status('The timer runs');
    await press('Stop timer');
    await status('the row gets that day');
    await press('Discard…');
    await press('Discard time');
    await page.locator('#timer').waitFor({ state: 'hidden' });
  });

  it.each([
    ['check-workbook', /problem/],
    ['expired-hours', /unused hours/],
    ['reconcile', /agree|differ/],
    ['who-needs-us', /needs? us/],
  ])('%s shows what it has found, and looks again', async (name, said) => {
    await open(name);
    await status(said);
    await page.locator('#again').click();
    await status(said);
    expect(await page.locator('#again').isEnabled()).toBe(true);
  });
});
