/**
 * Builds what clasp pushes: one script whose entry points are real top-level functions, and the dialogs.
 *
 * Apps Script finds menus, triggers and custom functions only as functions declared at the top level, and reads
 * their documentation there; a bundle has neither, so each function that src/main.ts exports gets a small stand-in.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleFrom, mailDesign } from './build-bundle.mjs';
import { checkNames, findEntryPoints } from './build-entry-points.mjs';
import { filesIn, replaceFiles } from './build-files.mjs';
import { pageOf } from './build-pages.mjs';
import { buildWarehouse } from './build-warehouse.mjs';

/**
 * Each call of a function in a cell loads the script anew. A fresh context, the load and one call take about 1.5 ms
 * at 66 KB, 3 ms at 193 KB and 10 ms at 635 KB on a desk machine: what only dialogs need stays out of it.
 */
const mostBytes = 1100 * 1024;
/** Apps Script lacks timers and fetch; code made from text has no place in an add-on. */
const forbidden = [/\beval\(/, /\bnew Function\b/, /\bsetTimeout\b/, /\bfetch\(/];

/** A page knows of the script only types, shares its rules, and reads tables by papaparse, which never comes into the script. */
const pageSources = ['src/dialogs', 'src/ledger', 'node_modules/papaparse'];

/** Where each script goes: the add-on bound to a sheet, the one for many, and the one that shows clients their pages. */
const folders = { bound: 'dist', addon: 'build/addon', 'client-page': 'build/client-page' };
const profileFile = /[\\/]google[\\/]profile\.ts$/;

/** Takes what only an add-on has into the script, in place of what only a bound one has. */
const addOnProfile = {
  name: 'add-on-profile',
  setup({ onLoad }) {
    onLoad({ filter: profileFile }, ({ path }) => ({
      contents: readFileSync(path.replace(/\.ts$/, '-add-on.ts'), 'utf8'),
      loader: 'ts',
    }));
  },
};

/**
 * Builds the project at `root` into `root/dist`, or for the profile `addon` into `root/build/addon`, for `client-page` into a folder beside it; throws in plain words.
 *
 * Gives the names of the files, and how many bytes of the script come from which source.
 */
export async function build(root, profile = 'bound') {
  const folder =
    folders[profile] ?? fail(`There is no profile ${profile}: ${Object.keys(folders).join(', ')}.`);
  if (profile === 'client-page') return buildClientPage(root);
  const plugins = profile === 'addon' ? [addOnProfile] : [];
  const { code, sizes, pages, names } = await makeParts(root, { plugins, profile });
  const outputs = new Map();
  outputs.set('Code.js', code);
  outputs.set('appsscript.json', readFileSync(join(root, 'appsscript.json'), 'utf8'));
  for (const [name, page] of pages) outputs.set(`${name}.html`, page);
  checkNames(filesIn(join(root, 'src'), '.ts'), new Set(names), new Set(pages.keys()));
  checkCode(code);

  replaceFiles(root, join(root, folder), outputs);
  if (profile === 'bound' && existsSync(join(root, clientPageEntry))) await buildClientPage(root);
  return { folder, files: [...outputs.keys()], sizes };
}

const clientPageEntry = 'src/client-page.ts';

/** A script of its own, for everybody who reaches a web app can call all of its functions; see src/entry/client-page.ts. */
async function buildClientPage(root) {
  const { code, sizes } = await clientPageScript(root);
  const manifest = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8'));
  manifest.oauthScopes = manifest.oauthScopes.filter(scope => scope.endsWith('.currentonly'));
  manifest.webapp = { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' };
  const outputs = new Map([
    ['Code.js', code],
    ['appsscript.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ]);
  replaceFiles(root, join(root, folders['client-page']), outputs);
  return { folder: folders['client-page'], files: [...outputs.keys()], sizes };
}

async function clientPageScript(root, options = {}) {
  const entryPoints = findEntryPoints(root, join(root, clientPageEntry));
  const parts = await bundleCode(root, entryPoints, { entry: 'client-page', ...options });
  checkCode(parts.code);
  return parts;
}

/** The same to be pasted into a project of its own, beside the add-on's. */
export async function buildClientPageFile(root) {
  const { code } = await clientPageScript(root, { minify: true });
  return pastedHead(root, 'the pages of clients, for a project of their own') + code;
}

/** Tells Google, which works the rights of a pasted file out, to keep them to its one spreadsheet. */
function pastedHead(root, what) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return `/**\n * Block Ledger ${version}: ${what}.\n * @OnlyCurrentDoc\n */\n`;
}

/** What shows a page that lies beside the script as a file of its own. */
const pageFromFile = /\b[\w$]+\.createHtmlOutputFromFile\(/g;

/**
 * The whole add-on as one script, to be pasted into an empty project: its pages are texts in it.
 *
 * It has no manifest beside it, so that Google works the rights out: the mark at its top keeps them to this one file.
 */
export async function buildOneFile(root) {
  const { code, pages } = await makeParts(root, { minify: true });
  const texts = JSON.stringify(Object.fromEntries(pages)).replace(/[\u2028\u2029]/g, breakEscaped);
  const keeper = `var Pages_ = ${texts};\nfunction pageOf_(name) { return HtmlService.createHtmlOutput(Pages_[name]); }\n`;
  return pastedHead(root, 'the whole add-on in one file') + code.replace(pageFromFile, 'pageOf_(') + keeper;
}

function breakEscaped(found) {
  return `\\u${found.charCodeAt(0).toString(16)}`;
}

/** The script, its pages by name, and the names of its entry points; minified where nobody is to read it. */
async function makeParts(root, { minify = false, plugins = [], profile }) {
  const entryPoints = findEntryPoints(root, join(root, 'src/main.ts'));
  const { code, sizes } = await bundleCode(root, entryPoints, { minify, plugins });
  const pages = new Map();
  for (const { name, path } of filesIn(join(root, 'src/dialogs'), '.html'))
    pages.set(name.replace(/\.html$/, ''), await inlineDialog(root, path, { minify, profile }));
  return { code, sizes, pages, names: entryPoints.map(each => each.name) };
}

/** Hands the exported functions over in one object, which costs less than esbuild's own way of exporting. */
async function bundleCode(root, entryPoints, { entry = 'main', ...options }) {
  const names = entryPoints.map(({ name }) => name).join(', ');
  const contents = `import { ${names} } from './${entry}';\nObject.assign(App_, { ${names} });`;
  const stdin = { contents, resolveDir: join(root, 'src'), sourcefile: 'src/entry-points.js' };
  // As a module, which is wrapped here: esbuild's own wrapper sets in every line, and that alone takes 5 % of the script.
  const { code, sizes } = await bundleFor(root, ['src'], {
    stdin,
    ...options,
    target: 'es2019',
    format: 'esm',
  });
  const standIns = entryPoints.map(({ name, parameters, documentation }) => {
    const list = parameters.join(', ');
    return `${documentation}function ${name}(${list}) { return App_.${name}(${list}); }\n`;
  });
  const wrapped = `(() => {\n${code}})();\n`;
  return { code: `"use strict";\nvar App_ = {};\n${wrapped}${standIns.join('')}`, sizes };
}

/** Bundles one file into one text; only sources from the named folders and the runtime dependencies may go in. */
async function bundleFor(root, folders, { plugins = [], ...options }) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const allowed = [...folders, ...Object.keys(dependencies).map(name => `node_modules/${name}`)];
  const { code, inputs } = await bundleFrom(root, 'The bundle', allowed, {
    format: 'iife',
    ...options,
    plugins: [mailDesign, ...plugins],
  });
  const sizes = Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput]);
  return { code, sizes };
}

/** A dialog is served as one text: its shell, its style sheet and its script go into the page. */
async function inlineDialog(root, path, { minify, profile }) {
  const folder = dirname(path);
  const page = pageOf(readFileSync(path, 'utf8'), relative(root, path), profile).replace(
    /<link rel="stylesheet" href="([^"]+)"\s*\/?>/g,
    (_, href) => `<style>\n${readFileSync(join(folder, href), 'utf8')}</style>`,
  );
  const parts = page.split(/<script src="([^"]+)"><\/script>/);
  for (let index = 1; index < parts.length; index += 2) {
    const options = { entryPoints: [join(folder, parts[index])], minify, target: 'es2020' };
    const { code } = await bundleFor(root, pageSources, options);
    // esbuild itself never writes "</script" inside a text.
    parts[index] = `<script>\n${code}</script>`;
  }
  return parts.join('');
}

function checkCode(code) {
  for (const pattern of forbidden) {
    const found = pattern.exec(code);
    if (found) fail(`The bundle contains "${found[0]}", which has no place in an add-on.`);
  }
  const bytes = Buffer.byteLength(code);
  if (bytes > mostBytes)
    fail(`The bundle has ${bytes} bytes; at most ${mostBytes} keep custom functions quick to start.`);
}

function fail(message) {
  throw new Error(message);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const [profile] = process.argv.flatMap((each, at) =>
      each === '--profile' ? [process.argv[at + 1]] : [],
    );
    const { folder, files, sizes } = await build(import.meta.dirname, profile);
    const hasWarehouse = existsSync(join(import.meta.dirname, 'src/warehouse'));
    const warehouse = hasWarehouse ? await buildWarehouse(import.meta.dirname) : [];
    if (!process.argv.includes('--quiet'))
      console.log(`${folder}: ${files.join(', ')}\nbuild/warehouse: ${warehouse.join(', ')}`);
    // Bytes of each source in the script, the largest first.
    if (process.argv.includes('--sizes'))
      console.table(Object.fromEntries(sizes.sort((a, b) => b[1] - a[1])));
  } catch (error) {
    console.error(`Build failed: ${error.message}`);
    process.exitCode = 1;
  }
}
