/** `1 entry`, `1,204 entries`: the number in the viewer's language with the right word. */
export function countOf(count: number, one: string, many: string, locale: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}
