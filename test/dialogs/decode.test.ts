import { describe, expect, it } from 'vitest';
import { decode, tellingTexts } from '../../src/dialogs/decode';
import { readTable } from '../../src/dialogs/read-table';

const text = 'Date;Client;Hours\n2026-01-05;Müller €;1,5\n';
const utf16 = (letters: string, little: boolean) =>
  Uint8Array.from(
    [...letters].flatMap(letter => {
      const code = letter.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const utf8 = (letters: string) => new TextEncoder().encode(letters);
/** Windows' own letters: only the euro sign differs from Latin-1 here. */
const windows = (letters: string) =>
  Uint8Array.from([...letters].map(letter => (letter === '€' ? 0x80 : letter.charCodeAt(0))));

describe('bytes become one text', () => {
  it.each<[string, Uint8Array, boolean]>([
    ['UTF-8', utf8(text), false],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), false],
    ['UTF-8 whose mark was once misread', utf8(`ï»¿${text}`), false],
    ['UTF-16 with a mark', utf16(`\ufeff${text}`, true), false],
    ['UTF-16, big end first, with a mark', utf16(`\ufeff${text}`, false), false],
    ['UTF-16 without a mark', utf16(text, true), false],
    ['UTF-16, big end first, without a mark', utf16(text, false), false],
    ['windows-1252', windows(text), true],
  ])('of %s', (_, bytes, isGuessed) => {
    expect(decode(bytes)).toEqual({ text, isGuessed });
  });

  it('by the encoding that a person chooses where the file does not tell its own', () => {
    const polish = Uint8Array.from([0xa3, 0xf3, 0x64, 0x9f]);
    expect(decode(polish, 'windows-1250').text).toBe('Łódź');
    expect(decode(utf8('Łódź'), 'windows-1250').text).toBe('Łódź');
    expect(decode(Uint8Array.from([0x93, 0xfa]), 'shift_jis').text).toBe('日');
  });

  it('or are refused where they are none', () => {
    expect(decode(Uint8Array.from([65, 0, 66, 66, 66, 66, 66, 66])).problem).toContain('zero bytes');
    expect(decode(utf8('PK\u0003\u0004 backup')).problem).toContain('.zip');
  });

  it('shows the first cells by which a person sees whether it was read right', () => {
    expect(tellingTexts(readTable(text).rows.map(({ cells }) => cells))).toEqual(['Müller €']);
  });
});
