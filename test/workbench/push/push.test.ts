import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pushProject } from '../../../workbench/push/push-project';
import { dist } from '../../journeys/firm';
import { type RemoteFile, type ScriptApi, startScriptApi } from './script-api';

const preload = new URL('./to-stand-in.mjs', import.meta.url).href;
const scriptId = '1-stand-in';

const newProject: readonly RemoteFile[] = [
  { name: 'appsscript', type: 'JSON', source: '{"timeZone":"Europe/Berlin"}' },
  { name: 'Code', type: 'SERVER_JS', source: 'function myFunction() {\n  \n}\n' },
];
const foreign: RemoteFile = { name: 'Payroll', type: 'SERVER_JS', source: 'function pay() {}' };

/** With the real clasp, which meets a stand-in of the Apps Script API. */
describe('a push', () => {
  let api: ScriptApi;
  let folder: string;
  beforeAll(async () => {
    api = await startScriptApi(scriptId, newProject);
    folder = mkdtempSync(join(tmpdir(), 'block-ledger-push-'));
    const token = { type: 'authorized_user', access_token: 'x', refresh_token: 'y', client_id: 'i' };
    const tokens = { default: { ...token, client_secret: 's', expiry_date: Date.now() + 86_400_000 } };
    writeFileSync(join(folder, '.clasprc.json'), JSON.stringify({ tokens }));
    writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: 'dist' }));
    cpSync(dist, join(folder, 'dist'), { recursive: true });
  });
  afterAll(() => {
    api.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    api.asked.length = 0;
    api.refusal = null;
  });

  const push = ({ replace = false, yes = true } = {}) =>
    pushProject({
      project: join(folder, '.clasp.json'),
      folder: join(folder, 'dist'),
      replace,
      confirms: async () => yes,
      environment: {
        ...process.env,
        NODE_OPTIONS: `--import ${preload}`,
        STAND_IN_PORT: String(api.port),
        clasp_config_auth: join(folder, '.clasprc.json'),
      },
    });

  it('refuses to delete what is not its own, and names it', async () => {
    api.files = [...newProject, foreign];
    await expect(push()).rejects.toThrow(/not Block Ledger's: Payroll\.js\. A push would delete/);
    expect(api.asked).toEqual(['GET']);
  });

  it('changes nothing where a person says no', async () => {
    api.files = newProject;
    await expect(push({ yes: false })).rejects.toThrow('You said no.');
    expect(api.files).toBe(newProject);
  });

  it('fails in the words of Google where it refuses', async () => {
    api.files = newProject;
    api.refusal = 'User has not enabled the Apps Script API.';
    await expect(push()).rejects.toThrow('clasp says: ');
    expect(api.files).toBe(newProject);
  });

  it('fills the project, in place of what others had there where that is said, and once', async () => {
    api.files = [...newProject, foreign];
    const names = readdirSync(dist).map(name => name.replace(/\.\w+$/, ''));
    expect(await push({ replace: true })).toContain(`Pushed ${names.length} files`);
    expect(api.files.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(await push()).toContain('already');
    expect(api.asked.filter(each => each === 'PUT')).toHaveLength(1);
  });
});
