/** No setting may be so; the app then says beside the field what it takes, and saves nothing. */
const UNREADABLE = -1;

/** The whole number that was typed. An empty field is none: 0 means “never” to some settings. */
export const wholeNumber = (typed: string): number =>
  /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : UNREADABLE;
