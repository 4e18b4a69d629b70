/** Bundles sources into one text, with the designs of mails in it. */
import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { build as bundle } from 'esbuild';

/** Gives the text, and how much of it each source is; `what` may hold nothing from other folders than `allowed`. */
export async function bundleFrom(root, what, allowed, options) {
  const result = await bundle({
    ...options,
    absWorkingDir: root,
    bundle: true,
    preserveSymlinks: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  for (const input of Object.keys(result.metafile.inputs)) {
    const path = relative(root, resolve(root, input)).split(sep).join('/');
    if (!allowed.some(folder => path.startsWith(`${folder}/`)))
      throw new Error(`${what} may not contain ${path}.`);
  }
  const [{ inputs }] = Object.values(result.metafile.outputs);
  return { code: result.outputFiles[0].text, inputs };
}

const designEnding = /\.mjml$/;

/** Takes the design of a mail into the bundle as HTML. */
export const mailDesign = {
  name: 'mail-design',
  setup({ onLoad }) {
    onLoad({ filter: designEnding }, async ({ path }) => ({
      contents: await compileMail(path),
      loader: 'text',
    }));
  },
};

/** The same for Vite, so that tests see the mail that is sent. */
export const mailDesignInTests = {
  name: 'mail-design',
  enforce: 'pre',
  async load(id) {
    if (designEnding.test(id)) return `export default ${JSON.stringify(await compileMail(id))};`;
  },
};

/** Makes HTML of a design in MJML, which every mail program shows alike; throws in plain words. */
async function compileMail(path) {
  // It takes a second to load, so only where there is a mail to make.
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(readFileSync(path, 'utf8'), { validationLevel: 'soft' });
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.formattedMessage}`);
  // A placeholder between rows is misplaced text to anything that parses HTML, so no minifier may do this.
  return html
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n</g, '><')
    .trim();
}
