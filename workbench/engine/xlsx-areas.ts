/**
 * Merged cells and lists of an .xlsx file, read as the areas that they are.
 *
 * exceljs spells them out cell by cell: one list over a whole tab would never be read to its end.
 */
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { parseReference, type Size } from './formula-references';
import type { Area } from './spreadsheet';

const FILE_SIZE = { rows: 1_048_576, columns: 16_384 };

/** Nodes that exceljs may leave out, for they are read here. */
export const readHere = ['mergeCells', 'dataValidations'];

export interface FileValidation {
  /** As the file has them: `type`, `errorStyle`, `showErrorMessage`, `prompt` and the like. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly formula: string;
  readonly areas: readonly Area[];
}

export interface SheetAreas {
  readonly merges: readonly Area[];
  readonly validations: readonly FileValidation[];
}

/** By the name of the tab. */
export function readAreas(bytes: Uint8Array): ReadonlyMap<string, SheetAreas> {
  const files = unzipSync(bytes, {
    filter: ({ name }) =>
      /^\/?xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name),
  });
  const text = (path: string) => strFromU8(files[path] ?? files[`/${path}`] ?? new Uint8Array());
  const targets = new Map<string, string>();
  readTags(text('xl/_rels/workbook.xml.rels'), {
    Relationship: ({ Id = '', Target = '' }) => targets.set(Id, `xl/${Target.replace(/^(\s|\/xl\/)+/, '')}`),
  });
  const areas = new Map<string, SheetAreas>();
  readTags(text('xl/workbook.xml'), {
    sheet: ({ name = '', 'r:id': id = '' }) => areas.set(name, areasOf(text(targets.get(id) ?? ''))),
  });
  return areas;
}

function areasOf(xml: string): SheetAreas {
  const merges: Area[] = [];
  const validations: FileValidation[] = [];
  // Both stand behind the cells, which are most of the text.
  const after = Math.max(0, xml.lastIndexOf('</sheetData>'));
  readTags(
    xml.slice(after),
    {
      mergeCell: ({ ref = '' }) => merges.push(...areasIn(ref)),
      dataValidation: attributes =>
        validations.push({ attributes, formula: '', areas: areasIn(attributes.sqref ?? '') }),
    },
    {
      formula1(formula) {
        const last = validations.pop();
        if (last) validations.push({ ...last, formula });
      },
    },
  );
  return { merges, validations };
}

/** Such as `E4:L9 N4:U9`. */
function areasIn(references: string): Area[] {
  return references.split(/\s+/).flatMap(each => parseReference(each)?.area ?? []);
}

/** A whole column of a file has more rows than a tab: it ends where the tab does. */
export function withinTab({ row, column, rows, columns }: Area, size: Size): Area[] {
  const toEnd = row + rows > FILE_SIZE.rows ? size.rows - row + 1 : rows;
  const across = column + columns > FILE_SIZE.columns ? size.columns - column + 1 : columns;
  return toEnd > 0 && across > 0 ? [{ row, column, rows: toEnd, columns: across }] : [];
}

type Attributes = Readonly<Record<string, string>>;

/** Tells of each tag that begins, and of the text in those that end. */
function readTags(
  xml: string,
  begun: Readonly<Record<string, (attributes: Attributes) => unknown>>,
  ended: Readonly<Record<string, (text: string) => void>> = {},
): void {
  let inside = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        inside = '';
        begun[name]?.(attributes);
      },
      ontext(piece) {
        inside += piece;
      },
      onclosetag: name => ended[name]?.(inside),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** Says of cells, asked row after row, whether they are covered by the first one of a merge. */
export function coveredBy(merges: readonly Area[]): (row: number, column: number) => boolean {
  const waiting = [...merges].sort((a, b) => b.row - a.row);
  let open: Area[] = [];
  let current = 0;
  return (row, column) => {
    if (row !== current) {
      current = row;
      for (let next = waiting.at(-1); next && next.row <= row; next = waiting.at(-1)) {
        open.push(next);
        waiting.pop();
      }
      open = open.filter(each => each.row + each.rows > row);
    }
    return open.some(
      each =>
        column >= each.column &&
        column < each.column + each.columns &&
        (row > each.row || column > each.column),
    );
  };
}
