/** Never in the middle of a letter that takes two places, such as an emoji. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${Array.from(text.slice(0, length)).slice(0, -1).join('')}…`;
}
