/** *Payment link* is a template: each size of an offer leads to a payment of its own. */
import { foldName } from '../units/names';
import { encodedPart, isWebAddress } from '../units/web-address';

const linkPlaceholders = ['offer total', 'offer hours', 'currency', 'block', 'client'] as const;

/** Sum and hours as plain figures, such as `2142.00` and `20`. */
export type PaymentFor = Readonly<Record<(typeof linkPlaceholders)[number], string>>;

const blank = /\{\{([^{}]*)\}\}/g;

/** Why a payment link cannot be used, and how to mend it; nothing where it can. */
export function linkProblem(template: string): string | undefined {
  const known = linkPlaceholders.map(name => `{{${name}}}`).join(', ');
  for (const whole of template.match(blank) ?? [])
    if (!nameOf(whole.slice(2, -2)))
      return `${whole.slice(0, 40)} in the payment link is no placeholder. There are ${known}.`;
  if (/\{\{|\}\}/.test(template.replace(blank, '')))
    return 'The payment link has a {{ without its }}. Type both braces on both sides.';
  return undefined;
}

/** The link for one payment; what was filled in is percent-encoded where it is an address of the web. */
export function paymentLink(template: string, payment: PaymentFor): string {
  // Of an address as it will be: braces are no part of one.
  const encode = isWebAddress(template.replace(blank, 'x')) ? encodedPart : String;
  return template.replace(blank, (_, name: string) => {
    const known = nameOf(name);
    return known ? encode(payment[known]) : '';
  });
}

function nameOf(typed: string) {
  const folded = foldName(typed);
  return linkPlaceholders.find(name => name === folded);
}
