/**
 * Lets formulas call the add-on's functions the way Sheets does: which arguments they get, what becomes of their
 * results and errors, and that they are called again only when an argument has changed.
 */

import type { Nullable } from '@univerjs/core';
import type {
  BaseFunction,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from '@univerjs/preset-sheets-node-core';
import { DATE, DATE_TIME, isTemporal } from './number-format';
import { messageOf, ResultMemo } from './result-memo';
import type { CustomFunction, ErrorValue } from './spreadsheet';
import type { Cell, UniverParts } from './univer';

/** Tells of an error in the cell whose formula `caller` is working out. */
export type NoteError = (caller: BaseFunction, error: ErrorValue) => void;

/**
 * How far a whole column such as `Time!A:A` reaches when a function is handed it. To the end of the grid is what
 * reports from users say; to the last used row is the other answer, for Google's documentation has none.
 */
export type WholeColumns = 'grid' | 'used';

export class CustomFunctions {
  readonly #parts: UniverParts;
  readonly #noteError: NoteError;
  readonly #wholeColumns: WholeColumns;
  readonly memo = new ResultMemo();

  constructor(parts: UniverParts, noteError: NoteError, wholeColumns: WholeColumns) {
    this.#parts = parts;
    this.#noteError = noteError;
    this.#wholeColumns = wholeColumns;
  }

  executor(name: string, implementation: CustomFunction): BaseFunction {
    const { BaseFunction, ErrorValueObject, ErrorType } = this.#parts.sheets;
    const call = (caller: BaseFunction, variants: FunctionVariantType[]) => {
      // A name that does not exist is an error of the formula: Sheets does not call the function then.
      if (
        variants.some(variant => !variant.isReferenceObject() && isUnknownName(variant as BaseValueObject))
      ) {
        return ErrorValueObject.create(ErrorType.NAME);
      }
      // An error that left this function would end the process.
      try {
        const args = variants.map(variant => this.#argument(variant));
        return this.#resultValue(this.memo.answer(name, args, () => implementation(args)));
      } catch (error) {
        this.#noteError(caller, { error: ErrorType.ERROR, message: messageOf(error) });
        return ErrorValueObject.create(ErrorType.ERROR);
      }
    };
    return new (class extends BaseFunction {
      override needsReferenceObject = true;
      /** A text in quotation marks stays the text that it is, though it looks like a number or a day. */
      override isArgumentsIgnoreNumberPattern(): boolean {
        return true;
      }

      override calculate(...variants: BaseValueObject[]) {
        return call(this, variants);
      }
    })(name);
  }

  #argument(variant: FunctionVariantType): unknown {
    if (variant.isReferenceObject()) return this.#referredTo(variant as BaseReferenceObject);
    const value = variant as BaseValueObject;
    if (!value.isArray()) return plain(value);
    const rows: unknown[][] = [];
    const array = value as InstanceType<UniverParts['sheets']['ArrayValueObject']>;
    array.iterator((each, row, column) => {
      rows[row] ??= [];
      (rows[row] as unknown[])[column] = each ? plain(each) : '';
    });
    return unwrapped(rows);
  }

  /**
   * Reads the cells of a reference straight from Univer's tables: its own way, an object for each cell, takes seconds
   * for a ledger of 20,000 rows.
   */
  #referredTo(reference: BaseReferenceObject): unknown {
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    const cells = reference.getCurrentActiveSheetData()?.cellData;
    if (!cells || startRow < 0 || startColumn < 0) return '#REF!';
    const computed = reference.getCurrentRuntimeSheetData();
    const spilledNow = reference.getCurrentRuntimeActiveArrayFormulaCellData();
    const spilled = reference.getCurrentActiveArrayFormulaCellData();
    const isWholeColumn = reference.isColumn();
    const tables = isWholeColumn ? [cells, computed, spilledNow, spilled] : [];
    const lastUsed = Math.max(startRow, ...tables.map(table => (table?.getLength() ?? 0) - 1));
    const lastRow = isWholeColumn ? Math.min(endRow, lastUsed) : endRow;

    const rows: unknown[][] = [];
    for (let row = startRow; row <= lastRow; row++) {
      const values: unknown[] = [];
      for (let column = startColumn; column <= endColumn; column++) {
        const own = cells.getValue(row, column);
        let cell: Nullable<Cell> =
          computed?.getValue(row, column) ?? spilledNow?.getValue(row, column) ?? undefined;
        if (!cell) cell = spilled?.getValue(row, column) ? reference.getCellData(row, column) : own;
        values.push(cell ? this.#cellValue(cell, own) : '');
      }
      rows.push(values);
    }
    if (!isWholeColumn) return unwrapped(rows);
    if (this.#wholeColumns === 'used')
      while (rows.length > 1 && rows.at(-1)?.every(value => value === '')) rows.pop();
    else {
      const blank: unknown[] = Array(endColumn - startColumn + 1).fill('');
      for (let row = lastRow + 1; row <= endRow; row++) rows.push(blank);
    }
    return unwrapped(rows);
  }

  #cellValue(cell: Cell, own: Nullable<Cell>): unknown {
    const { v, t } = cell;
    if (v === null || v === undefined) return '';
    if (t === 3) return v === 1 || v === true || v === 'TRUE';
    if (typeof v === 'number' && isTemporal(this.#format(own) || this.#format(cell))) return { serial: v };
    return v === '#SPILL!' ? '#REF!' : v;
  }

  #format(cell: Nullable<Cell>): string {
    if (!cell?.s) return '';
    return this.#parts.book.getStyles().getStyleByCell(cell)?.n?.pattern ?? '';
  }

  #resultValue(result: unknown) {
    if (!Array.isArray(result)) return this.#scalar(result);
    // A flat array goes down the column, as in Sheets.
    const rows = result.map(row => (Array.isArray(row) ? row : [row]));
    const columnCount = Math.max(0, ...rows.map(row => row.length));
    if (columnCount === 0) return this.#scalar('');
    const calculateValueList = rows.map(row =>
      Array.from({ length: columnCount }, (_, i) => this.#scalar(row[i])),
    );
    const place = { unitId: '', sheetId: '', row: -1, column: -1 };
    return this.#parts.sheets.ArrayValueObject.create({
      calculateValueList,
      rowCount: rows.length,
      columnCount,
      ...place,
    });
  }

  #scalar(value: unknown): BaseValueObject {
    const { NumberValueObject, BooleanValueObject, StringValueObject, ErrorValueObject, ErrorType } =
      this.#parts.sheets;
    if (value === null || value === undefined) return StringValueObject.create('');
    if (typeof value === 'boolean') return BooleanValueObject.create(value);
    if (typeof value === 'number') {
      return Number.isFinite(value)
        ? NumberValueObject.create(value)
        : ErrorValueObject.create(ErrorType.NUM);
    }
    if (typeof value === 'object' && 'serial' in value) {
      const serial = Number(value.serial);
      return NumberValueObject.create(serial, Number.isInteger(serial) ? DATE : DATE_TIME);
    }
    return StringValueObject.create(String(value));
  }
}

function isUnknownName(value: BaseValueObject): boolean {
  return value.isError() && value.getValue() === '#NAME?';
}

function plain(value: BaseValueObject): unknown {
  if (value.isNull()) return '';
  const raw = value.getValue();
  if (value.isBoolean()) return Boolean(raw);
  return typeof raw === 'number' && isTemporal(value.getPattern()) ? { serial: raw } : raw;
}

/** A single cell arrives as its value, not as an array. */
function unwrapped(rows: unknown[][]): unknown {
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}
