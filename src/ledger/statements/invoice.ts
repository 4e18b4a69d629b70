import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Settings } from '../model/settings';
import { figure, moneyOnPaper, type Paper, words } from '../papers/paper';
import { effectiveRate } from '../selling/offer';
import { minus, plus } from '../units/amounts';
import { dateText } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { type MinorUnits, priceOf } from '../units/money';
import { hoursText } from '../units/seconds';

const invoiceNumber = /^I-(\d{1,9})$/;

export function invoiceCount(reference: string): number {
  return Number(invoiceNumber.exec(reference.trim())?.[1] || 0);
}

export function invoiceNumbered(count: number): string {
  return `I-${String(count).padStart(4, '0')}`;
}

/** The invoice of a sold block, or the receipt once it is paid; `number` is blank in a preview of a new one. */
export function invoicePaper(block: Block, client: Client, settings: Settings, number: string): Paper {
  const { paidOn, expires, date } = block;
  const kind = paidOn === undefined ? 'Invoice' : 'Receipt';
  const facts: [string, string][] = [
    ['Date', dateText(date)],
    ['Block', block.number],
    ...(paidOn === undefined ? [] : ([['Paid on', dateText(paidOn)]] as [string, string][])),
    ...(expires === undefined ? [] : ([['Usable until', dateText(expires)]] as [string, string][])),
  ];
  const total = moneyOnPaper(plus(block.price, block.tax), block.currency);
  return {
    title: `${kind} ${number}`.trim(),
    firm: settings.firmName,
    to: [client.name, client.contact].filter(line => line !== ''),
    facts,
    remarks: number ? [] : ['A preview: its number is given when it is saved, and written into Reference.'],
    headline: paidOn === undefined ? `${total} to pay` : `${total} paid`,
    tables: [itemTable(block, settings)],
    closing: closingOf(block, settings),
  };
}

function itemTable(block: Block, { taxName }: Settings): Paper['tables'][number] {
  const { kind, hours, price, tax, currency } = block;
  const money = (amount: MinorUnits) => moneyOnPaper(amount, currency);
  const what = kind === 'Purchase' ? 'Prepaid hours' : 'Hours beyond the prepaid time';
  const rate = hours > 0 ? money(effectiveRate({ hours, price })) : '';
  const sum = (label: string, amount: MinorUnits, isStrong = false) => ({
    cells: [label, '', '', money(amount)],
    isStrong,
  });
  const taxed = tax === 0 ? [] : [sum('Net', price), sum(taxName || 'Tax', tax)];
  return {
    heading: 'For',
    columns: [words('What', 0), figure('Hours', 15), figure('An hour', 20), figure('Amount', 20)],
    rows: [
      { cells: [what, hoursText(hours), rate, money(price)] },
      ...taxed,
      sum('Total', plus(price, tax), true),
    ],
  };
}

function closingOf(block: Block, { paymentLink }: Settings): readonly string[] {
  const { kind, hours, normalRate, price, currency, paidOn } = block;
  const normal = priceOf(hours, normalRate, decimal(0), currency);
  const saving = kind === 'Purchase' && normal > price ? moneyOnPaper(minus(normal, price), currency) : '';
  return [
    saving && `Prepaying saves you ${saving} against ${moneyOnPaper(normal, currency)} at the normal rate.`,
    paidOn === undefined && paymentLink ? `Pay here: ${paymentLink}` : '',
    paidOn === undefined ? '' : 'Thank you.',
  ].filter(line => line !== '');
}
