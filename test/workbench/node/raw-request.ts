/** Bytes sent to a server as they are, which no library of good manners would send. */

import { connect } from 'node:net';

/** What came back until the server closed the connection, or answered and waits; `''` where it says nothing. */
export function rawRequest(port: number, sent: string, wait = 1500): Promise<string> {
  return new Promise(resolve => {
    const pieces: string[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    const done = () => {
      socket.destroy();
      resolve(pieces.join(''));
    };
    socket.setEncoding('latin1');
    socket.setTimeout(wait, done);
    socket.on('data', (piece: string) => pieces.push(piece));
    socket.on('close', done);
    // A connection that is cut off counts as what came before.
    socket.on('error', done);
  });
}

/** `403` of `HTTP/1.1 403 Forbidden`. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
}

export function request(line: string, headers: Readonly<Record<string, string | number>>, body = ''): string {
  const fields = Object.entries({ connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `${line} HTTP/1.1\r\n${fields.join('')}\r\n${body}`;
}
