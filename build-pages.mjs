import { readFileSync } from 'node:fs';

const { version, homepage } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/**
 * Makes the HTML of a page of its source, which holds only what no other page has:
 *
 * - `<page title="Refund" script="change.ts">` is the shell: head, style, the line that says how things stand, script.
 *   More attributes are those of the body; `<status/>` puts that line elsewhere than at the top.
 * - `<fields>` is a form that waits until it is filled in.
 * - `<field id="hours" label="Hours"/>` is a label with its input, or with a `<select>` where it has `select` or options;
 *   `names="clients"` gives it a list of words. Attributes `data-…` are those of the place around both.
 * - `<effects label="What it does"/>` is the place for what a form would do, read out when it changes.
 * - `<foot write="Refund hours" again="Refund more"/>` are the buttons of such a form, before and after it is written.
 * - `<brought label="Choose a file, or drop it here" accept=".csv" paste="Or paste the log"/>` takes a table: a file, a
 *   pasted text, or the tab in which the person stands, as table-input.ts reads them.
 * - `<planned/>` is the place for what was found in tables, what has to be said first, and what bringing them in would do.
 * - `<version/>` is the number of this version, `<guide/>` leads to the docs at the `homepage` of package.json.
 * - `<bound>…</bound>` stands only where the script belongs to the sheet, and not in an add-on.
 */
export function pageOf(source, name, profile = 'bound') {
  const found = /^<page ([^>]*)>(.*)<\/page>\s*$/s.exec(source);
  if (!found) return source.replace('<version/>', version);
  const { title, script, ...body } = attributesOf(found[1]);
  const content = found[2]
    .replace(/<brought ([^>]*)\/>/, (_, given) => broughtOf(attributesOf(given)))
    .replace(/<field ([^>]*?)(?:\/>|>(.*?)<\/field>)/gs, (_, given, within = '') =>
      fieldOf(given, within.trim()),
    )
    .replace('<fields>', '<form id="form" autocomplete="off" novalidate><fieldset id="fields" disabled>')
    .replace('</fields>', '</fieldset></form>')
    .replace('<status/>', status)
    .replace('<planned/>', planned)
    .replace('<version/>', version)
    .replace('<guide/>', guide)
    .replace(/<bound>(.*?)<\/bound>/gs, profile === 'bound' ? '$1' : '')
    .replace(/<effects ([^>]*)\/>/, (_, given) => effectsOf(attributesOf(given)))
    .replace(/<foot ([^>]*)\/>/, (_, given) => footOf(attributesOf(given)));
  const [left] =
    /<\/?(page|fields?|foot|status|planned|effects|version|guide|bound)\b[^>]*>/.exec(content) ?? [];
  if (left) throw new Error(`${name}: ${left} is not as build-pages.mjs knows it.`);
  const end = content.includes('<footer') ? content.indexOf('<footer') : content.length;
  const top = script && !content.includes(status) ? status : '';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <base target="_top">
    <title>${title}</title>
    <link rel="stylesheet" href="dialog.css">
  </head>
  <body${textOf(body)}>
    <main>${top}${content.slice(0, end)}</main>
    ${content.slice(end)}${script ? `<script src="${script}"></script>` : ''}
  </body>
</html>
`;
}

const guide = homepage
  ? `<a href="${homepage}" target="_blank" rel="noopener">The guide</a>`
  : 'The guide, in the folder <b>docs</b> of Block Ledger,';

const status = '<p id="status" role="status" aria-live="polite" tabindex="-1"></p>';

function fieldOf(given, within) {
  const { id, label, names, select, ...rest } = attributesOf(given);
  const isOfPlace = ([name]) => name.startsWith('data-') || name === 'hidden';
  const place = Object.entries(rest).filter(isOfPlace);
  const own = Object.fromEntries(Object.entries(rest).filter(each => !isOfPlace(each)));
  const options = within.startsWith('<option') || select !== undefined;
  const control = options
    ? `<select id="${id}"${textOf(own)}>${within}</select>`
    : `<input id="${id}"${textOf(names ? { list: names, ...own } : own)}>`;
  const words = names ? `<datalist id="${names}"></datalist>` : '';
  return `<div class="field"${textOf(Object.fromEntries(place))}>
  <label for="${id}">${label}</label>${control}${words}${options ? '' : within}
</div>`;
}

function broughtOf({ label, accept, paste }) {
  return `<field id="file" label="${label}" type="file" accept="${accept}"/>
<div class="field">
  <label for="text">${paste}</label>
  <textarea id="text" rows="4" spellcheck="false"></textarea>
</div>
<p><button id="tab" type="button" hidden></button></p>
<div id="encodingChoice" hidden>
  <field id="encoding" label="The file does not say how its letters are written. Choose until they are right" select/>
  <ul id="telling" class="lines"></ul>
</div>`;
}

const planned = `<ul id="found" class="lines" aria-label="What was found"></ul>
<section id="questions" aria-label="What has to be said"></section>
<section id="names" aria-label="Who is who"></section>
<section id="tabs" aria-label="What each column holds"></section>
<section id="preview" aria-label="What it does" aria-live="polite"></section>`;

function effectsOf({ label }) {
  return `<section aria-label="${label}" aria-live="polite">
  <div id="says"></div><div id="effects"></div>
</section>`;
}

function footOf({ write, again }) {
  const next = again ? `<button id="again" class="primary" type="button">${again}</button>` : '';
  return `<footer>
  <div id="asking">
    <button id="write" class="primary" type="submit" form="form" disabled>${write}</button>
    <button class="close" type="button">Cancel</button>
  </div>
  <div id="done" hidden>
    ${next}
    <button class="close${next ? '' : ' primary'}" type="button">Close</button>
  </div>
</footer>`;
}

/** `a="b" c` as an object; of a name without a value the value is blank. */
function attributesOf(text) {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, value]),
  );
}

function textOf(attributes) {
  return Object.entries(attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${value}"`))
    .join('');
}
