import { isValidElement, type ReactNode } from 'react';

/** Names that begin with the sound of a vowel: *Yves* does, *Yasmine* does not. An `h` may be mute or not, so it is left out. */
const VOWEL = /^\u2068?(?:[aeiouàâäåæéèêëíîïóôöøœúùûü]|y(?![aeiou]))/i;

/** French elides `de` before a vowel, which only the value shows: « les données d’Anna ». */
export const elided = (said: string, values: Readonly<Record<string, unknown>>): string =>
  Object.values(values)
    .filter((value) => typeof value === 'string')
    .filter((value) => VOWEL.test(value))
    .reduce((text, value) => text.replaceAll(` de ${value}`, () => ` d’${value}`), said);

/** The same in a message with elements: « les données d’<strong>Anna</strong> ». */
export const elidedParts = (
  parts: readonly ReactNode[],
  values: Readonly<Record<string, unknown>>,
): ReactNode[] =>
  parts.map((part, at) => {
    if (typeof part !== 'string') return part;
    const said = elided(part, values);
    return VOWEL.test(beginningOf(parts[at + 1])) ? said.replace(/ de $/, ' d’') : said;
  });

/** The text that an element begins with; none where only a component knows it. */
function beginningOf(node: ReactNode): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return beginningOf(node[0] as ReactNode);
  return isValidElement<{ children?: ReactNode }>(node) ? beginningOf(node.props.children) : '';
}
