/** `pd:AccountIdentifier`, a term of the W3C Data Privacy Vocabulary, as words: `Account identifier`. */
export function categoryWords(term: string): string {
  const words = term.replace(/^[a-z-]+:/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
