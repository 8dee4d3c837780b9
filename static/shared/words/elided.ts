/** Names that begin with the sound of a vowel: *Yves* does, *Yasmine* does not. An `h` may be mute or not, so it is left out. */
const VOWEL = /^\u2068?(?:[aeiouàâäåæéèêëíîïóôöøœúùûü]|y(?![aeiou]))/i;

/** French elides `de` before a vowel, which only the value shows: « les données d’Anna ». */
export const elided = (said: string, values: Readonly<Record<string, string | number>>): string =>
  Object.values(values)
    .filter((value) => typeof value === 'string' && VOWEL.test(value))
    .reduce<string>((text, value) => text.replaceAll(` de ${value}`, () => ` d’${value}`), said);
