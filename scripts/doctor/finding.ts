/** What one look at the project came to. */
export interface Finding {
  state: 'ok' | 'to do' | 'wrong';
  /** What was looked at. */
  what: string;
  /** What was found, and where it is not as it should be, what to do. */
  says: string;
  /** The command or the step that puts it right, where there is one. */
  command?: string;
}

export const ok = (what: string, says: string): Finding => ({ state: 'ok', what, says });

export const toDo = (what: string, says: string, command?: string): Finding => ({
  state: 'to do',
  what,
  says,
  ...(command !== undefined && { command }),
});

export const wrong = (what: string, says: string, command?: string): Finding => ({
  ...toDo(what, says, command),
  state: 'wrong',
});

/** One line for each problem, or one that says that there is none. */
export const noneOf = (what: string, problems: readonly string[], holds: string): Finding[] =>
  problems.length === 0 ? [ok(what, holds)] : problems.map((problem) => wrong(what, problem));
