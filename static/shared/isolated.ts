/** Of the scripts that are written from right to left, and the mark that stands for one of their letters. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Marks that turn the direction of what follows, beyond the end of a name. */
const TURNING_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;
const [ISOLATE, END] = ['\u2068', '\u2069'];

/**
 * A name or a title from Jira that turns no words around it: what `<bdi>` does, in characters, because they also stand in
 * labels and sentences that are no elements.
 */
export function isolated(text: string): string {
  const bare = text.replace(TURNING_MARKS, '');
  return RIGHT_TO_LEFT.test(bare) ? `${ISOLATE}${bare}${END}` : bare;
}
