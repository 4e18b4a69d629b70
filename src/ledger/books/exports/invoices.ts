import { type AccountBook, accountOf } from '../../model/accounts';
import type { Block } from '../../model/block';
import type { Client } from '../../model/client';
import type { Settings } from '../../model/settings';
import { isBilled } from '../../rules/receivables';

import { plus } from '../../units/amounts';
import { addDays, type CalendarDate, isoDate } from '../../units/calendar-date';
import { decimal } from '../../units/decimal';
import { amountNumber, hourlyPrice, plainAmount, priceOf } from '../../units/money';
import { firstDay, lastDay, type Month } from '../../units/month';
import { hoursOf, hoursText } from '../../units/seconds';
import { type CsvFile, csvText, textCell } from './csv';

type InvoiceSettings = AccountBook &
  Pick<Settings, 'xeroTaxRate' | 'salesTaxRate' | 'paymentTerms' | 'today'>;

/** A sale as the firm's accounting takes it. */
export interface SalesInvoice {
  readonly number: string;
  readonly block: Block;
  readonly client: Client;
  readonly due: CalendarDate;
}

/** Longer ones are refused by QuickBooks. */
const longestNumber = 21;

/** What was sold on account in a month; the firm's own number is that in Reference. */
export function salesInvoices(
  month: Month,
  blocks: readonly Block[],
  clients: ReadonlyMap<string, Client>,
  { paymentTerms, today }: InvoiceSettings,
): SalesInvoice[] {
  const [from, to] = [firstDay(month), lastDay(month)];
  return blocks.flatMap(block => {
    const { date, number, reference, clientKey } = block;
    const client = clients.get(clientKey);
    const isIn = date >= from && date <= to && date <= today;
    if (!client || !isIn || !isBilled(block) || block.price < 0) return [];
    const own = reference !== '' && reference.length <= longestNumber ? reference : number;
    return [{ number: own, block, client, due: addDays(date, paymentTerms) }];
  });
}

/** Hours and rate where their product is the price to the cent; otherwise one piece at the price. */
function piecesOf({
  hours,
  price,
  currency,
  kind,
}: Block): readonly [quantity: string, rate: string, what: string] {
  const what = kind === 'Purchase' ? 'Prepaid hours' : 'Hours beyond the prepaid time';
  const rate = hourlyPrice(price, hours);
  const again = priceOf(hours, decimal(amountNumber(rate, currency)), decimal(0), currency);
  const quantity = hoursOf(hours);
  const isPlain = again === price && Number(quantity.toFixed(4)) === quantity;
  if (isPlain) return [String(quantity), plainAmount(rate, currency), what];
  return ['1', plainAmount(price, currency), `${what}, ${hoursText(hours)}`];
}

/** As many invoices as one import takes. */
const mostAtOnce = { quickbooks: 100, xero: 500 };

/** By its header; a column without a cell stays blank. */
type Row = Readonly<Record<string, string>>;

const quickBooksColumns =
  '*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Location,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,*ItemTaxCode,ItemTaxAmount,Currency,Service Date';

/**
 * For *Import data → Invoices* of QuickBooks Online: customers and products by name, month/day/year.
 *
 * `TAX` and `NON` are the codes of a company in the United States; elsewhere the setting *Sales tax rate* names one.
 */
export function quickBooksInvoices(
  month: Month,
  invoices: readonly SalesInvoice[],
  settings: InvoiceSettings,
): CsvFile[] {
  const day = (date: CalendarDate) => isoDate(date).replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');
  const rows = invoices.map(({ number, client, block, due }): Row => {
    const { date, price, tax, currency } = block;
    const [quantity, rate, what] = piecesOf(block);
    return {
      '*InvoiceNo': textCell(number),
      '*Customer': textCell(client.name),
      '*InvoiceDate': day(date),
      '*DueDate': day(due),
      Memo: textCell(`Block ${block.number}`),
      'Item(Product/Service)': textCell(revenueOf(block, settings).name),
      ItemDescription: textCell(what),
      ItemQuantity: quantity,
      ItemRate: rate,
      '*ItemAmount': plainAmount(price, currency),
      '*ItemTaxCode': textCell(tax === 0 ? 'NON' : settings.salesTaxRate || 'TAX'),
      ItemTaxAmount: plainAmount(tax, currency),
      Currency: currency,
    };
  });
  return filesOf(`quickbooks-invoices-${month}`, quickBooksColumns, rows, mostAtOnce.quickbooks);
}

/** The columns of Xero's template for sales invoices. */
const xeroColumns =
  '*ContactName,EmailAddress,POAddressLine1,POAddressLine2,POAddressLine3,POAddressLine4,POCity,PORegion,POPostalCode,POCountry,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,InventoryItemCode,*Description,*Quantity,*UnitAmount,Discount,*AccountCode,*TaxType,TaxAmount,TrackingName1,TrackingOption1,TrackingName2,TrackingOption2,Currency,BrandingTheme';

/** For *Invoices → Import* of Xero, prices without tax: accounts by code, tax rates by name, day/month/year. */
export function xeroInvoices(
  month: Month,
  invoices: readonly SalesInvoice[],
  settings: InvoiceSettings,
): CsvFile[] {
  const day = (date: CalendarDate) => isoDate(date).split('-').reverse().join('/');
  const rows = invoices.map(({ number, client, block, due }): Row => {
    const { date, price, tax, currency } = block;
    const [quantity, rate, what] = piecesOf(block);
    const [address = ''] = client.email.split(',');
    return {
      '*ContactName': textCell(client.name),
      EmailAddress: textCell(address.trim()),
      '*InvoiceNumber': textCell(number),
      Reference: textCell(block.number),
      '*InvoiceDate': day(date),
      '*DueDate': day(due),
      Total: plainAmount(plus(price, tax), currency),
      '*Description': textCell(what),
      '*Quantity': quantity,
      '*UnitAmount': rate,
      '*AccountCode': textCell(revenueOf(block, settings).code),
      '*TaxType': textCell(tax === 0 ? settings.xeroTaxRate : settings.salesTaxRate),
      TaxAmount: plainAmount(tax, currency),
      Currency: currency,
    };
  });
  return filesOf(`xero-invoices-${month}`, xeroColumns, rows, mostAtOnce.xero);
}

/** Where the journal of a firm with *Cash side* = none takes it from. */
function revenueOf({ kind, currency }: Block, settings: InvoiceSettings) {
  return accountOf(settings, kind === 'Purchase' ? 'service' : 'overage', currency);
}

function filesOf(name: string, header: string, rows: readonly Row[], most: number): CsvFile[] {
  const columns = header.split(',');
  const cells = rows.map(row => columns.map(column => row[column] ?? ''));
  const parts = Math.ceil(rows.length / most);
  return Array.from({ length: parts }, (_, part) => ({
    name: `${name}${parts > 1 ? `-${part + 1}` : ''}.csv`,
    text: csvText([columns, ...cells.slice(part * most, (part + 1) * most)]),
  }));
}
