/** Said where a newer version of the app has added a member to a closed list: nothing is pretended, and nothing left empty. */
export const UNKNOWN = 'Not known to this version of the app';

/** The words for a member of a closed list; `unknown` for one that a row or an answer of a newer version brought. */
export const wordOf = <Member extends string>(
  words: Readonly<Partial<Record<Member, string>>>,
  member: Member,
  unknown: string = UNKNOWN,
): string => (Object.hasOwn(words, member) ? (words[member] ?? unknown) : unknown);
