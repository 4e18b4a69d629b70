/** Consent that is missing: as a whole, scope by scope, and what it does to triggers. */

import { describe, expect, it } from 'vitest';
import { allScopes, bare, openSmall, script } from './small-bundle';

const mailScope = 'https://www.googleapis.com/auth/script.send_mail';
const refusedMail = `You do not have permission to call MailApp.sendEmail. Required permissions: ${mailScope}`;
const hourly = "ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();";
const tick = `function tick() {
  SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('began');
  MailApp.sendEmail({ to: 'a@b.co', subject: 's', body: 'b' });
}`;
const info = (scopes = '') =>
  `const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL${scopes && `, ${scopes}`});
   return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes().length, Boolean(info.getAuthorizationUrl())];`;

describe('a scope that the person has not allowed', () => {
  it('fails alone, and everything else goes on', async () => {
    const workbook = await openSmall();
    workbook.world.declined.add('script.send_mail');
    await expect(
      bare(workbook, "MailApp.sendEmail({ to: 'a@b.co', subject: 's', body: 'b' });"),
    ).rejects.toThrow(refusedMail);
    await script(workbook, "sheet.getRange('A1').setValue('written');");
    expect(workbook.print('Sheet1')).toEqual([['written']]);
  });

  it('is told by getAuthorizationInfo, for all scopes and for single ones', async () => {
    const workbook = await openSmall();
    expect(await bare(workbook, info())).toEqual(['NOT_REQUIRED', 4, false]);
    workbook.world.declined.add('script.send_mail');
    expect(await bare(workbook, info())).toEqual(['REQUIRED', 3, true]);
    expect(await bare(workbook, info(`['${mailScope}']`))).toEqual(['REQUIRED', 3, true]);
    expect(await bare(workbook, info(`['${allScopes[0]}']`))).toEqual(['NOT_REQUIRED', 3, false]);
    workbook.world.isAllowed = false;
    expect(await bare(workbook, info())).toEqual(['REQUIRED', 0, true]);
  });

  it.each([
    ['ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);', [mailScope]],
    [`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${mailScope}']);`, [mailScope]],
  ])('ends a run that asks for it, whatever the script catches: %s', async (ask, asked) => {
    const workbook = await openSmall();
    const body = `try { ${ask} } catch (e) {} try { sheet.getRange('A1').setValue('late'); } catch (e) {} return 'on';`;
    expect(await script(workbook, body)).toBe('on');
    expect(workbook.print('Sheet1')).toEqual([['late']]);
    await script(workbook, "sheet.getRange('A1').setValue('');");
    workbook.world.declined.add('script.send_mail');
    await expect(script(workbook, body)).rejects.toThrow('Authorization is required to perform that action.');
    expect(workbook.print('Sheet1')).toEqual([]);
    expect(workbook.world.askedFor).toEqual([asked]);
    expect(
      await bare(workbook, `ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${allScopes[0]}']);`),
    ).toBe(undefined);
  });
});

describe('the trigger of a script without a permission', () => {
  it('runs where the script is published, up to the first call that is not allowed', async () => {
    const workbook = await openSmall({ code: tick });
    await bare(workbook, hourly);
    workbook.world.declined.add('script.send_mail');
    await workbook.advanceTo('2026-11-23T08:00');
    expect(workbook.print('Sheet1')).toEqual([['began']]);
    expect(workbook.log).toEqual([{ level: 'error', text: refusedMail, run: 'tick' }]);
  });

  it('does not run at all where it is not, and runs again once everything is allowed', async () => {
    const workbook = await openSmall({ code: tick });
    await bare(workbook, hourly);
    workbook.world.published = false;
    workbook.world.declined.add('script.send_mail');
    await workbook.advanceTo('2026-11-23T08:00');
    expect([workbook.print('Sheet1'), workbook.triggers.length]).toEqual([[], 1]);
    expect(workbook.executions.map(({ options }) => options.name)).not.toContain('tick');
    expect(workbook.log.at(-1)?.text).toBe('Authorization is required to perform that action.');
    workbook.world.declined.clear();
    await workbook.advanceTo('2026-11-23T09:00');
    expect(workbook.outbox).toHaveLength(1);
  });
});
