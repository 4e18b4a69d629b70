/** A stand-in of the Apps Script API that keeps one project's files. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface RemoteFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

export interface ScriptApi {
  files: readonly RemoteFile[];
  /** What was asked, such as `PUT`. */
  readonly asked: string[];
  /** Google's refusal of every update, where there is one. */
  refusal: string | null;
  readonly port: number;
  close(): void;
}

export async function startScriptApi(scriptId: string, files: readonly RemoteFile[]): Promise<ScriptApi> {
  const server: Server = createServer(async (request, response) => {
    const answer = (status: number, content: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    };
    const refuse = (code: number, message: string) => answer(code, { error: { code, message } });
    if (request.url !== `/v1/projects/${scriptId}/content`)
      return refuse(404, 'Requested entity was not found.');
    api.asked.push(String(request.method));
    const body = await text(request);
    if (request.method === 'PUT') {
      if (api.refusal) return refuse(403, api.refusal);
      // As Google does: the files that came are the project from now on.
      api.files = JSON.parse(body).files;
    }
    answer(200, { scriptId, files: api.files });
  });
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const api: ScriptApi = { files, asked: [], refusal: null, port, close: () => void server.close() };
  return api;
}
