/**
 * Names a list of arguments by what is in them, so that a function is called again only for other values.
 */

/** 64 bits of everything in `value`; equal values have equal digests. */
export function digest(value: unknown): string {
  let one = 0x9e3779b9;
  let two = 0x85ebca6b;
  const add = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x5bd1e995) ^ (two >>> 15);
    }
  };
  const visit = (part: unknown) => {
    if (Array.isArray(part)) {
      const [first] = part;
      add(`[${part.length}${Array.isArray(first) ? `x${first.length}` : ''} `);
      // The blanks below the last value are said by the size: a whole column has hundreds of them.
      for (let index = 0, end = lastFilled(part); index <= end; index++) visit(part[index]);
    } else if (typeof part === 'string') {
      add(`s${part.length} `);
      add(part);
    } else if (typeof part === 'object' && part !== null && 'serial' in part) {
      add(`d${part.serial} `);
    } else {
      add(`${typeof part}${part} `);
    }
  };
  visit(value);
  return `${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`;
}

function lastFilled(values: readonly unknown[]): number {
  let last = values.length - 1;
  while (last >= 0 && isBlank(values[last])) last--;
  return last;
}

/** A blank cell, or a row of them. */
function isBlank(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.every(each => each === ''));
}
