import { describe, expect, it } from 'vitest';
import { linkProblem, paymentLink } from '../../../src/ledger/words/payment-link';

const payment = {
  'offer total': '1800.00',
  'offer hours': '7.5',
  currency: 'USD',
  block: 'B-0001',
  client: 'Müller & Söhne / "x"',
};

describe('a payment link', () => {
  it('encodes what it fills in where it is an address of the web', () => {
    const link = paymentLink('https://pay.example/{{client}}?a={{offer total}}', payment);
    expect(link).toBe('https://pay.example/M%C3%BCller%20%26%20S%C3%B6hne%20%2F%20%22x%22?a=1800.00');
  });

  it('leaves a text as it is', () => {
    expect(paymentLink('Bank 1, for {{client}}', payment)).toBe('Bank 1, for Müller & Söhne / "x"');
    expect(paymentLink('javascript:{{client}}', payment)).toContain('Müller');
  });

  it.each(['', 'https://a.example', '{{ Offer   Total }}{{block}}'])('can be %j', text => {
    expect(linkProblem(text)).toBeUndefined();
  });

  it.each([
    ['https://a.example/{{offer totl}}', '{{offer totl}} in the payment link is no placeholder.'],
    ['{{}}', '{{}} in the payment link is no placeholder.'],
    ['{{constructor}}', '{{constructor}} in the payment link is no placeholder.'],
    ['https://a.example/{{block', 'The payment link has a {{ without its }}.'],
    ['block}}', 'The payment link has a {{ without its }}.'],
  ])('%j is told', (text, problem) => {
    expect(linkProblem(text)).toContain(problem);
  });
});
