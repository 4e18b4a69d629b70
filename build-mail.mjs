/**
 * Makes HTML of the design of a mail, which is written in MJML so that it holds in every mail program.
 *
 * Both the build and the tests take it in through `mailDesign`.
 */
import { readFileSync } from 'node:fs';

const ending = /\.mjml$/;

/** Compiles a design; throws in plain words. */
export async function compileMail(path) {
  // It takes a second to load, so only where there is a mail to make.
  const { default: mjml2html } = await import('mjml');
  const { html, errors } = await mjml2html(readFileSync(path, 'utf8'), { validationLevel: 'soft' });
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.formattedMessage}`);
  // A browser would read a placeholder between rows as misplaced text, so no minifier may parse this.
  return html
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n</g, '><')
    .trim();
}

/** For esbuild. */
export const mailDesign = {
  name: 'mail-design',
  setup({ onLoad }) {
    onLoad({ filter: ending }, async ({ path }) => ({ contents: await compileMail(path), loader: 'text' }));
  },
};

/** For Vite. */
export const mailDesignInTests = {
  name: 'mail-design',
  enforce: 'pre',
  async load(id) {
    if (ending.test(id)) return `export default ${JSON.stringify(await compileMail(id))};`;
  },
};
