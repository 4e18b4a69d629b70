import { readHours } from '../../ledger/reading/hours';
import { offerOf, type PriceTerms } from '../../ledger/selling/offer';
import { type Cell, isBlank, isProblem } from '../../ledger/sheet/cell';
import { decimal } from '../../ledger/units/decimal';
import { amountNumber, isCountable } from '../../ledger/units/money';
import { foldName } from '../../ledger/units/names';
import type { Figures } from '../../workbook/figure-store';
import type { CellFunction } from './cell-functions';
import { forEachCell, lookUp, nameArgument, splitStamp, unknownClient } from './look-up-figures';

/** The price of a new block from the rate card, for a client or, without one, for anybody; net as all prices. */
export const blockQuote: CellFunction = (deps, given) => {
  const { toCell } = deps.book;
  const { values, stamp } = splitStamp(given);
  const [hours, client] = values;
  if ([hours].flat(2).every(cell => isBlank(toCell(cell)))) return forEachCell(hours, () => '');
  const name = nameArgument(toCell([client].flat(2)[0]));
  const figures = lookUp(deps, stamp, {}, name === '' ? [] : [foldName(name)]);
  const terms = termsFor(name, figures);
  const rateCards = new Map(figures.firm.rateCards);
  return forEachCell(hours, cell => priceFor(toCell(cell), terms, { rateCards }));
};

/** No cell shows the tax of a price, so it is none of the figures. */
function termsFor(name: string, { firm, clients }: Figures): PriceTerms {
  const found = name === '' ? firm : clients.get(foldName(name));
  if (!found) throw unknownClient(name, clients.values());
  if ('brokenTerms' in found && found.brokenTerms) throw new Error(found.brokenTerms);
  return { normalRate: found.normalRate, currency: found.currency, tax: decimal(0) };
}

function priceFor(cell: Cell, terms: PriceTerms, rates: Parameters<typeof offerOf>[2]): number | '' {
  const hours = readHours('Hours', cell);
  if (hours === undefined) return '';
  if (isProblem(hours)) throw new Error(hours.problem);
  if (hours <= 0) throw new Error('Hours must be above zero, such as 20.');
  const { price, normalPrice } = offerOf(hours, terms, rates);
  if (!isCountable(normalPrice)) throw new Error('The price is too large to be counted. Correct the hours.');
  return amountNumber(price, terms.currency);
}
