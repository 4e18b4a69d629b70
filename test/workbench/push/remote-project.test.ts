import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareProjects } from '../../../workbench/push/remote-project';
import { dist } from '../../journeys/firm';

const code = readFileSync(`${dist}/Code.js`, 'utf8');
const ours = new Map([
  ['Code.js', code],
  ['help.html', '<p>'],
  ['appsscript.json', '{}'],
]);
const compare = (there: Record<string, string>) => compareProjects(new Map(Object.entries(there)), ours);

describe('what stands in a project before a push', () => {
  it('takes a new project, and an earlier version of ours, for free to write', () => {
    expect(compare({ 'Code.js': 'function myFunction() {\n  \n}\n', 'appsscript.json': '{"a":1}' })).toEqual({
      foreign: [],
      added: ['help.html'],
      changed: ['Code.js', 'appsscript.json'],
    });
    expect(compare({ 'Code.js': `${code}// older`, 'help.html': '<p>' }).foreign).toEqual([]);
  });

  it('takes a script of others under our own name for theirs', () => {
    expect(compare({ 'Code.js': 'function onOpen() { mail(); }' }).foreign).toEqual(['Code.js']);
    expect(compare({ 'Code.js': 'function myFunction() { pay(); }' }).foreign).toEqual(['Code.js']);
  });

  it('knows the script of clients’ pages as ours, and lets neither script replace the other', () => {
    const page = readFileSync(`${dist}/../build/client-page/Code.js`, 'utf8');
    const foreign = (there: string, pushed: string) =>
      compareProjects(new Map([['Code.js', there]]), new Map([['Code.js', pushed]])).foreign;
    expect(foreign(`${page}// older`, page)).toEqual([]);
    expect(foreign('function myFunction() {}', page)).toEqual([]);
    expect(foreign('function doGet() { pay(); }', page)).toEqual(['Code.js']);
    expect(foreign(code, page)).toEqual(['Code.js']);
    expect(foreign(page, code)).toEqual(['Code.js']);
  });

  it('names each file that we do not have', () => {
    expect(compare({ 'Code.js': code, 'lib/x.js': '', 'page.html': '' }).foreign).toEqual([
      'lib/x.js',
      'page.html',
    ]);
  });
});
