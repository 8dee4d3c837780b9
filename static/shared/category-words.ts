/** A category of the Data Privacy Vocabulary as a person reads it: `pd:WorkHistory` becomes "Work history". */
export function categoryWords(category: string): string {
  const name = category.slice(category.lastIndexOf(':') + 1);
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
