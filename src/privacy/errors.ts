export type RefusedCode = 'NOT_ALLOWED' | 'INVALID' | 'NOT_FOUND' | 'CONFLICT' | 'TRY_LATER';

/**
 * The engine or a feature will not do what was asked. The message is shown to the person who asked: it says what
 * happened, what was kept and what to do next, and quotes no input.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: RefusedCode,
    message: string,
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}
