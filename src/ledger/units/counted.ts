/** `1 client`, `2 clients`; `many` is what more than one are called where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
