import type { MovementWords } from '../movement-words';

export const englishMovements: MovementWords = {
  terms: {
    opening: 'Opening balance',
    added: 'Added',
    charged: 'Charged for work',
    toInvoice: 'Of this to be invoiced',
    removed: 'Taken out',
    uncovered: 'Taken out beyond what was left',
    expired: 'Expired unused',
    invoiced: 'Overage invoiced',
    closing: 'Closing balance',
  },
  came: {
    Purchase: 'Prepaid hours bought',
    Opening: 'Prepaid hours brought forward',
    Goodwill: 'Prepaid hours free of charge',
    Correction: 'Prepaid hours added as a correction',
    Refund: 'Prepaid hours given back',
    Transfer: 'Prepaid hours moved here',
    'Overage invoice': 'Prepaid hours invoiced',
    'Write-off': 'Prepaid hours taken back',
  },
  taken: {
    Purchase: 'Hours taken out',
    Opening: 'Hours used before this account began',
    Correction: 'Hours taken out as a correction',
    Refund: 'Hours refunded',
    Transfer: 'Hours moved away',
    'Write-off': 'Hours taken back, for they were not paid',
  },
  expired: 'Hours expired unused',
  invoiced: 'Hours beyond the prepaid time invoiced',
  work: 'Work',
};
