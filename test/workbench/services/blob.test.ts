/** Files: bytes, names, and pages that become PDFs where something prints. */

import { describe, expect, it } from 'vitest';
import { bare, openSmall } from './small-bundle';

describe('a blob', () => {
  it('is text with a type and a name, and gives its bytes as Java does', async () => {
    const workbook = await openSmall();
    const script = `
      const blob = Utilities.newBlob('Hä', 'text/plain', 'a.txt').setName('b.txt');
      return [blob.getName(), blob.getContentType(), blob.getDataAsString(), blob.getBytes()];`;
    expect(await bare(workbook, script)).toEqual(['b.txt', 'text/plain', 'Hä', [72, -61, -92]]);
    expect(await bare(workbook, "return Utilities.newBlob('x').getContentType();")).toBe('text/plain');
  });

  it('becomes a PDF through what prints on this machine, under the same name', async () => {
    const workbook = await openSmall();
    workbook.world.printPdf = html => new TextEncoder().encode(`%PDF of ${html}`);
    const script = `
      const pdf = Utilities.newBlob('<p>', 'text/html', 'Acme Inc. 2026.html').getAs('application/pdf');
      return [pdf.getName(), pdf.getContentType(), pdf.getDataAsString()];`;
    expect(await bare(workbook, script)).toEqual(['Acme Inc. 2026.pdf', 'application/pdf', '%PDF of <p>']);
    expect(workbook.log).toEqual([]);
  });

  it('stays a page where nothing prints, and the log says so', async () => {
    const workbook = await openSmall();
    const script = `
      const pdf = Utilities.newBlob('<p>', 'text/html', 'a.html').getAs('application/pdf');
      return [pdf.getName(), pdf.getContentType(), pdf.getDataAsString()];`;
    expect(await bare(workbook, script)).toEqual(['a.html', 'text/html', '<p>']);
    expect(workbook.log).toMatchObject([
      { level: 'warn', text: expect.stringContaining('a.html stays HTML') },
    ]);
  });

  it('becomes nothing else', async () => {
    const workbook = await openSmall();
    await expect(bare(workbook, "Utilities.newBlob('x', 'text/html').getAs('image/png');")).rejects.toThrow(
      'Not emulated: Blob.getAs from text/html to image/png',
    );
    await expect(bare(workbook, 'Utilities.newBlob(1);')).rejects.toThrow(
      "The parameters (number) don't match the method signature for Utilities.newBlob.",
    );
  });
});

it('base64 takes bytes and text', async () => {
  const workbook = await openSmall();
  const encode = (given: string) => bare(workbook, `return Utilities.base64Encode(${given});`);
  expect(await encode('[72, -61, -92]')).toBe('SMOk');
  expect(await encode("'Hä'")).toBe('SMOk');
  const long = await encode("Utilities.newBlob('x'.repeat(100000)).getBytes()");
  expect(Buffer.from(String(long), 'base64').toString()).toBe('x'.repeat(100_000));
});
