import type { PrintedFile } from '../../workbook/ports';

/** A file as a page of ours can offer it. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

export function downloadOf({ name, type, base64 }: PrintedFile): Download {
  return { name, type, base64: base64() };
}

/** A name that every system takes for a file, and Sheets for a tab. */
export function plainName(text: string): string {
  return text
    .replace(/[\\/?*:[\]"'<>|!\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
}
