/** The page's server, asked by its page and by everybody else on the machine. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, servePage } from '../../../workbench/node/page-server';
import { rawRequest, request, statusOf } from './raw-request';

const bookName = "O'Neil & Co. 100% #1?.xlsx";
/** Says in one line what it was given, as a PDF of it would. */
const echo = ['-e', 'process.stdin.pipe(process.stdout)'];

let folder: string;
let server: PageServer;
let port: number;
let token: string;

/** A request of the page itself, with what a test changes in it. */
const own = (changes: Readonly<Record<string, string | number>> = {}) => ({
  host: `localhost:${port}`,
  'x-block-ledger-token': token,
  ...changes,
});
const printed = (changes: Readonly<Record<string, string | number>> = {}) =>
  own({ origin: `http://localhost:${port}`, 'content-length': 3, ...changes });
const status = async (sent: string) => statusOf(await rawRequest(port, sent));

async function serve(options: Parameters<typeof servePage>[3] = {}): Promise<void> {
  server?.close();
  server = await servePage(join(folder, 'page'), 0, join(folder, bookName), { program: echo, ...options });
  const url = new URL(server.url);
  port = Number(url.port);
  token = url.hash.slice('#token='.length);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-server-'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, bookName), 'the workbook');
  await serve();
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the page’s server', () => {
  it('gives its page to this machine, with headers that keep others out', async () => {
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) {
      const answer = await rawRequest(port, request('GET /', { host }));
      expect(statusOf(answer)).toBe(200);
      expect(answer).toMatch('<title>Page</title>');
    }
    const answer = (await rawRequest(port, request('GET /', own()))).toLowerCase();
    expect(answer).toMatch("frame-ancestors 'none'");
    expect(answer).toMatch('x-content-type-options: nosniff');
    expect(answer).toMatch('cross-origin-resource-policy: same-origin');
  });

  it('cannot be reached from another machine', async () => {
    const outer = Object.values(networkInterfaces())
      .flatMap(each => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outer) {
      const reached = await new Promise(resolve => {
        const socket = connect(port, address, () => resolve(true)).on('error', () => resolve(false));
        socket.on('connect', () => socket.destroy());
      });
      expect(reached, address).toBe(false);
    }
  });

  it.each(['evil.example', 'evil.example:80', 'localhost', 'localhost:1', 'localhost.evil.example', ''])(
    'gives nothing to a page that reaches it as %j',
    async name => {
      const host = name === 'evil.example' ? `${name}:${port}` : name;
      for (const line of ['GET /', 'GET /index.html', `GET /book/${encodeURIComponent(bookName)}`]) {
        expect(await status(request(line, own({ host })))).toBe(403);
      }
      const sent = request('POST /print', printed({ host, origin: `http://${host}` }), '<p>');
      expect(await status(sent)).toBe(403);
    },
  );

  it.each(['http://evil.example', 'null', 'https://localhost'])('gives nothing to %s', async origin => {
    expect(await status(request('GET /', own({ origin })))).toBe(403);
    expect(await status(request('POST /print', printed({ origin }), '<p>'))).toBe(403);
  });

  it('hears two hosts as none', async () => {
    const twice = `GET / HTTP/1.1\r\nhost: localhost:${port}\r\nhost: evil.example\r\n\r\n`;
    expect([400, 403]).toContain(await status(twice));
  });

  it.each(['', 'x', 'wrong'])('keeps workbook and printer from whoever shows the token %j', async guess => {
    const given = { 'x-block-ledger-token': guess === 'wrong' ? `${token.slice(0, -1)}_` : guess };
    const line = `GET /book/${encodeURIComponent(bookName)}`;
    expect(await status(request(line, own(given)))).toBe(403);
    expect(await status(request('POST /print', printed(given), '<p>'))).toBe(403);
  });

  it('keeps the token out of every file that it gives without it', async () => {
    expect(token.length).toBeGreaterThan(30);
    expect(await rawRequest(port, request('GET /', { host: `localhost:${port}` }))).not.toMatch(token);
  });

  it('gives a workbook of any name to its page', async () => {
    const name = new URL(server.url).searchParams.get('book');
    expect(name).toBe(bookName);
    const line = `GET /book/${encodeURIComponent(bookName)}`;
    expect(await rawRequest(port, request(line, own()))).toMatch(/\r\n\r\nthe workbook$/);
    expect(await status(request('GET /book/secret.json', own()))).toBe(404);
  });

  it.each(['/%', '//', '/%ff', 'http://[', 'http://x/', '//evil.example/', '*', '/%00', '/a\\..\\b%', '\\'])(
    'calls %s no address, and goes on',
    async target => {
      expect(await status(request(`GET ${target}`, own()))).toBe(400);
      expect(await status(request('GET /', own()))).toBe(200);
    },
  );

  it.each([
    ['no request', 'nonsense\r\n\r\n'],
    ['a line without version', 'GET /\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a version of another world', 'GET / HTTP/9.9\r\nhost: x\r\n\r\n'],
    ['control characters', '\u0000\u0001\u0002\r\n\r\n'],
    ['a header without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
    ['a length below nothing', 'POST /print HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n'],
    [
      'two lengths',
      'POST /print HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
    ],
  ])('answers %s with an error, and goes on', async (_, sent) => {
    expect(await status(sent)).toBeGreaterThanOrEqual(400);
    expect(await status(request('GET /', own()))).toBe(200);
  });

  it.each(['CONNECT x:1', 'TRACE /', 'PROPFIND /'])('does nothing for %s, and goes on', async line => {
    expect(await status(request(line, own()))).not.toBe(200);
    expect(await status(request('GET /', own()))).toBe(200);
  });

  it.each(['bytes=5-2', 'bytes=x-', 'bytes=999999-', 'lines=1-2'])('survives the range %s', async range => {
    expect(await status(request('GET /', own({ range })))).toBe(200);
    expect(await status(request('GET /', own()))).toBe(200);
  });

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/..%5csecret.json',
    '/secret.json',
  ])('gives no file from beside the page as %s', async target =>
    expect(await status(request(`GET ${target}`, own()))).toBe(404),
  );

  it('takes only the methods that it knows', async () => {
    expect(await status(request('POST /', printed(), '<p>'))).toBe(405);
    expect(await status(request('GET /print', own()))).toBe(405);
    expect(await status(request('OPTIONS /print', printed()))).toBe(405);
  });
});

describe('what is sent to be printed', () => {
  afterEach(() => serve());

  it('is printed for the page', async () => {
    const answer = await rawRequest(port, request('POST /print', printed(), '<p>'), 30_000);
    expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*<p>$/);
  });

  it.each([
    ['from another page', 403, { origin: 'http://evil.example' }],
    ['from no page', 403, { origin: '' }],
    ['without the token', 403, { 'x-block-ledger-token': '' }],
    ['that is too long', 413, {}],
    ['of no said length', 411, { 'transfer-encoding': 'chunked' }],
  ] as const)('is refused before it is read %s', async (_, wanted, changes) => {
    const headers = { ...printed({ 'content-length': 400_000_000, ...changes }) };
    if (wanted === 411) Reflect.deleteProperty(headers, 'content-length');
    // Not one byte of the body is sent: whoever waits for it does not answer.
    expect(await status(request('POST /print', headers))).toBe(wanted);
    expect(await status(request('POST /print', { ...headers, expect: '100-continue' }))).toBe(wanted);
  });

  it('is cut off where a stranger goes on sending all the same', async () => {
    const headers = printed({ origin: 'http://evil.example', 'content-length': 400_000_000 });
    const sent = await new Promise<number>(resolve => {
      let bytes = 0;
      const socket = connect(port, '127.0.0.1', () => socket.write(request('POST /print', headers)));
      const piece = Buffer.alloc(65_536);
      const timer = setInterval(() => {
        bytes += piece.length;
        socket.write(piece);
      }, 20);
      const done = () => {
        clearInterval(timer);
        resolve(bytes);
      };
      socket.resume().on('error', done).on('close', done);
    });
    expect(sent).toBeLessThan(20_000_000);
  });

  it('is printed while another one hangs, which is killed in the end', async () => {
    const hangs =
      "let text = ''; process.stdin.on('data', piece => { text += piece; }).on('end', () => text === 'bad' ? setInterval(() => {}, 1000) : process.stdout.write(text));";
    await serve({ program: ['-e', hangs], longest: 8000 });
    const ended: string[] = [];
    const send = async (body: string) => {
      const answer = await rawRequest(port, request('POST /print', printed(), body), 30_000);
      ended.push(body);
      return answer;
    };
    const bad = send('bad');
    expect(await send('<p>')).toMatch(/<p>$/);
    expect(await status(request('GET /', own())), 'the server itself goes on').toBe(200);
    expect(statusOf(await bad)).toBe(204);
    expect(ended).toEqual(['<p>', 'bad']);
  });

  it('may end the process that prints it, and no other', async () => {
    await serve({ program: ['-e', 'process.exit(3)'] });
    const long = 'x'.repeat(1_000_000);
    const headers = printed({ 'content-length': long.length });
    expect(statusOf(await rawRequest(port, request('POST /print', headers, long), 30_000))).toBe(204);
    expect(await status(request('GET /', own()))).toBe(200);
  });

  it('waits in line, two being printed at once, and is refused where the line is long', async () => {
    const slow = 'setTimeout(() => process.stdin.pipe(process.stdout), 1500)';
    await serve({ program: ['-e', slow], mostWaiting: 1 });
    const all = await Promise.all(
      Array.from({ length: 4 }, () => rawRequest(port, request('POST /print', printed(), '<p>'), 30_000)),
    );
    expect(all.map(statusOf).sort()).toEqual([200, 200, 200, 503]);
  });
});

it('prints no page that nobody waits for any more', async () => {
  const started = join(folder, 'started');
  const ended = join(folder, 'ended');
  const program = `require('fs').writeFileSync(${JSON.stringify(started)}, ''); setTimeout(() => require('fs').writeFileSync(${JSON.stringify(ended)}, ''), 2500)`;
  await serve({ program: ['-e', program] });
  const socket = connect(port, '127.0.0.1', () => socket.write(request('POST /print', printed(), '<p>')));
  await expect.poll(() => existsSync(started), { timeout: 10_000 }).toBe(true);
  socket.destroy();
  await new Promise(resolve => setTimeout(resolve, 3500));
  expect(existsSync(ended)).toBe(false);
});
