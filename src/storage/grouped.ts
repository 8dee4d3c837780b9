/** Items by what they have in common, in their order; those for which that is undefined are left out. */
export function groupedBy<Item, Common>(
  items: readonly Item[],
  commonOf: (item: Item) => Common | undefined,
): Map<Common, Item[]> {
  const groups = new Map<Common, Item[]>();
  for (const item of items) {
    const common = commonOf(item);
    if (common === undefined) continue;
    const group = groups.get(common);
    if (group) group.push(item);
    else groups.set(common, [item]);
  }
  return groups;
}
