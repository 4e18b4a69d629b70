import type { ClauseTexts } from '../clause';

export const englishClauses: ClauseTexts = {
  'single point of contact': {
    heading: 'Single point of contact',
    text: '{{#contact}}The client’s contact for all work under this agreement is: {{contact}}.{{/contact}}{{^contact}}The client names one person as its contact for all work under this agreement.{{/contact}} The provider acts on requests that come from the contact, or from someone whom the contact has named in writing. Requests from anyone else are passed on to the contact before work begins, unless waiting would do harm.\nThe client may name another contact in writing at any time.',
  },
  'software licensing': {
    heading: 'Software licensing',
    text: 'The client obtains and keeps a valid licence for all software that it uses, and shows it when asked. The provider installs, copies or sets up no software for which there is no valid licence.\nLicences are bought in the client’s name, and their cost is not part of the price above. If the provider comes upon software without a licence, it tells the client, so that this can be put right.',
  },
  confidentiality: {
    heading: 'Confidentiality',
    text: 'Both parties keep confidential what they learn through this work about each other’s business, systems, access data and people. They use it for this work only, and share it only with those who need it for that and are bound in the same way, or where the law demands it. What is public, or was known before, is not covered.\nBoth keep the other’s data safe, and return or delete it when it is no longer needed. This clause stays in force after the agreement has ended.',
  },
};
