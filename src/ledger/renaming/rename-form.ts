import type { TabName } from '../model/tab-names';
import type { FieldProblem, TypedFields } from '../reading/typed-fields';

/** What a person types into *Rename client*: the client as it is called now, and its new name. */
export const renameFields = ['client', 'name'] as const;
export type RenameField = (typeof renameFields)[number];
export type TypedRename = TypedFields<RenameField>;
export type RenameProblem = FieldProblem<RenameField>;

/** The two names of one renaming, as they are written. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** What *Rename client* opens with. */
export interface RenameForm {
  readonly clients: readonly string[];
  /** The client of the row that is selected; blank where there is none. */
  readonly selected: string;
  /** A renaming that stopped half way. */
  readonly unfinished?: Renaming | undefined;
}

/** What a renaming changes. */
export interface RenamePreview extends Renaming {
  /** How many rows change in which tab; tabs in which none does are left out. */
  readonly tabs: readonly { readonly tab: TabName; readonly rows: number }[];
  /** Cells whose formulas of ours name the client in quotation marks. */
  readonly formulas: number;
  /** What stays as it is, and why; whole sentences. */
  readonly stays: readonly string[];
  /** What a person should know before; whole sentences. */
  readonly words: readonly string[];
}

/** What the page hears when it has sent the names. */
export type RenameAnswer =
  | { readonly problems: readonly RenameProblem[] }
  /** This is what it would do now; nothing was written. */
  | { readonly moved: RenamePreview }
  | { readonly done: RenamePreview };
