/** Writes a mail of the outbox as an .eml file (RFC 5322, MIME), the same in Node and in a page. */

import type { Mail } from './mail-app';

/** Never part of a body: there `=` is written `=3D`. */
const boundary = '=_part';

export function composeEml(mail: Mail): string {
  const headers: [name: string, value: string][] = [
    ['From', address(mail.name ? `${mail.name} <${mail.sender}>` : mail.sender)],
    ['To', addresses(mail.to)],
    ['Cc', addresses(mail.cc)],
    ['Reply-To', addresses(mail.replyTo ? mail.replyTo.split(',') : [])],
    ['Subject', words(mail.subject)],
    ['Date', new Date(mail.at).toUTCString().replace('GMT', '+0000')],
    ['MIME-Version', '1.0'],
  ];
  const plain = part('plain', mail.text);
  const body = mail.html
    ? [
        `Content-Type: multipart/alternative; boundary="${boundary}"`,
        '',
        ...[plain, part('html', mail.html)].flatMap(each => [`--${boundary}`, each]),
        `--${boundary}--`,
        '',
      ].join('\r\n')
    : plain;
  const lines = headers.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\r\n`);
  return lines.join('') + body;
}

function part(kind: 'plain' | 'html', text: string): string {
  return [
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    ...text.split(/\r?\n/).map(quotedPrintable),
    '',
  ].join('\r\n');
}

/** A line of a body, which stays readable where it is ASCII. */
function quotedPrintable(line: string): string {
  const bytes = new TextEncoder().encode(line);
  const signs = Array.from(bytes, (byte, index) => {
    const isPlain = byte >= 0x20 && byte <= 0x7e && byte !== 0x3d;
    // Space at the end of a line gets lost on the way, and a dot at its beginning may.
    const isSafe =
      isPlain && !(byte === 0x20 && index === bytes.length - 1) && !(byte === 0x2e && index === 0);
    return isSafe ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const lines = [''];
  for (const sign of signs) {
    if ((lines.at(-1) ?? '').length + sign.length > 75) lines.push('');
    lines[lines.length - 1] += sign;
  }
  return lines.join('=\r\n');
}

function addresses(list: readonly string[]): string {
  const line = list.map(address).join(', ');
  return line.length > 70 ? list.map(address).join(',\r\n ') : line;
}

/** `Pat <pat@acme.example>` or the bare address. */
function address(text: string): string {
  const [, name = '', bare = text.trim()] = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
  if (name === '') return bare;
  const unquoted = name.replace(/^"(.*)"$/, '$1');
  const needsQuotes = /[^\w !#$%&'*+/=?^`{|}~-]/.test(unquoted) && isPlain(unquoted);
  return `${needsQuotes ? `"${unquoted.replace(/["\\]/g, '\\$&')}"` : words(unquoted)} <${bare}>`;
}

/** Short ASCII as it is; anything else in encoded words (RFC 2047), each of which fits its line. */
function words(text: string): string {
  if (isPlain(text)) return text;
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (new TextEncoder().encode(piece + character).length > 42) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].map(each => `=?UTF-8?B?${base64(each)}?=`).join('\r\n ');
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]{0,60}$/.test(text) && !text.includes('=?');
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), byte => String.fromCharCode(byte)).join(''));
}
