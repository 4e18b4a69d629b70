import type { Profile } from './profile';

/** As an add-on for many sheets, whose script nobody who uses it can see. */
export const profile: Profile = {
  // Google puts it under Extensions, by the name in the shop's listing.
  rootMenu: ui => ui.createAddonMenu(),
  allowAgain:
    'In Extensions > Add-ons > Manage add-ons remove Block Ledger, install it again and allow all of what it asks. Nothing in the workbook is lost.',
};
