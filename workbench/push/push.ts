/** `npm run push`: builds the add-on and pushes it; `--help` says how. */

import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
// @ts-expect-error The build is plain JavaScript.
import { build } from '../../build.mjs';
import { pushProject, Refusal } from './push-project';

const root = fileURLToPath(new URL('../..', import.meta.url));

const help = `npm run push -- [--profile addon|client-page] [--project FILE] [--replace] [--yes]

  --profile addon   a standalone script, which a shop offers as an add-on; otherwise one that belongs to a sheet
  --profile client-page
                    the script of the web app that shows clients their pages: a project of its own
  --project FILE    clasp's project file (.clasp.json, or .clasp.PROFILE.json)
  --replace         also where files of others stand in that project: they are deleted
  --yes             does not ask`;

const { values: options } = parseArgs({
  options: {
    profile: { type: 'string', default: 'bound' },
    project: { type: 'string' },
    replace: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** What shows what was pushed. */
const nextSteps: Readonly<Record<string, string>> = {
  bound: 'Reload the sheet: after a few seconds the menu is there.',
  addon: 'Make a new version of it, and enter its number in the Marketplace SDK.',
  'client-page': 'Deploy it anew as a web app: Deploy > Manage deployments > Edit > New version.',
};

/** Enter means no. Without a terminal nobody can be asked: the command itself is the answer. */
async function confirms(effect: string): Promise<boolean> {
  console.log(effect);
  if (options.yes || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Push into that project? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

if (options.help) console.log(help);
else {
  try {
    const usual = options.profile === 'bound' ? '.clasp.json' : `.clasp.${options.profile}.json`;
    const { folder } = await build(root, options.profile);
    const project = resolve(root, options.project ?? usual);
    console.log(
      await pushProject({ project, folder: join(root, folder), replace: options.replace, confirms }),
    );
    console.log(nextSteps[options.profile] ?? '');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`${error.message}\nNothing was pushed.`);
    process.exitCode = 1;
  }
}
