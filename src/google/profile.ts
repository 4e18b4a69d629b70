/** How Google holds the script: here bound to one sheet, whose owner may open it. The build for add-ons takes the other. */
export interface Profile {
  /** The add-on's menu, still empty. */
  readonly rootMenu: (ui: GoogleAppsScript.Base.Ui) => GoogleAppsScript.Base.Menu;
  /** How a person lets Google ask for permission anew. */
  readonly allowAgain: string;
}

export const profile: Profile = {
  rootMenu: ui => ui.createMenu('Block Ledger'),
  allowAgain: 'In Extensions > Apps Script run any function and allow all, then try again.',
};
