import { t, type Key } from './words/words';

/** Said where a newer version of the app has added a member to a closed list: nothing is pretended, and nothing left empty. */
export const unknownWord = (): string => t('common.unknown');

/** The words for a member of a closed list; `unknown` for one that a row or an answer of a newer version brought. */
export function wordOf<Member extends string>(
  words: Readonly<Partial<Record<Member, Key>>>,
  member: Member,
  unknown?: string,
): string {
  const key = Object.hasOwn(words, member) ? words[member] : undefined;
  if (key === undefined) return unknown ?? unknownWord();
  return t(key);
}
