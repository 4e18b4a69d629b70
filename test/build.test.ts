import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
// @ts-expect-error The build is plain JavaScript.
import { build } from '../build.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
/** The build itself. */
const builders = readdirSync(home).filter(name => /^build.*\.mjs$/.test(name));
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A project of its own, in a folder that is thrown away. */
function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'build-'));
  made.push(root);
  const basics = {
    'package.json': '{"dependencies":{"allowed":"1"}}',
    'appsscript.json': '{}',
    'src/main.ts': '',
  };
  for (const [path, text] of Object.entries({ ...basics, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function codeOf(main: string): Promise<string> {
  const root = project({ 'src/main.ts': main });
  await build(root);
  return readFileSync(join(root, 'dist/Code.js'), 'utf8');
}

it('gives each exported function a documented global of the same parameters', async () => {
  const code = await codeOf(`
    /**
     * Hours left.
     * @param {string} client The client.
     * @return {number} Hours.
     * @customfunction
     */
    export function HOURS(client: string, asOf?: Date, ...rest: unknown[]): number { return rest.length; }
    /** Not about the next one. */
    const other = 1;
    export function plain(count = other) { return count; }
  `);

  const documented =
    /\/\*\*(?:(?!\*\/)[\s\S])*@param \{string\} client The client\.\s+\* @return \{number\} Hours\.\s+\* @customfunction\s+\*\/\nfunction HOURS\(client, asOf, \.\.\.rest\) \{/;
  expect(code).toMatch(documented);
  expect(code).not.toContain('Not about the next one');
  expect(vm.runInNewContext(`${code}; [HOURS('a', 1, 2, 3), plain()]`)).toEqual([2, 1]);
});

it('keeps names and statements as written, and never changes a text', async () => {
  const code = await codeOf(`
    export function lines(name: string) {
      if (name) {
        return \`\${name}
          two
            three\` + '  four';
      }
      return '';
    }
  `);

  expect(code).toMatch(/^ *function lines\(name\) \{\n *if \(name\) \{\n *return `/m);
  expect(vm.runInNewContext(`${code}; lines('one')`)).toBe('one\n          two\n            three  four');
});

it('makes HTML of the design of a mail, and refuses one with a mistake in words', async () => {
  const root = (text: string) =>
    project({
      'src/main.ts': "import html from './mail.mjml';\nexport function mail() { return html; }",
      'src/mail.mjml': `<mjml><mj-body><mj-section><mj-column>${text}</mj-column></mj-section></mj-body></mjml>`,
    });
  const good = root('<mj-table>{{#rows}}<tr><td>{{cell}}</td></tr>{{/rows}}</mj-table>');
  await build(good);
  const code = readFileSync(join(good, 'dist/Code.js'), 'utf8');
  const html: string = vm.runInNewContext(`${code}; mail()`);
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain('{{#rows}}<tr><td>{{cell}}</td></tr>{{/rows}}');
  expect(html).not.toContain('<mj-');
  await expect(build(root('<mj-txt>Hello</mj-txt>'))).rejects.toThrow(/mj-txt/);
});

it('defines every function in a context without any service', () => {
  const folder = project({});
  cpSync(join(home, 'src'), join(folder, 'src'), { recursive: true });
  for (const file of [...builders, 'package.json', 'appsscript.json', '.clasp.json', 'workbench/warehouse'])
    cpSync(join(home, file), join(folder, file), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  execFileSync('node', ['build.mjs', '--quiet'], { cwd: folder });
  const code = readFileSync(join(folder, 'dist/Code.js'), 'utf8');
  const entries = [...readFileSync(join(folder, 'src/main.ts'), 'utf8').matchAll(/'(\.\/entry\/\w+)'/g)];
  const sources = entries.map(([, path]) => readFileSync(join(folder, `src/${path}.ts`), 'utf8'));
  const names = sources.flatMap(source =>
    [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name),
  );

  const kinds = vm.runInNewContext(`${code}; [${names.map(name => `typeof ${name}`)}]`, Object.create(null));

  expect(names.length).toBeGreaterThan(10);
  expect(new Set(kinds)).toEqual(new Set(['function']));
});

it('makes exactly what clasp pushes, and removes what was there before', async () => {
  const page = '<link rel="stylesheet" href="look.css"><script src="page.ts"></script>';
  const root = project({
    'src/main.ts': 'export function listIssues() {}',
    'src/dialogs/check.html': page,
    'src/dialogs/look.css': 'p { color: red }',
    'src/dialogs/page.ts': `const text: string = '$& </script>'; ask('listIssues').then(() => text);`,
    'dist/old.html': '',
    '.clasp.json': readFileSync(join(home, '.clasp.json'), 'utf8'),
  });

  await build(root);

  const clasp = join(home, 'node_modules/.bin/clasp');
  const status = JSON.parse(
    execFileSync(clasp, ['show-file-status', '--json'], { cwd: root, encoding: 'utf8' }),
  );
  expect(status.filesToPush.sort()).toEqual(['dist/Code.js', 'dist/appsscript.json', 'dist/check.html']);
  expect(status.untrackedFiles).toEqual([]);
  const html = readFileSync(join(root, 'dist/check.html'), 'utf8');
  expect(html).toContain('p { color: red }');
  expect(html).toContain('$& <\\/script>');
  expect(html).not.toContain('src=');
});

describe('a build beside others', () => {
  const others = { 'src/dialogs/a.html': '<p>a</p>', 'src/dialogs/part/b.html': '<p>b</p>' };
  const main = `export function run() { return '${'~'.repeat(500_000)}'; }`;

  it('writes nothing where all is as it should be, and leaves nothing behind', async () => {
    const root = project({ ...others, 'src/main.ts': main });
    await build(root);
    const file = join(root, 'dist/Code.js');
    const { ino, mtimeMs } = statSync(file);
    await build(root);
    expect([statSync(file).ino, statSync(file).mtimeMs]).toEqual([ino, mtimeMs]);
    expect(readdirSync(root).filter(name => name.startsWith('.dist'))).toEqual([]);
  });

  it('never lets anybody see a file that is missing or half written', async () => {
    const root = project({ ...others, 'src/main.ts': main });
    for (const file of [...builders, 'package.json']) cpSync(join(home, file), join(root, file));
    symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'));
    await build(root);
    const lengths = new Set<number>();
    let running = 2;
    const built = (letter: string) =>
      new Promise<string>(done => {
        writeFileSync(join(root, 'src/main.ts'), main.replace('~', letter));
        execFile('node', ['build.mjs', '--quiet'], { cwd: root }, (_, out, err) => {
          running -= 1;
          done(out + err);
        });
      });
    const said = Promise.all([built('y'), built('z')]);
    while (running > 0) {
      lengths.add(readFileSync(join(root, 'dist/Code.js'), 'utf8').length);
      readFileSync(join(root, 'dist/part/b.html'));
      await new Promise(setImmediate);
    }
    expect(await said).toEqual(['', '']);
    expect(lengths.size).toBe(1);
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['Code.js', 'a.html', 'appsscript.json', 'part']);
  });
});

it.each([
  ['a menu item without a function', `ui.addItem('Run', 'runn')`, 'src', 'addItem names "runn"'],
  [
    'a menu item whose name cannot be checked',
    'ui.addItem("Run", name)',
    'src',
    'addItem needs a name written out',
  ],
  ['a trigger without a function', `ScriptApp.newTrigger('runn')`, 'src', 'newTrigger names "runn"'],
  ['a dialog call without a function', `ask('runn', 1).catch(f)`, 'src/dialogs', 'ask names "runn"'],
  [
    'a dialog call whose name cannot be checked',
    'ask(name, 1).catch(f)',
    'src/dialogs',
    'ask needs a name written out',
  ],
  [
    'a dialog that does not exist',
    `HtmlService.createHtmlOutputFromFile('none')`,
    'src',
    'createHtmlOutputFromFile names "none"',
  ],
])('refuses %s', async (_, code, folder, message) => {
  const root = project({ 'src/main.ts': 'export function run() {}', [`${folder}/part.ts`]: code });

  await expect(build(root)).rejects.toThrow(message);
  expect(existsSync(join(root, 'dist'))).toBe(false);
});

it.each([
  ['code made from text', 'export function run() { return eval("1"); }', '"eval("'],
  [
    'code made from text in another way',
    'export function run() { return new Function("1"); }',
    '"new Function"',
  ],
  ['timers', 'export function run() { setTimeout(run); }', '"setTimeout"'],
  ['network calls', 'export function run() { fetch("x"); }', '"fetch("'],
  [
    'a bundle that is too large',
    `export function run() { return '${'x'.repeat(1_130_000)}'; }`,
    'keep custom functions quick to start',
  ],
  ['a private name', 'export function run_() {}', 'rename run_'],
  ['an export that is no function', 'export const run = () => 1;', 'may export only functions'],
  [
    'a parameter without a name',
    'export function run({ a }: { a: 1 }) { return a; }',
    'plain parameter names',
  ],
])('refuses %s', async (_, main, message) => {
  await expect(build(project({ 'src/main.ts': main }))).rejects.toThrow(message);
});

it('refuses a page that takes more of the script than its types and rules', async () => {
  const page = (from: string) => ({
    'src/main.ts': 'export function run() { return 1; }',
    'src/ledger/rule.ts': 'export const rule = 1;',
    'src/dialogs/page.html': '<script src="page.ts"></script>',
    'src/dialogs/page.ts': `import { ${from === '../main' ? 'run' : 'rule'} as x } from '${from}'; console.log(x);`,
  });

  await build(project(page('../ledger/rule')));
  await expect(build(project(page('../main')))).rejects.toThrow('may not contain src/main.ts');
});

it('refuses files from outside src, except the packages that users get', async () => {
  const uses = (path: string) => `import { x } from '${path}'; export function run() { return x; }`;
  const files = {
    'node_modules/allowed/index.js': 'export const x = 1;',
    'node_modules/other/index.js': 'export const x = 1;',
    'test/x.ts': 'export const x = 1;',
  };

  await build(project({ ...files, 'src/main.ts': uses('allowed') }));
  await expect(build(project({ ...files, 'src/main.ts': uses('other') }))).rejects.toThrow(
    'may not contain node_modules/other',
  );
  await expect(build(project({ ...files, 'src/main.ts': uses('../test/x') }))).rejects.toThrow(
    'may not contain test/x.ts',
  );
});
