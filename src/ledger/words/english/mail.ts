import type { MailWords } from '../mail-words';
import { englishCare } from './care';

export const englishMail: MailWords = {
  usual: {
    Greeting: 'Hello {{contact}},',
    Offer: 'So that we can go on without a break, here is our offer:',
    'How to renew':
      'To say yes, just answer this mail with “yes”, or name another size.{{#payment link}} You can also renew online:{{/payment link}}',
    Closing: 'Kind regards\n{{sender}}',
  },
  kinds: {
    low: {
      Subject: '{{client}} has {{hours left}} left of {{hours bought}} prepaid',
      Opening: '{{client}} has {{hours left}} left of {{hours bought}} prepaid.',
    },
    'used up': {
      Subject:
        'The prepaid time of {{client}} is used up{{#hours over}}, {{hours over}} more than was prepaid{{/hours over}}',
      Opening:
        'The prepaid time of {{client}} is used up{{#hours over}}, {{hours over}} more than was prepaid{{/hours over}}.',
    },
    expired: {
      Subject:
        'The prepaid time of {{client}} has ended{{#hours expired}}; {{hours expired}} expired unused{{/hours expired}}',
      Opening:
        'The prepaid time of {{client}} has ended{{#hours expired}}; {{hours expired}} expired unused{{/hours expired}}{{#hours over}}, {{hours over}} more than was prepaid{{/hours over}}.',
    },
    expiring: {
      Subject: '{{client}}: {{hours ending}} of prepaid time end on {{ends on}}',
      Opening: 'Prepaid time of {{client}} ends soon: {{hours ending}} can be used until {{ends on}}.',
    },
    reminder: {
      Subject: 'Reminder: prepaid time of {{client}}, {{hours left}} left',
      Opening:
        '{{#first notice}}On {{first notice}} we wrote to you about the prepaid time of {{client}}. {{/first notice}}The balance is {{hours left}} now. We would be glad to hear whether you would like to go on.',
    },
    'thank you': {
      Subject: 'Thank you: {{hours bought}} of prepaid time for {{client}}',
      Opening:
        'Thank you for renewing. {{hours bought}} were added for {{client}}; the balance is {{hours left}} now.',
    },
    unpaid: {
      Subject: 'Payment reminder: {{amount due}} of {{client}}',
      Opening:
        '{{#first notice}}On {{first notice}} we wrote to you about this already. {{/first notice}}Perhaps it has slipped through: {{amount due}} for the prepaid time of {{client}} were due on {{due on}}. If you have paid in the meantime, please take no notice of this mail.',
    },
    statement: {
      Subject: 'Prepaid time of {{client}}: statement for {{period}}',
      Opening:
        'Attached is the account of your prepaid time for {{period}}. Today the balance is {{hours left}}.',
    },
  },
  colon: ': ',
  leftOf: bought => `left of ${bought}`,
  overOf: bought => `over the ${bought} prepaid`,
  leftInAll: 'left in all',
  usedOf: (used, bought) => `${used} of ${bought} used`,
  worth: 'Worth',
  saved: 'Saved so far',
  runsOut: 'Runs out',
  orderBy: 'Order by',
  notYetUsable: 'Sold, not usable yet',
  beyond: 'Beyond the prepaid time',
  expiredUnused: 'Expired unused',
  endsOn: date => `Ends on ${date}`,
  andMore: count => `and ${count} more`,
  lately: 'Lately',
  otherSizes: 'Other sizes',
  about: date => `about ${date}`,
  between: (first, last) => `between ${first} and ${last}`,
  waits: hours => `${hours}, taken from the next block first`,
  invoiced: hours => `${hours}, to be invoiced`,
  another: hours => `Another ${hours}`,
  instead: price => `instead of ${price}`,
  taxed: (tax, name, total) => `plus ${tax} ${name}, ${total} in all`,
  lasts: time => `lasts about ${time}`,
  weeks: count => (count === 1 ? '1 week' : `${count} weeks`),
  months: count => (count === 1 ? '1 month' : `${count} months`),
  renew: hours => `Renew ${hours}`,
  toPay: 'to pay',
  dueOn: date => `Due on ${date}`,
  sayYes: hours => `Yes, ${hours} please`,
  yesSubject: (hours, client, block) => `Yes: ${hours} for ${client} (${block})`,
  yesBody: (hours, price) => `Yes, we would like another ${hours} for ${price}.`,
  inAll: (price, total) => `${price} (${total} in all)`,
  pay: 'Pay online',
  planWork: 'Shall we plan the work that would lapse? Just answer this mail and name the days that suit you.',
  work: 'Work',
  careSince: date => `Care since ${date}`,
  care: englishCare,
  page: {
    link: 'Your page, at any time',
    title: client => `Prepaid time for ${client}`,
    period: 'This month so far',
    opening: 'At the beginning',
    added: 'Added',
    charged: 'Charged for work',
    other: 'Other changes',
    closing: 'Left now',
    asOf: date => `As of ${date}`,
    today: 'today',
    hoursOn: (hours, date) => `${hours} left on ${date}.`,
    came: (hours, date) => `${hours} came on ${date}.`,
    press: hours => `Yes, renew ${hours}`,
    thanks: 'Thank you. We have noted your yes and will confirm it.',
    answered: date => `You said yes on ${date}. We will confirm it.`,
    again: 'That did not work. Please load the page again, or answer our mail.',
  },
};
