/**
 * What people put on a tab that stands in the way of scripts: protections, a table with typed columns, or no grid at all.
 */
import { remains, type Shift, shiftedArea } from './areas';
import type { Area } from './spreadsheet';

/** As Google's `SheetType` names them: a chart on a tab of its own, or a connected sheet, has no cells of its own. */
export type TabKind = 'GRID' | 'OBJECT' | 'DATASOURCE';

export interface Protection {
  /** `null` protects the whole tab. */
  area: Area | null;
  /** Cells of a protected tab that everybody may edit all the same. */
  unprotected: readonly Area[];
  description: string;
  /** Asks people before they edit, and never stops a script. */
  isWarningOnly: boolean;
  /** Addresses of those who may edit, beside the owner. */
  editors: readonly string[];
}

/** *Convert to table*: below its headers each column has a type. */
export interface Table {
  readonly body: Area;
  /** Whether number formats are refused there as lists are; nobody knows. */
  readonly refusesFormats: boolean;
}

/** As plain values; nothing where nothing limits the tab. */
export interface KeptLimits {
  readonly kind: TabKind;
  readonly protections: readonly Protection[];
  readonly table: Table | null;
}

export class TabLimits {
  kind: TabKind = 'GRID';
  table: Table | null = null;
  protections: readonly Protection[] = [];

  /** Hands back the very object that is kept, which may be changed. */
  protect(protection: Protection): Protection {
    this.protections = [...this.protections, protection];
    return protection;
  }

  unprotect(protection: Protection): void {
    this.protections = this.protections.filter(each => each !== protection);
  }

  shift(shift: Shift): void {
    const moved = (areas: readonly Area[]) => areas.flatMap(area => shiftedArea(area, shift) ?? []);
    this.protections = this.protections.filter(protection => {
      const [area] = protection.area ? moved([protection.area]) : [null];
      if (area === undefined) return false;
      protection.area = area;
      protection.unprotected = moved(protection.unprotected);
      return true;
    });
    const [body] = this.table ? moved([this.table.body]) : [];
    this.table = this.table && body ? { ...this.table, body } : null;
  }

  get kept(): KeptLimits | undefined {
    const { kind, protections, table } = this;
    if (kind === 'GRID' && protections.length === 0 && !table) return undefined;
    return { kind, table, protections: protections.map(each => ({ ...each })) };
  }

  restore({ kind, protections, table }: KeptLimits): void {
    this.kind = kind;
    this.table = table;
    this.protections = protections.map(each => ({ ...each }));
  }
}

/** Whether some of the cells lie outside all of the areas. */
export function reachesOutside(cells: Area, areas: readonly Area[]): boolean {
  return areas.reduce((left, area) => left.flatMap(each => remains(each, area)), [cells]).length > 0;
}
