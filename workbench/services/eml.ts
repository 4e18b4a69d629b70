/** Writes a mail of the outbox as an .eml file (RFC 5322, MIME), the same in Node and in a page. */

import type { Mail } from './mail-app';

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
  const text = mail.html ? parts('alternative', '=_part', [plain, part('html', mail.html)]) : plain;
  const { attachments } = mail;
  const body =
    attachments.length > 0 ? parts('mixed', '=_mixed', [text, ...attachments.map(attached)]) : text;
  const lines = headers.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\r\n`);
  return lines.join('') + body;
}

/** The boundary is never part of a body: there `=` is written `=3D`, and base64 has it only at its end. */
function parts(kind: 'alternative' | 'mixed', boundary: string, all: readonly string[]): string {
  const inside = all.flatMap(each => [`--${boundary}`, each]);
  const type = `Content-Type: multipart/${kind}; boundary="${boundary}"`;
  return [type, '', ...inside, `--${boundary}--`, ''].join('\r\n');
}

function attached({ name, type, bytes }: Mail['attachments'][number]): string {
  return [
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, code)}`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(base64(bytes).match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}

function code(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
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
  return [...pieces, piece]
    .map(each => `=?UTF-8?B?${base64(new TextEncoder().encode(each))}?=`)
    .join('\r\n ');
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7e]{0,60}$/.test(text) && !text.includes('=?');
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}
