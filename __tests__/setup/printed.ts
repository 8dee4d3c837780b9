const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*';
const BREAK = new RegExp(`(?<=\\d) (?=${MONTH}\\b)|(?<=\\b${MONTH}) (?=\\d{1,2}\\b)`, 'g');

/** An English text as pages print it: no line ends between a day and its month. */
export function printed(text: string): string;
export function printed(text: RegExp): RegExp;
export function printed(text: string | RegExp): string | RegExp {
  return typeof text === 'string'
    ? text.replace(BREAK, '\u00a0')
    : new RegExp(text.source.replace(BREAK, '\u00a0'), text.flags);
}
