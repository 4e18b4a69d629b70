import { expect, it } from 'vitest';
import { findBrowser } from '../../workbench/node/find-browser';
import { printPdf } from '../../workbench/node/print-pdf';

it.skipIf(!findBrowser())('a browser of this machine makes a PDF of a page', () => {
  const pdf = printPdf('<!doctype html><title>One</title><p>Hours left: 13.5');
  expect(Buffer.from(pdf ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
});
