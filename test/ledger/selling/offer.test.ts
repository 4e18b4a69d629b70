import { describe, expect, it } from 'vitest';
import { effectiveRate, offerOf } from '../../../src/ledger/selling/offer';
import { type Book, h, ledgerOf } from '../builders';

describe('an offer', () => {
  const offer = (hours: number, book: Book = {}) => {
    const { clients, settings } = ledgerOf(book);
    const acme = clients.get('acme');
    if (!acme) throw new Error('No Acme');
    return offerOf(h(hours), acme.terms, settings);
  };

  it('takes the largest tier of the rate card that the hours reach', () => {
    const prices = [9.99, 10, 19.99, 20, 40, 100].map(hours => offer(hours).price);
    expect(prices).toEqual([99_900, 95_000, 189_905, 180_000, 340_000, 850_000]);
    expect(offer(20).normalPrice).toBe(200_000);
  });

  it('is for the client’s rate and currency, with the card of that currency', () => {
    const clients = [{ Client: 'Acme', Currency: 'EUR', 'Normal rate': 80 }];
    expect(offer(20, { clients }).price).toBe(160_000);
    expect(offer(20, { clients, settings: { 'Rate card EUR': '20 h: 8' } }).price).toBe(144_000);
  });

  it('adds the client’s tax', () => {
    const book = { clients: [{ Client: 'Acme', 'Tax (%)': '19 %' }], settings: { 'Tax (%)': 7 } };
    expect(offer(20, book)).toMatchObject({ price: 180_000, tax: 34_200, total: 214_200 });
    expect(offer(20, { settings: { 'Tax (%)': 7 } }).tax).toBe(12_600);
  });

  it('has an effective rate, to the cent', () => {
    expect(effectiveRate(offer(20))).toBe(9000);
    expect(effectiveRate(offer(7 / 3, { settings: { 'Normal rate': 33.33 } }))).toBe(3333);
  });

  it('never pays the client', () => {
    expect(offer(20, { settings: { 'Rate card': '20 h: 500' } }).price).toBe(0);
  });
});
